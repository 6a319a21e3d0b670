import { openReport } from '../library/asking/list-records.ts'
import type { Library } from '../library/open.ts'
import { listSpans, type Span } from '../record/span.ts'
import { findReportNumber } from '../store/reports.ts'

/** The words that something rests on. */
export interface Evidence {
  /** "sha256:…/v3": `griot show` opens it. */
  readonly record: string
  readonly publisher: string | null
  /** ISO 8601. */
  readonly published: string | null
  readonly title: string | null
  readonly url: string | null
  /** The words of the sentence, as the report has them. */
  readonly quote: string
  /** Of these the ones that matter: the number, the office, what is said. */
  readonly words: string
}

/** What a record holds, as far as answers show it. */
export interface Witness {
  readonly evidence: Evidence
  readonly record: Readonly<Record<string, unknown>>
}

/** Opens records by their ids; each report is opened once. */
export function createWitnesses({ db }: Library) {
  const reports = new Map<string, ReturnType<typeof openReport>>()
  const witnesses = new Map<string, Witness>()
  const open = (report: string) => {
    const known = reports.get(report) ?? openReport({ db }, findReportNumber(db, report) as number)
    reports.set(report, known)
    return known
  }
  /** The record with this id: "sha256:…/v3". */
  return (id: string): Witness => {
    const known = witnesses.get(id)
    if (known) return known
    const [report = '', local = ''] = id.split('/')
    const opened = open(report)
    const found = opened.find(local)
    if (!found) throw new Error(`${id} is a row of the library and no record of its report`)
    const { publisher, published, title, url } = found.report
    const { text } = opened.reading.report
    const words = found.view.at.map((span: Span) => text.slice(...span)).join(' … ')
    const record = found.record as unknown as Record<string, unknown>
    const [start, end] = cover(found.view.evidence, listSpans(found.view.at))
    const evidence = { record: id, publisher, published: published?.start ?? null, title, url, quote: text.slice(start, end), words }
    const witness = { evidence, record }
    witnesses.set(id, witness)
    return witness
  }
}
export type Witnesses = ReturnType<typeof createWitnesses>

/** The sentence, and as much before and behind it as the words need. */
function cover(sentence: Span, spans: readonly Span[]): Span {
  return spans.reduce(([start, end], [from, to]) => [Math.min(start, from), Math.max(end, to)], sentence)
}
