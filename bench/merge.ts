import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { NO_RECONCILE_ANSWERS } from '../src/document/answers/reconcile.ts'
import { loadLanguage } from '../src/lang/index.ts'
import { loadReader } from '../src/read/index.ts'
import type { CopyGroup } from '../src/reconcile/copies/copies.ts'
import type { Incident } from '../src/reconcile/incident.ts'
import { Reconciler } from '../src/reconcile/reconcile.ts'
import { MemoryShelf } from '../src/reconcile/shelf.ts'
import type { Sketch } from '../src/reconcile/sketch.ts'
import { sketchReport } from '../src/reconcile/sketch-report.ts'
import { round } from './accuracy.ts'
import { type GeneratedReport, generate } from './generate.ts'
import type { Row } from './results.ts'
import { measureSeries } from './series-exact.ts'

const SETS = ['gva', 'gvc', 'ecb'] as const
const GENERATED = 1000
/** Generated series; their totals are told by some hundreds of reports. */
const SERIES = 60

type Report = { readonly id: string; readonly text: string; readonly [field: string]: unknown }
type Pair = { readonly a: string; readonly b: string }

/** The scorer of the data folder. */
interface Scorer {
  scoreMerge(
    gold: readonly object[],
    pred: readonly object[],
  ): Record<'b3' | 'pairs', { f1: number }> & {
    incident?: Record<string, { accuracy: number | null }>
  }
  scoreCopies(gold: readonly object[], pred: readonly Pair[]): { p: number; r: number }
}

/** Scores copies and incidents on the gold data: which reports tell the same happening, and what is said of it. */
export async function measureMerge(data: string, date: string | null): Promise<Row[]> {
  const scorer: Scorer = await import(pathToFileURL(join(data, 'bench/scorers/merge.mjs')).href)
  const rows: Row[] = []
  const row = (set: string, metric: string, value: number) =>
    rows.push({ set, metric, value: round(value), command: 'npm run bench -- --data FOLDER --only merge', data: 'merge', date })
  for (const name of SETS) {
    const gold = readLines(join(data, `bench/merge/${name}.jsonl`))
    const { sources, groups, incidents } = reconcile(await sketchAll(gold))
    const { b3, pairs, incident } = scorer.scoreMerge(gold, predict(sources, incidents))
    row(`merge/${name}`, 'B³ F1', b3.f1)
    row(`merge/${name}`, 'pairs F1', pairs.f1)
    if (name !== 'gva') continue
    for (const [field, metric] of FIELDS) row('merge/gva', `${metric} right`, incident?.[field]?.accuracy ?? Number.NaN)
    const copies = scorer.scoreCopies(readLines(join(data, 'bench/merge/copies.jsonl')), pairsOf(groups, sources))
    row('merge/copies', 'precision', copies.p)
    row('merge/copies', 'recall', copies.r)
  }
  return rows
}

const FIELDS = [
  ['date', 'day'],
  ['place_25km', 'place'],
  ['killed', 'killed'],
  ['injured', 'injured'],
] as const

/** The same on reports that bench/generate.ts writes, whose truth is known, and whether the order in which they come makes a difference. */
export async function measureGenerated(date: string | null): Promise<Row[]> {
  const { scoreMerge } = await import('./pair-scores.ts')
  const reports = [...generate(GENERATED)]
  const sketched = await sketchAll(reports)
  const { sources, groups, incidents } = reconcile(sketched)
  const { b3, pairs } = scoreMerge(new Map(reports.map(({ id, truth }) => [id, truth.incident])), mainIncidents(sources, incidents))
  const copies = scoreCopies(reports, pairsOf(groups, sources))
  const row = (metric: string, value: number): Row => ({
    ...{ set: 'generated', metric, value: round(value), date },
    command: 'npm run bench -- --data FOLDER --only merge',
    data: `${GENERATED} reports of bench/generate.ts`,
  })
  const series = await measureSeries(SERIES)
  const same = [1, 2, 3, 4, 5].every(seed => JSON.stringify(reconcile(shuffled(sketched, seed)).incidents) === JSON.stringify(incidents))
  return [
    row('incidents B³ F1', b3),
    row('incidents pairs F1', pairs),
    row('copies precision', copies.precision),
    row('copies recall', copies.recall),
    row('same incidents in 5 orders', Number(same)),
    { ...row('series exact', series.exact), data: `${series.totals} totals of ${SERIES} series of bench/generate-series.ts` },
  ]
}

interface Sketched {
  readonly source: string
  readonly sketch: Sketch
}

async function sketchAll(reports: readonly (Report | GeneratedReport)[]): Promise<Sketched[]> {
  const reader = await loadReader()
  const sketches: Sketched[] = []
  for (const report of reports) {
    const { published, title, publisher, url } = report as Record<string, string | undefined>
    const reading = await reader.read({ id: report.id, text: report.text, published, title, publisher, url, language: 'en' })
    const language = await loadLanguage(reading.report.language)
    sketches.push({ source: report.id, sketch: sketchReport(reading, language?.reconcile ?? NO_RECONCILE_ANSWERS) })
  }
  return sketches
}

function reconcile(sketched: readonly Sketched[]) {
  const shelf = new MemoryShelf()
  for (const { sketch } of sketched) shelf.put(sketch)
  const { groups, incidents } = new Reconciler(shelf).reconcile(sketched.map(({ sketch }) => sketch.id))
  return { groups, incidents, sources: new Map(sketched.map(({ source, sketch }) => [sketch.id, source])) }
}

/** Source id → incident that the report mainly tells. */
function mainIncidents(sources: ReadonlyMap<string, string>, incidents: readonly Incident[]): Map<string, Incident> {
  const out = new Map<string, Incident>()
  for (const incident of incidents)
    for (const { report, isMain } of incident.tellings) if (isMain) out.set(sources.get(report) as string, incident)
  return out
}

function predict(sources: ReadonlyMap<string, string>, incidents: readonly Incident[]): object[] {
  const main = mainIncidents(sources, incidents)
  return [...sources.values()].map(id => {
    const incident = main.get(id)
    if (!incident) return { id }
    const { day, place, killed, injured } = incident.summary
    const told = { date: day, killed: killed?.best ?? null, injured: injured?.best ?? null, ...(place && { place }) }
    return { id, cluster: incident.id, incident: told }
  })
}

function pairsOf(groups: readonly CopyGroup[], sources: ReadonlyMap<string, string>): Pair[] {
  const get = (id: string) => sources.get(id) as string
  return groups.flatMap(({ reports }) => reports.flatMap((a, i) => reports.slice(i + 1).map(b => ({ a: get(a), b: get(b) }))))
}

function scoreCopies(reports: readonly GeneratedReport[], found: readonly Pair[]): { precision: number; recall: number } {
  const root = new Map(reports.map(({ id, truth }) => [id, truth.copyOf ?? id]))
  const right = found.filter(({ a, b }) => root.get(a) === root.get(b)).length
  const sizes = new Map<string, number>()
  for (const id of root.values()) sizes.set(id, (sizes.get(id) ?? 0) + 1)
  const all = [...sizes.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0)
  return { precision: found.length === 0 ? 1 : right / found.length, recall: right / all }
}

function shuffled<T>(list: readonly T[], seed: number): T[] {
  return list
    .map((value, i) => ({ value, key: Math.imul(i + 1, 2654435761 ^ (seed * 40503)) >>> 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value)
}

function readLines(path: string): Report[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))
}
