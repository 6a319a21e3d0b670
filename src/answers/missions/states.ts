import { evidenceOf } from '../origins.ts'
import type { MissionChange } from './changes.ts'
import { type Change, classOf, officeOf, type Post } from './posts.ts'

/** How a post of one state in another stands on a day. */
export interface MissionState {
  readonly kind: 'state'
  readonly post: ReturnType<typeof officeOf>
  readonly sender: string
  readonly senderName: string
  readonly host: string
  readonly hostName: string
  readonly on: string | null
  readonly state: 'open' | 'closed' | 'suspended' | 'downgraded'
  /** Where the ambassador is; null where nothing tells. */
  readonly ambassador: 'present' | 'recalled' | 'expelled' | null
  /** The day of the change that made it so; null where it is inferred from what came later, or from a mention. */
  readonly since: string | null
  readonly basis: 'told' | 'inferred'
  readonly because: string
  readonly evidence: readonly string[]
}

/** Somebody speaks for an embassy, or it is named: it is there. */
export interface Sighting {
  readonly sender: string
  readonly senderName: string
  readonly host: string
  readonly hostName: string
  readonly post: Post
  readonly day: string | null
  readonly evidence: string
}

const AFTER: Readonly<Record<Change, MissionState['state']>> = {
  opened: 'open',
  reopened: 'open',
  upgraded: 'open',
  closed: 'closed',
  severed: 'closed',
  suspended: 'suspended',
  downgraded: 'downgraded',
  recalled: 'open',
  expelled: 'open',
  returned: 'open',
  appointed: 'open',
}
const BEFORE: Readonly<Record<Change, MissionState['state']>> = {
  ...AFTER,
  opened: 'closed',
  reopened: 'closed',
  closed: 'open',
  severed: 'open',
  suspended: 'open',
  downgraded: 'open',
}
const AMBASSADOR: Partial<Readonly<Record<Change, MissionState['ambassador']>>> = {
  recalled: 'recalled',
  expelled: 'expelled',
  returned: 'present',
  appointed: 'present',
}
const AMBASSADOR_BEFORE: Partial<Readonly<Record<Change, MissionState['ambassador']>>> = { recalled: 'present', expelled: 'present' }

/** How each post stands on a day, by what was told until then, else by what was told later or in passing. `on` null: today. */
export function statesOn(changes: readonly MissionChange[], sightings: readonly Sighting[], on: string | null): MissionState[] {
  const posts = new Map<string, { first: MissionChange | Sighting; changes: MissionChange[]; seen: Sighting[] }>()
  const at = (each: MissionChange | Sighting, isTurned = false) => {
    const [from, to] = isTurned ? [each.host, each.sender] : [each.sender, each.host]
    const key = [from, to, officeOf(each.post)].join('\n')
    const found = posts.get(key) ?? { first: each, changes: [], seen: [] }
    posts.set(key, found)
    return found
  }
  for (const change of changes) if (change.status === 'occurred') at(change).changes.push(change)
  for (const sighting of sightings) at(sighting).seen.push(sighting)
  // Relations are those of both states: what ends them ends the other's embassy too, where one is known.
  for (const change of changes) {
    const turned = [change.host, change.sender, 'embassy'].join('\n')
    if (change.status === 'occurred' && change.post === 'relations' && posts.has(turned)) at(change, true).changes.push(change)
  }
  return [...posts].flatMap(([key, post]) => stateOf(key, post, on) ?? []).sort(compareStates)
}

function stateOf(
  key: string,
  {
    first,
    changes,
    seen,
  }: { readonly first: MissionChange | Sighting; readonly changes: readonly MissionChange[]; readonly seen: readonly Sighting[] },
  on: string | null,
): MissionState | null {
  const sorted = [...changes].sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : 1))
  const isPast = ({ day }: { readonly day: string | null }) => on === null || (day !== null && day <= on)
  const people = sorted.filter(change => classOf(change.post) === 'person')
  const offices = sorted.filter(change => classOf(change.post) !== 'person')
  const [last, next] = [offices.findLast(isPast), offices.find(change => !isPast(change))]
  const [lastPerson, nextPerson] = [people.findLast(isPast), people.find(change => !isPast(change))]
  const sighting = seen.findLast(isPast)
  const ambassador = lastPerson
    ? (AMBASSADOR[lastPerson.change] ?? null)
    : nextPerson
      ? (AMBASSADOR_BEFORE[nextPerson.change] ?? null)
      : null
  const told = last && { state: AFTER[last.change], since: last.day, basis: 'told' as const, because: describe(last), from: last.evidence }
  const inferred = (change: MissionChange | undefined, state: MissionState['state'] | undefined, because: string) =>
    change && state && { state, since: null, basis: 'inferred' as const, because, from: change.evidence }
  const [sender = '', host = ''] = key.split('\n')
  const isTurned = first.sender !== sender
  const found =
    told ??
    inferred(next, next && BEFORE[next.change], next ? `it was ${next.change} later` : '') ??
    inferred(lastPerson, 'open', lastPerson ? `its ambassador was ${lastPerson.change}` : '') ??
    inferred(nextPerson, 'open', nextPerson ? `its ambassador was ${nextPerson.change} later` : '') ??
    (sighting
      ? { state: 'open' as const, since: null, basis: 'inferred' as const, because: 'a report names it', from: [sighting.evidence] }
      : null)
  if (!found) return null
  const { from, ...rest } = found
  return {
    kind: 'state',
    post: officeOf(first.post),
    sender,
    senderName: isTurned ? first.hostName : first.senderName,
    host,
    hostName: isTurned ? first.senderName : first.hostName,
    on,
    ...rest,
    ambassador: found.state === 'closed' ? null : ambassador,
    evidence: evidenceOf([...from, ...(lastPerson?.evidence ?? [])]),
  }
}

function describe({ change, post, day, dayBasis }: MissionChange): string {
  return `the ${post} ${post === 'relations' ? 'were' : 'was'} ${change}${day === null ? '' : ` on ${day}${dayBasis === 'told' ? '' : ' or before'}`}`
}

function compareStates(a: MissionState, b: MissionState): number {
  const key = (each: MissionState) => [each.senderName, each.hostName, each.post].join('\n')
  return key(a) < key(b) ? -1 : 1
}
