import { parseDay } from '../../util/calendar.ts'
import { countOrigins, evidenceOf } from '../origins.ts'
import type { Change, Post } from './posts.ts'
import type { Telling } from './tellings.ts'

/** A post is opened, closed, suspended …; an ambassador is recalled, expelled …: once, however often it is told. */
export interface MissionChange {
  readonly kind: 'change'
  readonly change: Change
  readonly post: Post
  /** ISO 3166-1 alpha-3 of the state whose post it is. */
  readonly sender: string
  readonly senderName: string
  readonly host: string
  readonly hostName: string
  /** Does a report say whose it is and where, or does that follow from what else it names? */
  readonly basis: 'told' | 'inferred'
  readonly status: 'occurred' | 'planned'
  readonly day: string | null
  /** "reported": no day is told; it is that of the report. */
  readonly dayBasis: 'told' | 'reported'
  readonly by: string | null
  /** The ambassador, where he has a name. */
  readonly who: string | null
  readonly reports: number
  readonly origins: number
  readonly evidence: readonly string[]
}

/** Days within which what is told without a day is taken for what was told before. */
const RETOLD_DAYS = 60
/** A report may be earlier than the one that gives the day. */
const EARLY_DAYS = 3

/** Tellings of the same changes as one each, by their days. `nameOf` gives the ambassador of a telling. */
export function mergeTellings(tellings: readonly Telling[], nameOf: (telling: Telling) => string | null): MissionChange[] {
  const groups = new Map<string, Telling[][]>()
  const sorted = [...tellings].sort((a, b) => Number(a.dayBasis === 'reported') - Number(b.dayBasis === 'reported') || compareDays(a, b))
  for (const telling of sorted) {
    const key = [telling.sender.key, telling.host.key, telling.post, telling.change, telling.status].join('\n')
    const known = groups.get(key) ?? []
    const same = known.find(([first]) => first && isSame(first, telling))
    if (same) same.push(telling)
    else known.push([telling])
    groups.set(key, known)
  }
  return [...groups.values()]
    .flat()
    .map(group => makeChange(group, nameOf))
    .sort(compareChanges)
}

function isSame(first: Telling, telling: Telling): boolean {
  const [a, b] = [first.day === null ? null : parseDay(first.day), telling.day === null ? null : parseDay(telling.day)]
  if (a === null || b === null) return true
  return telling.dayBasis === 'told' ? a === b : b - a >= -EARLY_DAYS && b - a <= RETOLD_DAYS
}

function makeChange(tellings: readonly Telling[], nameOf: (telling: Telling) => string | null): MissionChange {
  const [first] = tellings as readonly [Telling, ...Telling[]]
  return {
    kind: 'change',
    change: first.change,
    post: first.post,
    sender: first.sender.key,
    senderName: first.sender.name,
    host: first.host.key,
    hostName: first.host.name,
    basis: tellings.some(({ sender, host }) => sender.basis === 'told' && host.basis === 'told') ? 'told' : 'inferred',
    status: first.status,
    day: first.day,
    dayBasis: first.dayBasis,
    by: first.by,
    who: tellings.map(nameOf).find(name => name !== null) ?? null,
    reports: new Set(tellings.map(telling => telling.row.report)).size,
    origins: countOrigins(tellings.map(telling => telling.row)),
    evidence: evidenceOf(tellings.map(telling => telling.evidence)),
  }
}

function compareDays(a: Telling, b: Telling): number {
  const key = (telling: Telling) => `${telling.day ?? '9999'} ${telling.evidence}`
  return key(a) < key(b) ? -1 : 1
}

/** By states, then by day. */
function compareChanges(a: MissionChange, b: MissionChange): number {
  const key = (each: MissionChange) => [each.senderName, each.hostName, each.day ?? '9999', each.evidence[0]].join('\n')
  return key(a) < key(b) ? -1 : 1
}
