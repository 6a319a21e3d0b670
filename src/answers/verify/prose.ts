import type { Sentence } from '../../document/layers.ts'
import { relation } from '../../document/tree.ts'
import { listReports } from '../../library/asking/list-reports.ts'
import { type CitedReport, findCited } from '../../library/find-cited.ts'
import { findInputs, itemsOf } from '../../library/inputs.ts'
import { findReport } from '../../library/read-item.ts'
import { GriotError } from '../../util/error.ts'
import { checkParts, checkSentence } from './check-claim.ts'
import { type Finding, worstOf } from './finding.ts'
import { namedIn, partiesIn } from './parties.ts'
import { NO_INPUT, type Shelf } from './shelf.ts'
import { type Placed, within } from './text-index.ts'
import { holds, quote, type Told, tell, wordsIn } from './told.ts'
import { type Checked, toChecked } from './verify.ts'
import { coverOf } from './wording.ts'

/** Reports that are looked at for one name. */
const MOST_NAMING = 500
/** Reports of a library that are asked about one sentence: those that name most of what it names. */
const MOST_ASKED = 20

/**
 * Checks every sentence of a text that has a number, a statement, something that happened or an office, against the reports that were named,
 * or where none was against those of the library that name the same people and places.
 */
export async function* verifyProse(path: string, { published }: { readonly published?: string }, shelf: Shelf): AsyncGenerator<Checked> {
  const claim = await readText(path, published ?? newestDay(shelf), shelf)
  for (const [i, sentence] of claim.sentences.entries()) {
    if (!saysSomething(claim, sentence)) continue
    const reports = shelf.files.length > 0 ? shelf.files : findAbout(claim, sentence, shelf)
    yield await checkProse(claim, sentence, i + 1, reports, shelf)
  }
}

async function readText(path: string, published: string | undefined, { reader }: Shelf): Promise<Told> {
  const { inputs, failures } = await findInputs([path])
  if (failures[0]) throw failures[0].error
  const [input] = inputs
  if (input)
    for await (const item of itemsOf(input, {}, NO_INPUT)) {
      if ('error' in item) throw item.error
      const told = await tell(await reader.readPrepared(reader.prepare(await findReport(item), { published })))
      if (told) return told
      throw new GriotError('language-unread', `${path} is in a language that Griot does not read`, {
        hint: 'griot verify --text reads English',
      })
    }
  throw new GriotError('no-report', `${path} holds no text`, { hint: 'Give a file with a text' })
}

/** Days without a year are understood from the newest report that may be cited. */
function newestDay({ files, library }: Shelf): string | undefined {
  const days = files.flatMap(({ reading }) => reading.report.published?.end ?? [])
  const newest = days.sort().at(-1)
  return newest ?? (library ? (listReports(library, {}, 1).reports[0]?.published?.end ?? undefined) : undefined)
}

/** A number counts even where nobody knows what it counts, and so does what somebody with a name does. */
function saysSomething(claim: Told, { span }: Sentence): boolean {
  const { figures, statements, events, positions } = claim.index.tellings
  if ([figures, statements, events, positions].some(list => within(list as readonly Placed<unknown>[], span).length > 0)) return true
  const times = within(claim.index.times, span)
  const isDeed = wordsIn(claim, span).some(
    word => relation(word) === 'nsubj' && claim.words[word.head]?.upos === 'VERB' && namedIn(claim, [word.start, word.end]).size > 0,
  )
  if (isDeed) return true
  return wordsIn(claim, span).some(
    ({ upos, start, end }) => upos === 'NUM' && !times.some(time => time.span && holds(time.span, [start, end])),
  )
}

/** Reports of the library that name most of those that a sentence names. */
function findAbout(claim: Told, { span, paragraph }: Sentence, { library }: Shelf): CitedReport[] {
  if (!library) return []
  const near = claim.sentences.filter(other => other.paragraph === paragraph)
  const around = [near[0]?.span[0] ?? span[0], near.at(-1)?.span[1] ?? span[1]] as const
  const counts = new Map<string, number>()
  const count = (words: string, weight: number) => {
    for (const { id } of listReports(library, { words: `"${words}"` }, MOST_NAMING).reports) counts.set(id, (counts.get(id) ?? 0) + weight)
  }
  for (const figure of claim.reading.figures) if (holds(span, figure.span)) count(quote(claim, figure.span), 2)
  for (const { label } of partiesIn(claim, span).filter(party => party.isNamed)) count(label, 2)
  for (const { label } of partiesIn(claim, around).filter(party => party.isNamed)) count(label, 1)
  const best = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, MOST_ASKED)
  return best.flatMap(([id]) => findCited(library, id))
}

/** What one report says to a sentence or to a part of it; the higher the score, the more it is about the same. */
interface Answer {
  readonly finding: Finding
  readonly report: CitedReport
  readonly score: number
}

/** A report that bears the sentence out decides; else the one that is most about the same. Several numbers or deeds may each be from a report of their own. */
async function checkProse(claim: Told, { span }: Sentence, no: number, reports: readonly CitedReport[], shelf: Shelf): Promise<Checked> {
  const row = { no, text: quote(claim, span), fields: null, trouble: null, cites: [] }
  const whole: Answer[] = []
  const parts: Answer[][] = []
  for (const report of reports) {
    const cited = await shelf.open(report)
    if (!cited) continue
    const { share } = coverOf(claim, span, cited.told, [0, report.reading.report.text.length])
    const answer = (finding: Finding) => ({ finding, report, score: scoreOf(finding, report, share) })
    const finding = worstOf(checkSentence(claim, span, cited))
    if (finding) whole.push(answer(finding))
    for (const [i, part] of checkParts(claim, span, cited).entries()) parts[i] = [...(parts[i] ?? []), answer(part)]
  }
  const best = bestOf(whole)
  if (!best) return silent(row)
  const each = parts.flatMap(answers => bestOf(answers) ?? [])
  if (best.finding.verdict === 'supported' || each.length < 2) return toChecked(row, best.finding, best.report)
  const worst = worstOf(each.map(({ finding }) => finding))
  const decisive = each.find(({ finding }) => finding.verdict === worst?.verdict) as Answer
  const checked = toChecked(row, decisive.finding, decisive.report)
  if (checked.verdict !== 'supported') return checked
  return {
    ...checked,
    because: 'The reports say so, each part in one of them.',
    quote: [...new Set(each.flatMap(({ finding }) => finding.quote ?? []))].join(' … '),
    evidence: [...new Set(each.flatMap(({ finding, report }) => finding.records.map(id => `${report.reading.report.id}/${id}`)))],
  }
}

function scoreOf({ verdict }: Finding, { copyOf, newer }: CitedReport, share: number): number {
  return share + (verdict === 'supported' ? 10 : 0) - (verdict === 'absent' ? 0.3 : 0) - ((copyOf ?? newer) ? 0.001 : 0)
}

/** The first of the answers with the highest score. */
function bestOf(answers: readonly Answer[]): Answer | null {
  return answers.reduce<Answer | null>((best, answer) => (best && best.score >= answer.score ? best : answer), null)
}

function silent({ no, text }: { readonly no: number; readonly text: string }): Checked {
  const because = 'No report that may be cited is about this.'
  const nothing = { quote: null, evidence: [], report: null, title: null, copyOf: null, newer: null }
  return { no, claim: text, cites: [], verdict: 'absent', because, ...nothing }
}
