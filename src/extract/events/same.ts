import type { Event } from '../../document/layers.ts'

/** What the comparison asks of the report. */
export interface TwinSearch {
  /** The trigger points back: "the attack". */
  readonly definite: boolean
  /** Is one place within the other, as far as known? */
  contains(a: string, b: string): boolean
}

/** How many earlier events are looked at. */
const WINDOW = 40

/** Id of the earliest telling of this event: same type, and nothing in parties, place, time or mode against it; null where none is. */
export function findTwin(before: readonly Event[], event: Omit<Event, 'same' | 'from'>, search: TwinSearch): string | null {
  for (let i = before.length - 1; i >= Math.max(0, before.length - WINDOW); i--) {
    const other = before[i] as Event
    if (other.type !== event.type || (other.mode && event.mode && other.mode !== event.mode)) continue
    if (other.status === 'negated' || other.status === 'denied' || (other.status === 'planned') !== (event.status === 'planned')) continue
    const actors = compare(other.actors, event.actors)
    const recipients = compare(other.recipients, event.recipients)
    // Those who died in "the attack" need not be those named before as attacked.
    if (
      actors === 'against' ||
      (recipients === 'against' && !search.definite) ||
      !samePlace(other, event, search) ||
      !sameTime(other, event)
    )
      continue
    const shared = Number(actors === 'for') + Number(recipients === 'for') + Number(other.place !== null && other.place === event.place)
    // "The attack" needs little to be the one told before; a new telling must share parties.
    if (shared >= 2 || (search.definite && (shared >= 1 || event.actors.length + event.recipients.length === 0)))
      return other.same ?? other.id
  }
  return null
}

function compare(a: readonly string[], b: readonly string[]): 'for' | 'against' | 'open' {
  if (a.length === 0 || b.length === 0) return 'open'
  return a.some(x => b.includes(x)) ? 'for' : 'against'
}

function samePlace(a: Pick<Event, 'place'>, b: Pick<Event, 'place'>, { contains }: TwinSearch): boolean {
  return a.place === null || b.place === null || contains(a.place, b.place)
}

function sameTime(a: Pick<Event, 'time'>, b: Pick<Event, 'time'>): boolean {
  const [x, y] = [a.time, b.time]
  if (!x?.start || !x.end || !y?.start || !y.end) return true
  return x.start <= y.end && y.start <= x.end
}
