const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '\r': '&#13;' }

/** Text as it may stand in an element or an attribute of a page. A carriage return is written out, for a page would make a line feed of it. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'\r]/g, letter => ESCAPES[letter] as string)
}

/** Spans as an attribute holds them: "12-20 25-31". */
export function formatSpans(spans: readonly (readonly [number, number])[]): string {
  return spans.map(([start, end]) => `${start}-${end}`).join(' ')
}

/** Where a link to a record leads; what is no id of a record leads nowhere. */
export function isRecordId(id: string): boolean {
  return /^[esvfp]\d+$/.test(id)
}
