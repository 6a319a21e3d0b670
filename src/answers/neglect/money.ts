import { reviewReport } from '../../library/decisions/review-report.ts'
import type { Library } from '../../library/open.ts'
import type { ReadingRecord } from '../../record/reading.ts'
import type { Span } from '../../record/span.ts'
import { listMoney, type MoneyRow } from '../../store/attention.ts'
import { splitRecordNumber } from '../../store/records.ts'
import type { ReportFilter } from '../../store/reports.ts'
import { foldName } from '../../util/fold.ts'
import { pushTo } from '../../util/group.ts'
import { countOnce } from '../origins.ts'
import { loadWords } from '../words/words.ts'

/** Money asked for and received, as newest reported. */
export interface Money {
  readonly asked: number | null
  readonly received: number | null
  /** ISO 4217. */
  readonly currency: string
  /** Received ÷ asked; null where one of them is not known. */
  readonly share: number | null
  /** The day of the newest report. */
  readonly asOf: string | null
  /** Of a table that was given: the file, the line and its source; else null. */
  readonly source: string | null
  /** Ids of the figures. */
  readonly evidence: readonly string[]
}

/** Reports of a country that are opened for the words around its sums at the most, the newest ones. */
const MOST_OPENED = 25

/** The newest sums asked for and received of each of some countries. */
export function newestMoney(library: Library, filter: ReportFilter, countryOf: (row: MoneyRow) => string | null): Map<string, Money> {
  const byCountry = new Map<string, MoneyRow[]>()
  for (const row of countOnce(listMoney(library.db, filter), filter.knownOn)) {
    const country = /^[A-Z]{3}$/.test(row.unit) ? countryOf(row) : null
    if (country !== null) pushTo(byCountry, country, row)
  }
  const opened = new Map<number, ReadingRecord>()
  const open = (report: number) => {
    const reading = opened.get(report) ?? reviewReport(library.db, report).reading
    opened.set(report, reading)
    return reading
  }
  return new Map(
    [...byCountry].flatMap(([country, rows]) => {
      const money = newestOf(rows, open)
      return money ? [[country, money]] : []
    }),
  )
}

/** From the newest report back, until both sums are found in one currency. */
function newestOf(rows: readonly MoneyRow[], open: (report: number) => ReadingRecord): Money | null {
  const found: { asked: MoneyRow | null; received: MoneyRow | null } = { asked: null, received: null }
  const looked = new Set<number>()
  for (const row of rows) {
    if (found.asked && found.received) break
    const { report, ordinal } = splitRecordNumber(row.no)
    if (!looked.has(report) && looked.size >= MOST_OPENED) break
    looked.add(report)
    const says = whatFor(open(report), `f${ordinal}`)
    const other = found.asked ?? found.received
    if (says === null || says === 'pledged' || found[says] || (other && other.unit !== row.unit)) continue
    found[says] = row
  }
  const newest = found.asked ?? found.received
  if (!newest) return null
  const { asked, received } = found
  const both = [asked, received].filter(row => row !== null)
  return {
    asked: asked?.best ?? null,
    received: received?.best ?? null,
    currency: newest.unit,
    share: asked && received && asked.best > 0 ? received.best / asked.best : null,
    asOf:
      both
        .map(row => row.published ?? '')
        .sort()
        .at(-1) || null,
    source: null,
    evidence: both.map(row => `${row.report}/f${splitRecordNumber(row.no).ordinal}`),
  }
}

type Says = 'asked' | 'received' | 'pledged'
let patterns: { readonly any: RegExp; readonly says: ReadonlyMap<string, Says> } | null = null

function load() {
  if (patterns) return patterns
  const says = new Map(loadWords('money', ['word', 'says']).map(row => [foldName(row.word), row.says as Says]))
  const words = [...says.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  patterns = { any: new RegExp(`(?:^| )(${words.join('|')})`, 'g'), says }
  return patterns
}

/** What a sum is: by a clause of its own right behind it ("that they need"), else by the last such word before it, as far back as the sentence goes. */
function whatFor(reading: ReadingRecord, id: string): Says | null {
  const figure = reading.figures.find(each => each.id === id)
  if (!figure) return null
  const { text } = reading.report
  const spanOf = (span: Span | readonly Span[]): Span =>
    typeof span[0] === 'number' ? (span as Span) : ((span as readonly Span[])[0] as Span)
  const [start, end] = spanOf(figure.span)
  const next = reading.figures
    .map(each => spanOf(each.span)[0])
    .filter(at => at > end)
    .sort((a, b) => a - b)[0]
  const behind = foldName(text.slice(end, Math.min(figure.evidence[1], next ?? Number.POSITIVE_INFINITY)))
  const clause = /^(?:\S+ ){0,3}?(?:that|which|it|they|needed|required|requested|sought)(?: .*)?$/.exec(behind)?.[0]
  const own = clause === undefined ? null : wordsIn(clause).at(0)
  return own ?? wordsIn(foldName(text.slice(figure.evidence[0], start))).at(-1) ?? null
}

function wordsIn(folded: string): Says[] {
  const { any, says } = load()
  return [...folded.matchAll(any)].flatMap(match => says.get(match[1] ?? '') ?? [])
}
