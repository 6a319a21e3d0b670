/** The address of a series. */
export function seriesPath(key: string): string {
  return `/figures/${encodeURIComponent(key)}`
}
