/** Endings of addresses that are sold for what they spell, not for the country. */
const SOLD: ReadonlySet<string> = new Set(['ai', 'cc', 'co', 'fm', 'gg', 'im', 'io', 'ly', 'me', 'nu', 'sh', 'to', 'tv', 'ws'])

/** The country (ISO 3166-1 alpha-2) that the address of a report ends in, or null: a paper writes most of its own country. */
export function homeOf(url: string | null): string | null {
  const ending = /^https?:\/\/[^/?#:]*\.([a-z]{2})(?=[:/?#]|$)/i.exec(url?.slice(0, 300) ?? '')?.[1]?.toLowerCase()
  if (!ending || SOLD.has(ending)) return null
  return ending === 'uk' ? 'GB' : ending.toUpperCase()
}
