import type { Output } from './world.ts'

/** A line on the terminal that says how far a long run is; nothing where the stream is no terminal. */
export interface Progress {
  step(size: number): void
  /** Takes the line away, so that other lines can be printed. */
  clear(): void
}

/** Sizes are in bytes; `total` null where it is not known beforehand. `now` gives milliseconds. */
export function createProgress(stream: Output, total: number | null, now: () => number = () => performance.now()): Progress {
  const started = now()
  let shown = started
  let reports = 0
  let done = 0
  return {
    step(size) {
      reports++
      done += size
      const time = now()
      if (!stream.isTTY || time - shown < 200) return
      shown = time
      stream.write(`\r\u001b[K${describeProgress(reports, done, total, (time - started) / 1000)}`)
    },
    clear() {
      if (stream.isTTY && shown > started) stream.write('\r\u001b[K')
    },
  }
}

/** "1240 reports, 12 %, 210/s, 0:41 left". */
export function describeProgress(reports: number, done: number, total: number | null, seconds: number): string {
  const rate = reports / Math.max(seconds, 0.001)
  const parts = [`${reports} ${reports === 1 ? 'report' : 'reports'}`]
  const share = total ? Math.min(1, done / total) : null
  if (share !== null) parts.push(`${Math.floor(share * 100)} %`)
  parts.push(`${rate < 10 ? rate.toFixed(1) : Math.round(rate)}/s`)
  if (share) parts.push(`${clock((seconds / share) * (1 - share))} left`)
  return parts.join(', ')
}

function clock(seconds: number): string {
  const whole = Math.ceil(seconds)
  const minutes = Math.floor(whole / 60)
  const two = (n: number) => String(n).padStart(2, '0')
  return minutes < 60 ? `${minutes}:${two(whole % 60)}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`
}
