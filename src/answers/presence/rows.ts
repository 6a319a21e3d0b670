import type { Days } from '../../reconcile/series/told.ts'
import { parseDay } from '../../util/calendar.ts'
import { pushTo } from '../../util/group.ts'
import { countOrigins, evidenceOf } from '../origins.ts'
import type { PresenceKind } from './kinds.ts'
import type { Count, Mark, Step } from './marks.ts'

/** One step of a presence, as first told with a day. */
export interface StepTold {
  readonly day: string | null
  /** "reported": no day is told; it is that of the report. */
  readonly dayBasis: 'told' | 'reported'
  /** When it is to be, of what is promised or announced. */
  readonly due: Days | null
  readonly count: number | null
  readonly isExact: boolean
  readonly by: string | null
  readonly evidence: readonly string[]
}

/** How much later than promised, in days: after the last day of the promised time, and after its first. */
export interface Lateness {
  readonly days: number
  readonly most: number
}

/** What one side has, or is to have, in one state: from the promise to the end. */
export interface PresenceRow {
  readonly kind: PresenceKind
  /** Of arms, after SIPRI. */
  readonly category: string | null
  readonly what: string
  /** ISO 3166-1 alpha-3 of a state, else the key of an organization or group. */
  readonly sender: string
  readonly senderName: string
  readonly senderBasis: 'told' | 'inferred'
  readonly host: string
  readonly hostName: string
  readonly hostBasis: 'told' | 'inferred'
  readonly status: Step | 'overdue'
  /** "30 of 50": here, of those promised; a number that is not exact stands in brackets, as SIPRI has it. */
  readonly count: string | null
  readonly promised: StepTold | null
  readonly agreed: StepTold | null
  readonly begun: StepTold | null
  /** All that came, a step a day. */
  readonly deliveries: readonly StepTold[]
  readonly leaving: StepTold | null
  readonly ended: StepTold | null
  /** The last time that somebody said that nothing had come. */
  readonly notYet: StepTold | null
  readonly alleged: StepTold | null
  readonly late: Lateness | null
  readonly reports: number
  readonly origins: number
  readonly evidence: readonly string[]
}

/** Tellings of one sender, host and kind → from promise to end, each time anew. `today`: the last day that anything is known of. */
export function makeRows(marks: readonly Mark[], today: string | null): PresenceRow[] {
  const groups = new Map<string, Mark[]>()
  for (const mark of marks) {
    const key = [mark.sender.key, mark.host.key, mark.kind, mark.category].join('\n')
    pushTo(groups, key, mark)
  }
  return [...groups.values()].flatMap(group => splitEpisodes(group).map(episode => makeRow(episode, today))).sort(compareRows)
}

/** What is promised, or comes, after the end of what was there is another presence. */
function splitEpisodes(marks: readonly Mark[]): Mark[][] {
  const episodes: Mark[][] = []
  let end: string | null = null
  for (const mark of [...marks].sort(compareMarks)) {
    const isNext =
      end !== null && mark.day !== null && mark.day > end && (mark.step === 'promised' || mark.step === 'agreed' || mark.step === 'begun')
    if (isNext || episodes.length === 0) episodes.push([])
    if (isNext) end = null
    if (mark.step === 'ended') end = mark.day
    episodes.at(-1)?.push(mark)
  }
  return episodes
}

function compareMarks(a: Mark, b: Mark): number {
  const key = ({ day, row }: Mark) => `${day ?? '9999'} ${row.published ?? ''} ${row.report}`
  const [keyA, keyB] = [key(a), key(b)]
  return keyA === keyB ? a.row.no - b.row.no : keyA < keyB ? -1 : 1
}

function makeRow(marks: readonly Mark[], today: string | null): PresenceRow {
  const [first] = marks as readonly [Mark, ...Mark[]]
  const of = (step: Step) => marks.filter(mark => mark.step === step)
  const deliveries = tellDeliveries(of('begun'))
  const promised = tellStep(of('promised'))
  const agreed = tellStep(of('agreed'))
  const [begun, ended] = [deliveries[0] ?? null, tellStep(of('ended'))]
  const due = promised?.due ?? agreed?.due ?? null
  const late = latenessOf(due, begun?.day ?? (ended ? null : today))
  const isOverdue = late !== null && begun === null && ended === null
  const steps = {
    promised,
    agreed,
    begun,
    deliveries,
    leaving: tellStep(of('leaving')),
    ended,
    notYet: tellStep(of('notYet').slice(-1)),
    alleged: tellStep(of('alleged')),
  }
  const rows = marks.map(mark => mark.row)
  const told = (side: 'sender' | 'host') => (marks.some(mark => mark[side].basis === 'told') ? 'told' : 'inferred')
  return {
    kind: first.kind,
    category: first.category,
    what: (marks.find(mark => mark.count !== null) ?? first).what,
    sender: first.sender.key,
    senderName: first.sender.name,
    senderBasis: told('sender'),
    host: first.host.key,
    hostName: first.host.name,
    hostBasis: told('host'),
    status: isOverdue ? 'overdue' : statusOf(steps),
    count: formatCount(steps),
    ...steps,
    late,
    reports: new Set(rows.map(row => row.report)).size,
    origins: countOrigins(rows),
    evidence: evidenceOf(marks.flatMap(mark => mark.evidence)),
  }
}

