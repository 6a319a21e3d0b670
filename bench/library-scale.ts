import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { search } from '../src/library/asking/search.ts'
import type { Wanted } from '../src/library/asking/wanted.ts'
import { type IncidentsWanted, listIncidents } from '../src/library/incidents/list-incidents.ts'
import { openLibrary } from '../src/library/open.ts'
import { type GeneratedReport, generate } from './generate.ts'
import type { Row } from './results.ts'
import { watchGriot } from './watch-griot.ts'

/** Reports that questions are made from. */
const ASKED_FROM = 40
const HITS = 10
const INCIDENTS = 50
const TYPES = ['ASSAULT', 'PROTEST', 'AID']

/** What a library of so many generated reports takes to make, and how long its answers take. */
export interface LibraryScale {
  readonly reports: number
  /** Of all processors together where the system tells, else of the clock. */
  readonly secondsPerReport: number
  readonly peak: number | null
  /** Milliseconds of a processor, of 95 in a hundred questions no more. */
  readonly search: number
  readonly incidents: number
}

/** Makes a library of generated reports with the command line, and asks it. */
export async function measureLibrary(reports: number): Promise<LibraryScale> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const [input, path] = [join(folder, 'input.jsonl'), join(folder, 'library.griot')]
    const sample = await writeReports(input, reports)
    const { seconds, processor, peak } = await watchGriot(['add', input, '--library', path])
    const library = openLibrary(path, { for: 'read' })
    const searches = time(searchesOf(sample), wanted => search(library, wanted, HITS))
    const lists = time(listsOf(sample), wanted => listIncidents(library, wanted, INCIDENTS))
    library.close()
    return {
      reports,
      secondsPerReport: (processor ?? seconds) / reports,
      peak,
      search: ninetyFifth(searches),
      incidents: ninetyFifth(lists),
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The figures of a library and of one of a tenth of its size, as rows. */
export async function measureLibraries(reports: number, date: string | null): Promise<Row[]> {
  const tenth = await measureLibrary(Math.round(reports / 10))
  const whole = await measureLibrary(reports)
  const row = (metric: string, value: number, digits = 1): Row => ({
    ...{ set: `library of ${reports}`, metric, value: Number(value.toFixed(digits)), date },
    command: `npm run bench:scale -- --library --reports ${reports}`,
    data: `${reports} reports of bench/generate.ts, all cores`,
  })
  return [
    row('processor milliseconds a report', 1000 * whole.secondsPerReport),
    row('processor time a report beside that of a tenth', whole.secondsPerReport / tenth.secondsPerReport, 2),
    ...(whole.peak === null ? [] : [row('peak MB', whole.peak)]),
    row('search p95 ms', whole.search),
    row('incident list p95 ms', whole.incidents),
  ]
}

/** Writes generated reports; gives some of them, spread over all. */
export async function writeReports(file: string, count: number): Promise<GeneratedReport[]> {
  const sample: GeneratedReport[] = []
  const step = Math.max(1, Math.floor(count / ASKED_FROM))
  const out = createWriteStream(file)
  let i = 0
  for (const report of generate(count)) {
    if (i++ % step === 0) sample.push(report)
    const { truth: _, ...told } = report
    if (!out.write(`${JSON.stringify(told)}\n`)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
  return sample
}

/** Of each report: its first words, a word of its text, its place, its publisher, its month; and what is common to all. */
function searchesOf(sample: readonly GeneratedReport[]): Wanted[] {
  const own = sample.flatMap(({ title, text, publisher, published, truth: { place } }, i): Wanted[] => {
    const [first = 'people', second = 'police'] = title.match(/\p{L}{4,}/gu) ?? []
    const words = text.match(/\p{L}{4,}/gu) ?? []
    const month = published.slice(0, 7)
    return [
      { words: `${first} ${second}` },
      { words: words[i % words.length] ?? first },
      { place },
      { words: first, place },
      { words: second, publishers: [publisher] },
      { place, types: TYPES.slice(i % 3, (i % 3) + 1) },
      { measures: ['killed'], from: `${month}-01`, to: `${month}-28` },
    ]
  })
  return [...own, { words: 'people' }, { words: 'killed', measures: ['killed'] }, { types: ['ASSAULT'] }, { actor: 'police' }, {}]
}

function listsOf(sample: readonly GeneratedReport[]): IncidentsWanted[] {
  const own = sample.flatMap(({ published, truth: { place } }): IncidentsWanted[] => [
    { place },
    { from: `${published.slice(0, 7)}-01`, to: `${published.slice(0, 7)}-28` },
  ])
  return [...own, ...TYPES.map(type => ({ types: [type] })), { actor: 'police' }, { reports: 3 }, {}]
}

/** Milliseconds of a processor for each question: others on the machine do not lengthen them. Tables that are loaded once, and pages of the file, are there before: all are asked twice. */
function time<Q>(questions: readonly Q[], ask: (question: Q) => unknown): number[] {
  for (const question of questions) ask(question)
  return questions.map(question => {
    const start = process.cpuUsage()
    ask(question)
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  })
}

function ninetyFifth(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0
}
