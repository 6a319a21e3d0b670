/**
 * Characters of a text that are read: some 160,000 words, more than any report. What is behind stays in the report, unread, so that
 * neither time nor memory grows with a file that was never meant to be one report.
 */
export const READ_LIMIT = 1_000_000

/** The part of a text that is read: all of it, or up to the last white space (at least no half character) before the limit. */
export function readablePart(text: string, limit: number = READ_LIMIT): string {
  if (text.length <= limit) return text
  let end = limit
  while (end > limit - 1000 && !/\s/.test(text[end] as string)) end--
  if (end === limit - 1000) end = limit
  const code = text.charCodeAt(end - 1)
  return text.slice(0, code >= 0xd800 && code <= 0xdbff ? end - 1 : end)
}