type Steps = Pick<PresenceRow, 'promised' | 'agreed' | 'begun' | 'deliveries' | 'leaving' | 'ended' | 'notYet' | 'alleged'>

function statusOf({ promised, agreed, begun, leaving, ended, notYet, alleged }: Steps): Step {
  if (ended) return 'ended'
  if (leaving) return 'leaving'
  if (begun) return 'begun'
  if (agreed) return 'agreed'
  if (promised) return 'promised'
  return notYet ? 'notYet' : alleged ? 'alleged' : 'begun'
}

/** One step out of its tellings: the earliest day that is told, the newest number. */
function tellStep(marks: readonly Mark[]): StepTold | null {
  const first = marks.find(mark => mark.dayBasis === 'told') ?? marks[0]
  if (!first) return null
  // Something promised is retold with the month of the promise: the earliest report knows the day.
  const early = marks.reduce((a, b) => ((b.row.published ?? '9999') < (a.row.published ?? '9999') ? b : a))
  const day =
    first.day !== null && early.day !== null && early.day.slice(0, 7) === first.day.slice(0, 7) && early.day > first.day ? early : first
  const counted = marks.findLast(mark => numberOf(mark.count) !== null)
  return {
    day: day.day,
    dayBasis: day.dayBasis,
    due: marks.find(mark => mark.due !== null)?.due ?? null,
    count: numberOf(counted?.count ?? null),
    isExact: counted?.count?.isExact ?? false,
    by: (day.by === null ? marks.find(mark => mark.by !== null) : day)?.by ?? null,
    evidence: evidenceOf([day, ...marks].flatMap(mark => mark.evidence)),
  }
}

/** Days within which a report that gives no day is taken to tell again what came. */
const RETOLD_DAYS = 14

/** What came, by the day: what is told without a day belongs to what came before it. */
function tellDeliveries(marks: readonly Mark[]): StepTold[] {
  const days: Mark[][] = []
  for (const mark of marks) {
    const last = days.at(-1)
    const apart = last ? daysBetween(last[0]?.day ?? null, mark.day) : null
    const isRetold = apart !== null && (apart === 0 || (mark.dayBasis === 'reported' && apart <= RETOLD_DAYS))
    if (last && isRetold) last.push(mark)
    else days.push([mark])
  }
  return days.flatMap(group => tellStep(group) ?? [])
}

function latenessOf(due: Days | null, day: string | null): Lateness | null {
  const last = due?.end ?? due?.start ?? null
  const days = daysBetween(last, day)
  if (days === null || days <= 0) return null
  return { days, most: daysBetween(due?.start ?? last, day) ?? days }
}

function daysBetween(start: string | null, end: string | null): number | null {
  const [from, to] = [start === null ? null : parseDay(start), end === null ? null : parseDay(end)]
  return from === null || to === null ? null : to - from
}

function numberOf(count: Count | null): number | null {
  return count && (count.best ?? count.low ?? count.high)
}

/** Deliveries of several days are added as long as they do not make more than was promised; else the largest one counts. */
function formatCount({ promised, agreed, begun, deliveries, leaving, ended }: Steps): string | null {
  const numbers = deliveries.filter(each => each.count !== null)
  const planned = promised?.count === undefined || promised.count === null ? agreed : promised
  const sum = numbers.reduce((total, each) => total + (each.count ?? 0), 0)
  const largest = numbers.reduce((most, each) => Math.max(most, each.count ?? 0), 0)
  const here = planned?.count != null && numbers.length > 1 && sum <= planned.count ? sum : largest
  const of = planned?.count != null ? bracket(planned.count, planned.isExact) : null
  if (begun && numbers.length > 0)
    return `${bracket(
      here,
      numbers.every(each => each.isExact),
    )}${of === null ? '' : ` of ${of}`}`
  if (of !== null) return of
  const last = ended?.count != null ? ended : leaving
  return last?.count != null ? bracket(last.count, last.isExact) : null
}

function bracket(count: number, isExact: boolean): string {
  return isExact ? String(count) : `[${count}]`
}

function compareRows(a: PresenceRow, b: PresenceRow): number {
  const key = (row: PresenceRow) => [row.hostName, row.senderName, row.kind, row.category ?? '', row.evidence[0]].join('\n')
  return key(a) < key(b) ? -1 : 1
}
