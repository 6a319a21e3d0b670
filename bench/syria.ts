import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeBrief } from '../src/answers/brief/brief.ts'
import { answerRelations } from '../src/answers/relations/relations.ts'
import { show } from '../src/library/asking/show.ts'
import type { Library } from '../src/library/open.ts'
import { loadTable } from '../src/resource/table.ts'
import { parseDay } from '../src/util/calendar.ts'
import { libraryOf } from '../test/library-of.ts'
import { untraced } from '../test/numbers-in.ts'
import { round } from './accuracy.ts'
import type { Row } from './results.ts'

/** How many days after it happened a report may date a turn: one that is told without a day has the day of its report. */
const LATE = 3

const COLUMNS = ['a', 'b', 'from', 'to', 'sign', 'words', 'what', 'written'] as const
type Turn = Readonly<Record<(typeof COLUMNS)[number], string>>

/** Reports on Syria of 2017 to 2019: which turns of history relations have with their days, and whether a brief's numbers stand in its notes. */
export async function measureSyria(data: string, date: string | null): Promise<Row[]> {
  const reports = readFileSync(join(data, 'corpus/syria.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  const days = reports.map(({ published }) => published as string).sort()
  const library = await libraryOf(reports)
  const turns = loadTable(new URL('syria-turns.tsv', import.meta.url), COLUMNS)
  const covered = turns.filter(({ from }) => from >= (days[0] ?? '') && from <= (days.at(-1) ?? ''))
  for (const turn of covered) console.error(`${isFound(library, turn) ? 'found ' : 'missed'} ${turn.from} ${turn.what}`)
  const found = covered.filter(turn => isFound(library, turn))
  const numbers = traceNumbers(library)
  library.close()
  const row = (metric: string, value: number): Row => ({
    ...{ set: 'syria', metric, value: round(value) },
    ...{ command: 'npm run bench -- --data FOLDER --only syria', data: 'corpus/syria.jsonl', date },
  })
  return [
    row('turns of the days covered', covered.length),
    row('turns found', found.length),
    row('turns written before, found', found.filter(({ written }) => written === 'before').length),
    row('numbers of the brief', numbers.all),
    row('numbers traced', 1 - numbers.missing / Math.max(1, numbers.all)),
  ]
}

/** Does an event between the two have the sign, the day and the words? */
function isFound(library: Library, { a, b, from, to, sign, words }: Turn): boolean {
  const { events } = answerRelations(library, [a, b], {})
  const likely = words.toLowerCase().split('; ')
  return events.some(({ day, scale, evidence }) => {
    const isSign = sign === 'conflict' ? scale < 0 : scale > 0
    if (!isSign || day < from || (parseDay(day) ?? 0) > (parseDay(to) ?? 0) + LATE) return false
    return evidence.some(id => likely.some(word => wordsOf(library, id).includes(word)))
  })
}

function wordsOf(library: Library, id: string): string {
  const shown = show(library, id)
  if (shown.kind !== 'record') return ''
  const { record } = shown.found
  if (!('evidence' in record)) return ''
  const [start, end] = record.evidence
  return shown.reading.report.text.slice(start, end).toLowerCase()
}

function traceNumbers(library: Library): { readonly all: number; readonly missing: number } {
  const sentences = writeBrief(library, { country: 'SYR', language: 'en' }).sections.flatMap(section => section.sentences)
  const missing = sentences.flatMap(sentence => untraced(sentence))
  const all = sentences.flatMap(({ text }) => untraced({ text, evidence: [] }))
  return { all: all.length, missing: missing.length }
}
