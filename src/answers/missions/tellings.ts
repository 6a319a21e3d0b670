import { reviewReport } from '../../library/decisions/review-report.ts'
import type { Database } from '../../store/database.ts'
import type { DoingRow } from '../../store/doings.ts'
import type { PartyRow } from '../../store/offices.ts'
import { splitRecordNumber } from '../../store/records.ts'
import { recordId } from '../origins.ts'
import { type Side, type Surroundings, stateOf, stateSide } from '../sides.ts'
import { type Change, classOf, findChange, findPost, type Post } from './posts.ts'

/** One telling of a change of a post of one state in another. */
export interface Telling {
  readonly change: Change
  readonly post: Post
  /** Whose post it is. */
  readonly sender: Side
  readonly host: Side
  readonly status: 'occurred' | 'planned'
  readonly day: string | null
  readonly dayBasis: 'told' | 'reported'
  /** The state that does it, or null. */
  readonly by: string | null
  readonly row: DoingRow
  readonly evidence: string
}

/** What stands around an event. */
export interface Around {
  readonly db: Database
  readonly parties: readonly PartyRow[]
  readonly surroundings: Surroundings
}

const DONE: ReadonlySet<string> = new Set(['occurred', 'ongoing'])

/** The change of a post that an event tells, or null. */
export function readTelling(row: DoingRow, around: Around): Telling | null {
  if (!DONE.has(row.status) && row.status !== 'planned') return null
  const found = findWhat(row, around)
  const sides = found && findSides(row, found, around)
  if (!found || !sides) return null
  const day = row.timeStart ?? row.timeEnd
  return {
    ...found,
    ...sides,
    status: DONE.has(row.status) ? 'occurred' : 'planned',
    day: day ?? row.published,
    dayBasis: day === null ? 'reported' : 'told',
    row,
    evidence: recordId(row, 'v'),
  }
}

/** The post and what happens to it: from the words of the event, else from those right around its trigger where a state is expelled from. */
function findWhat(row: DoingRow, around: Around): { readonly post: Post; readonly change: Change } | null {
  const of = (words: string): { post: Post; change: Change } | null => {
    const post = findPost(words)
    const change = post && findChange(row.triggerText, post)
    return post && change ? { post, change } : null
  }
  const names = (role: PartyRow['role']) => around.parties.filter(party => party.role === role).map(party => party.name)
  for (const words of [row.objectText ?? '', ...names('recipient'), row.triggerText, ...names('actor')]) {
    const found = of(words)
    if (found) return found
  }
  return isBetweenStates(row, around) ? of(wordsAround(around.db, row)) : null
}

/** Somebody is expelled or withdrawn, and the event names but the two states. */
export function isBetweenStates({ type, mode, objectText }: DoingRow, { parties }: Pick<Around, 'parties'>): boolean {
  if (type !== 'SANCTION' || (mode !== 'expel' && mode !== 'withdraw') || objectText !== null) return false
  return parties.some(party => party.role === 'recipient' && party.kind === 'country') && parties.some(party => party.role === 'actor')
}

/** Letters before and behind a trigger that are looked at. */
const NEAR = 40

function wordsAround(db: Database, { no }: DoingRow): string {
  const { report, ordinal } = splitRecordNumber(no)
  const { reading } = reviewReport(db, report)
  const event = reading.events.find(each => each.id === `v${ordinal}`)
  if (!event) return ''
  const { trigger, evidence } = event
  const first = (typeof trigger[0] === 'number' ? trigger : trigger[0]) as readonly [number, number]
  const { text } = reading.report
  const behind = text.slice(first[1], Math.min(evidence[1], first[1] + NEAR))
  return findPost(behind) === null ? text.slice(Math.max(evidence[0], first[0] - NEAR), first[0]) : behind
}

/** Whose post it is, and where. Only the host expels; an office is that of whoever acts, unless it lies in his own state. */
function findSides(
  row: DoingRow,
  { post, change }: { readonly post: Post; readonly change: Change },
  { parties, surroundings }: Around,
): Pick<Telling, 'sender' | 'host' | 'by'> | null {
  const statesOf = (role: PartyRow['role']) => parties.filter(party => party.role === role).flatMap(party => stateOf(party) ?? [])
  const [actors, recipients] = [statesOf('actor'), statesOf('recipient')]
  const place = row.country ?? surroundings.ofPlace(row.placeKey, row.placeName)
  const [actor] = actors
  const other = (state: string, told: readonly (string | null | undefined)[]): Side | null => {
    const named = told.find(each => each != null && each !== state)
    if (named != null) return stateSide(named, 'told')
    const near = surroundings.ofReport(row.no).find(each => each !== state)
    return near === undefined ? null : stateSide(near, 'inferred')
  }
  if (actor === undefined) return null
  const by = stateSide(actor, 'told').name
  const told = [...recipients, ...actors, place]
  const isHosts = change === 'expelled' || (classOf(post) === 'post' && place === actor && recipients.some(state => state !== actor))
  if (isHosts) {
    const sender = other(actor, recipients)
    return sender && { sender, host: stateSide(actor, 'told'), by }
  }
  const host = other(actor, told)
  return host && { sender: stateSide(actor, 'told'), host, by }
}
