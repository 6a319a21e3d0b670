import type { FoundRecord, FoundRecords } from '../library/asking/list-records.ts'
import type { Time } from '../record/time.ts'
import { wrap } from '../util/display-width.ts'
import type { Screen } from './screen.ts'
import { type Column, formatTable } from './table.ts'

/** A record found, as JSON for programs: the record as the record format has it, the entities it names, and its report. */
export function foundJson({ id, report, record, entities, quote, review, view }: FoundRecord) {
  const { title, url, publisher, published, confidentiality } = report
  return {
    id,
    kind: view.kind,
    report: { id: report.id, title, url, publisher, published, confidentiality },
    record,
    entities,
    quote,
    review,
  }
}

/** Records found, as a table, and how many there are. */
export function formatFound({ records, total, isMore }: FoundRecords, name: string, { width }: Screen): string {
  if (total === 0) return `No ${name} found.\n`
  return `${formatTable(records, COLUMNS, width)}\n${countLine(records.length, total, name, isMore)}\n`
}

/** How many there are, and how many of them are shown. */
export function countLine(shown: number, total: number, name: string, isMore = false): string {
  return shown < total
    ? `${shown} of ${total}${isMore ? ' or more' : ''} ${name}; --limit shows more.`
    : `${total} ${total === 1 ? name.replace(/s$/, '') : name}.`
}

const COLUMNS: readonly Column<FoundRecord>[] = [
  { head: 'id', cell: row => row.id, isWhole: true },
  { head: 'day', cell: dayOf, most: 12 },
  { head: 'what', cell: row => [row.view.head, row.view.what].filter(Boolean).join(': ') + (row.review ? ` [${row.review}]` : '') },
  { head: 'words', cell: row => row.quote },
]

/** The day of a record; that of its report in brackets where it has none of its own. */
function dayOf({ record, report }: FoundRecord): string {
  const time = ('time' in record ? record.time : null) ?? ('asOf' in record ? record.asOf : null)
  const own = firstDay(time)
  return own ?? (firstDay(report.published) ? `(${firstDay(report.published)})` : '')
}

function firstDay(time: Time | null): string | null {
  return time ? (time.start ?? time.end) : null
}

/** A record in a line or two under a report. */
export function formatRecordLine({ id, view }: Pick<FoundRecord, 'id' | 'view'>, width: number, indent: string): string[] {
  const text = [id.replace(/^.*\//, ''), [view.head, view.what].filter(Boolean).join(': '), ...view.details].filter(Boolean).join(' · ')
  return wrap(text, width - indent.length).map(span => indent + text.slice(...span))
}
