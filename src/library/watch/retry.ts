const DAY = 86_400_000
/** A server cannot send us away for longer. */
const LONGEST = 7 * DAY

/**
 * When a server that failed may be asked again, in milliseconds since 1970: when it says so itself (Retry-After, in seconds or as a date: RFC 9110,
 * 10.2.3), else after `every` milliseconds, twice as long after each further failure, at most a day.
 */
export function nextTry(now: number, every: number, failures: number, retryAfter: string | undefined): number {
  const own = retryAfter === undefined ? null : parseRetryAfter(retryAfter, now)
  const usual = now + Math.min(Math.max(DAY, every), every * 2 ** Math.min(failures - 1, 30))
  return own === null ? usual : Math.min(Math.max(own, now), now + LONGEST)
}

function parseRetryAfter(value: string, now: number): number | null {
  if (/^\s*\d{1,9}\s*$/.test(value)) return now + Number(value) * 1000
  const at = /[a-z]/i.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(at) ? null : at
}
