import type { EventType } from '../../record/vocab/plover.ts'
import { type Quad, scaleOf, TYPE_VALUES } from '../../record/vocab/plover.ts'
import type { DealingRow } from '../../store/dealings.ts'
import type { PartyRow } from '../../store/offices.ts'
import { parseDay } from '../../util/calendar.ts'
import { countOrigins, evidenceOf, recordId } from '../origins.ts'

/** Something between two sides, told by one report or many. */
export interface Dealing {
  readonly kind: 'event'
  readonly day: string
  /** "told" by a report, or the day of the first report of it. */
  readonly basis: 'told' | 'seen'
  readonly type: EventType
  readonly mode: string | null
  readonly status: string
  /** 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
  readonly quad: Quad
  /** On PLOVER's scale of -10 to +10. */
  readonly scale: number
  /** Who acts: the first side, the second, or both together. */
  readonly by: 'a' | 'b' | 'both'
  readonly actors: readonly string[]
  readonly recipients: readonly string[]
  /** Does it count? What is only possible, planned, denied or negated does not; a promise or a threat is itself what happened. */
  readonly counts: boolean
  /** The words that tell it first. */
  readonly words: string
  readonly reports: number
  readonly origins: number
  readonly evidence: readonly string[]
}

/** Days within which a report without a day tells again what was told before. */
const ECHO = 30
/** Deeds in words: planned, they happened all the same. */
const SPOKEN: ReadonlySet<string> = new Set(['AGREE', 'THREATEN', 'REQUEST'])

/** Which side a party is on. */
export type SideOf = (party: PartyRow) => 'a' | 'b' | null

/** Events between two sides, each once. Rows are in the order of their days; parties are of all of them. */
export function makeDealings(rows: readonly DealingRow[], parties: readonly PartyRow[], sideOf: SideOf): Dealing[] {
  const ofEvent = new Map<number, PartyRow[]>()
  for (const party of parties) {
    const known = ofEvent.get(party.record)
    if (known) known.push(party)
    else ofEvent.set(party.record, [party])
  }
  const told: Told[] = []
  const byKey = new Map<string, Told[]>()
  for (const row of [...rows].sort((a, b) => vagueness(a) - vagueness(b))) {
    const by = directionOf(ofEvent.get(row.no) ?? [], sideOf)
    if (by === null) continue
    const key = [row.type, row.mode, by, row.type === 'ASSAULT' ? row.place : '', isDone(row)].join('\n')
    const alike = byKey.get(key) ?? []
    byKey.set(key, alike)
    const known = alike.findLast(each => isSame(each.first, row))
    if (known) known.rows.push(row)
    else {
      const dealing = { first: row, rows: [row], by }
      alike.push(dealing)
      told.push(dealing)
    }
  }
  return told.map(each => toDealing(each, ofEvent.get(each.first.no) ?? [])).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

interface Told {
  readonly first: DealingRow
  readonly rows: DealingRow[]
  readonly by: Dealing['by']
}

/** Those with a day come first, then those with a month or a year, so that what is only mentioned finds what it mentions. */
function vagueness({ timeStart, timeEnd }: DealingRow): number {
  if (timeStart === null) return 2
  return timeEnd === null || timeEnd === timeStart ? 0 : 1
}

/** Is an event of a kind told again: of one incident, on the same day, in the month told; without a day, within a month behind it? */
function isSame(first: DealingRow, again: DealingRow): boolean {
  if (first.incident !== null && first.incident === again.incident) return true
  const day = first.timeStart ?? first.published ?? ''
  if (again.timeStart !== null) return day >= again.timeStart && day <= (again.timeEnd ?? again.timeStart)
  const [before, published] = [parseDay(day), parseDay(again.published ?? '')]
  return before !== null && published !== null && published >= before && published - before <= ECHO
}

/** Who acts towards whom; null where both suffer, or both act on somebody else. */
function directionOf(parties: readonly PartyRow[], sideOf: SideOf): Dealing['by'] | null {
  const has = (role: PartyRow['role'], side: 'a' | 'b') => parties.some(party => party.role === role && sideOf(party) === side)
  const [a, b] = [has('actor', 'a'), has('actor', 'b')]
  if (a && b) return parties.some(party => party.role === 'recipient' && sideOf(party) === null) ? null : 'both'
  if (a && has('recipient', 'b')) return 'a'
  return b && has('recipient', 'a') ? 'b' : null
}

function isDone({ status, type }: Pick<DealingRow, 'status' | 'type'>): boolean {
  return status === 'occurred' || status === 'ongoing' || (status === 'planned' && SPOKEN.has(type))
}

function toDealing({ first, rows, by }: Told, parties: readonly PartyRow[]): Dealing {
  const type = first.type as EventType
  const names = (role: PartyRow['role']) => parties.filter(party => party.role === role).map(party => party.name)
  return {
    kind: 'event',
    day: first.timeStart ?? first.published ?? '',
    basis: first.timeStart === null ? 'seen' : 'told',
    ...{ type, mode: first.mode, status: first.status, quad: TYPE_VALUES[type].quad, scale: scaleOf(type, first.mode), by },
    ...{ actors: names('actor'), recipients: names('recipient'), counts: isDone(first) },
    words: [first.triggerText, first.objectText].filter(text => text !== null).join(' … '),
    reports: new Set(rows.map(row => row.report)).size,
    origins: countOrigins(rows),
    evidence: evidenceOf(rows.map(row => recordId(row, 'v'))),
  }
}
