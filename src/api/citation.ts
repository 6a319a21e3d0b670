import type { FoundRecord } from '../library/asking/list-records.ts'

/** The words of a record with their source, as they are put into a text: “…” (publisher, title, day, address) [id]. */
export function citationOf({ id, quote, report }: Pick<FoundRecord, 'id' | 'quote' | 'report'>): string {
  const { publisher, title, published, url } = report
  const source = [publisher, title && `“${title}”`, published?.value, url].filter(Boolean).join(', ')
  return `“${quote.replace(/\s+/g, ' ').trim()}”${source ? ` (${source})` : ''} [griot:${id}]`
}
