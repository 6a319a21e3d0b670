import type { Time } from '../../record/time.ts'
import { addMonths, dateOf, dayOf, parseDay } from '../../util/calendar.ts'
import type { RecordView } from '../view/record-view.ts'
import { formatDays } from '../view/values.ts'
import { escapeHtml } from './escape.ts'
import { LETTER } from './marked-text.ts'

const WIDTH = 560
const SIDE = 10
const LANE = 22
const TOP = 8
/** Width of a letter of a label, on the average. */
const LETTER_WIDTH = 6.4
/** Periods drawn; the rest is counted. */
const MOST = 24

interface Period {
  readonly start: number | null
  readonly end: number | null
  readonly label: string
  readonly records: RecordView[]
}

/** The periods that records tell of, on one line of time, with the day of publication; "" where no day is known. */
export function formatTimeline(records: readonly RecordView[], published: Time | null): string {
  const periods = collectPeriods(records)
  if (periods.length === 0) return ''
  const told = published?.start ? parseDay(published.start) : null
  const days = [...periods.flatMap(({ start, end }) => [start, end]), told].filter(day => day !== null)
  const [from, to] = spread(Math.min(...days), Math.max(...days))
  const x = (day: number) => SIDE + ((day - from) / (to - from)) * (WIDTH - 2 * SIDE)
  const lanes: number[] = []
  const shown = periods.slice(0, MOST)
  const items = shown.map(period => formatPeriod(period, x, lanes)).join('\n')
  const bottom = TOP + lanes.length * LANE + 4
  const axis = ticks(from, to)
    .map(
      ({ day, label }) => `<line class="tick" x1="${round(x(day))}" x2="${round(x(day))}" y1="${TOP - 4}" y2="${bottom}"/>
<text class="axis" x="${round(x(day))}" y="${bottom + 13}" text-anchor="middle">${label}</text>`,
    )
    .join('\n')
  const line =
    told === null
      ? ''
      : `<line class="published" x1="${round(x(told))}" x2="${round(x(told))}" y1="${TOP - 4}" y2="${bottom}"><title>published</title></line>`
  const rest = periods.length - shown.length
  const asides = [told === null ? '' : 'dotted: published', rest > 0 ? `${rest} more periods stand on the cards` : ''].filter(Boolean)
  return `<figure class="timeline"><figcaption>When${asides.length > 0 ? ` <small>(${asides.join('; ')})</small>` : ''}</figcaption>
<svg viewBox="0 0 ${WIDTH} ${bottom + 20}" role="group" aria-label="the times that the records tell of">
${axis}
${line}
${items}
</svg></figure>`
}

function collectPeriods(records: readonly RecordView[]): Period[] {
  const periods = new Map<string, Period>()
  for (const view of records) {
    const { time, asOf } = view.record as { time?: Time | null; asOf?: Time | null }
    for (const each of [time, asOf]) {
      const label = each && formatDays(each)
      if (!label) continue
      const known = periods.get(label)
      if (known) known.records.push(view)
      else periods.set(label, { start: dayOrNull(each.start), end: dayOrNull(each.end), label, records: [view] })
    }
  }
  const key = ({ start, end }: Period) => start ?? end ?? 0
  return [...periods.values()].sort((a, b) => key(a) - key(b) || (b.end ?? 0) - (a.end ?? 0))
}

function dayOrNull(iso: string | null): number | null {
  return iso === null ? null : parseDay(iso)
}

/** A little room at both ends; a single day gets a week around it. */
function spread(first: number, last: number): [number, number] {
  const room = Math.max(3, Math.round((last - first) * 0.03))
  return [first - room, last + room]
}

function formatPeriod({ start, end, label, records }: Period, x: (day: number) => number, lanes: number[]): string {
  const left = start === null ? 0 : x(start)
  const right = end === null ? WIDTH : Math.max(x(end), left + 7)
  const counts = countKinds(records)
  const text = `${label}${records.length > 1 ? ` (${records.length})` : ''}`
  const length = text.length * LETTER_WIDTH
  const fitsRight = right + 6 + length <= WIDTH
  const fitsLeft = left - 6 - length >= 0
  const textX = fitsRight ? right + 6 : fitsLeft ? left - 6 - length : Math.max(0, Math.min(left, WIDTH - length))
  // A label that fits beside neither end stands under the bar, in a lane of its own.
  const [from, to] = [Math.min(left, textX), Math.max(right, textX + length)]
  const isUnder = !fitsRight && !fitsLeft
  let lane = lanes.findIndex(filled => filled + 8 <= from)
  if (lane < 0 || isUnder) lane = lanes.length
  lanes[lane] = to
  if (isUnder) lanes[lane + 1] = to
  const y = TOP + lane * LANE
  const [first] = records
  return `<a href="#${first?.id}" class="period ${counts}" aria-label="${escapeHtml(text)}"><title>${escapeHtml(`${label}: ${records.map(r => r.id).join(', ')}`)}</title>
<rect class="${start === null || end === null ? 'open' : ''}" x="${round(left)}" y="${y + 4}" width="${round(right - left)}" height="7" rx="3.5"/>
<text x="${round(textX)}" y="${isUnder ? y + LANE + 8 : y + 12}">${escapeHtml(text)}</text></a>`
}

/** The kind that most of the records are of. */
function countKinds(records: readonly RecordView[]): string {
  const counts = new Map<string, number>()
  for (const { kind } of records) counts.set(LETTER[kind], (counts.get(LETTER[kind]) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'v'
}

const SHORT_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] as const

/** Round days between two: years, months or days, eight at most. */
function ticks(from: number, to: number): { day: number; label: string }[] {
  const [first, last] = [dateOf(from), dateOf(to)]
  const years = last.year - first.year
  if (years >= 2) {
    const step = STEPS.find(each => years / each <= 8) ?? 5000
    const begin = Math.ceil(first.year / step) * step
    return listTicks(i => ({ day: dayOf(begin + i * step, 1, 1), label: String(begin + i * step) }), from, to)
  }
  const months = years * 12 + last.month - first.month
  if (months >= 3) {
    const step = months > 16 ? 3 : months > 8 ? 2 : 1
    const begin = dayOf(first.year, 1, 1)
    return listTicks(
      i => {
        const day = addMonths(begin, i * step)
        const { year, month } = dateOf(day)
        return { day, label: month === 1 ? String(year) : (SHORT_MONTHS[month - 1] as string) }
      },
      from,
      to,
    )
  }
  const step = Math.max(1, Math.ceil((to - from) / 7))
  return listTicks(
    i => {
      const day = from + i * step
      const date = dateOf(day)
      return { day, label: `${date.day} ${SHORT_MONTHS[date.month - 1]}` }
    },
    from + 1,
    to - 1,
  )
}

function listTicks(tick: (i: number) => { day: number; label: string }, from: number, to: number): { day: number; label: string }[] {
  const out = []
  for (let i = 0; i < 100; i++) {
    const next = tick(i)
    if (next.day > to) break
    if (next.day >= from) out.push(next)
  }
  return out
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
