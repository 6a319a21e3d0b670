import { dayOf, formatDay, parseDay } from '../../util/calendar.ts'
import { pushTo } from '../../util/group.ts'
import { countOrigins, evidenceOf } from '../origins.ts'
import type { PowerEvent } from './power-events.ts'
import { mostFrequent, type Spell } from './spells.ts'

/**
 * A coup or an attempt at one: illegal and overt attempts by the military or other elites within the state apparatus to unseat the sitting
 * executive, successful where power is held for at least seven days (J. M. Powell and C. L. Thyne, "Global instances of coups from 1950 to
 * 2010", Journal of Peace Research 48, 2011). Plots are none by that definition, and are told apart.
 */
export interface Coup {
  readonly kind: 'coup'
  readonly country: string | null
  readonly outcome: 'succeeded' | 'attempted' | 'plotted'
  readonly day: string
  readonly basis: 'told' | 'seen'
  /** Who was to be unseated, and who did it, as far as reports name them. */
  readonly against: string | null
  readonly by: readonly string[]
  readonly reports: number
  readonly origins: number
  /** A sentence: why this outcome. */
  readonly because: string
  readonly evidence: readonly string[]
}

/** Power must be held for so many days. */
const HELD = 7
/** Days around an attempt within which it is told; a mention without a day joins the last attempt before it. */
const WEEK = 7

/** What a library knows beside the events: who is in office, and the day of the last report about a country. */
export interface Afterwards {
  readonly spells: readonly Spell[]
  readonly lastDay: (country: string) => string | null
}

/** Coups and attempts, by country and week, each once. */
export function findCoups(events: readonly PowerEvent[], afterwards: Afterwards): Coup[] {
  const byCountry = new Map<string, PowerEvent[]>()
  for (const event of events) {
    if (event.says === 'resigned' || event.country === null || isByRebels(event)) continue
    const key = event.country
    pushTo(byCountry, key, event)
  }
  return [...byCountry.values()].flatMap(group => groupByWeek(group).map(week => makeCoup(week, afterwards)))
}

/** Rebels who take a capital make no coup: they are not of the state. */
function isByRebels({ actors, says }: PowerEvent): boolean {
  return says === 'seized' && actors.length > 0 && actors.every(actor => actor.kind === 'armed-group' || actor.kind === 'country')
}

/** Those in power do not unseat themselves. */
function isPlotter({ kind }: PowerEvent['actors'][number]): boolean {
  return kind !== 'government' && kind !== 'country' && kind !== 'place'
}

function groupByWeek(events: readonly PowerEvent[]): PowerEvent[][] {
  const dayNumber = (event: PowerEvent) => parseDay(event.told ?? event.row.published ?? '') ?? dayOf(1970, 1, 1)
  const groups: { start: number; isTold: boolean; events: PowerEvent[] }[] = []
  const sorted = [...events].sort(
    (a, b) => Number(b.told !== null) - Number(a.told !== null) || dayNumber(a) - dayNumber(b) || (a.id < b.id ? -1 : 1),
  )
  for (const event of sorted) {
    const day = dayNumber(event)
    const near = groups.findLast(group => (event.told === null && group.isTold ? group.start <= day : Math.abs(day - group.start) < WEEK))
    if (near) near.events.push(event)
    else groups.push({ start: day, isTold: event.told !== null, events: [event] })
  }
  return groups.sort((a, b) => a.start - b.start).map(group => group.events)
}

function makeCoup(events: readonly PowerEvent[], afterwards: Afterwards): Coup {
  const told = events.flatMap(event => event.told ?? [])
  const published = events.flatMap(event => event.row.published ?? []).sort()
  const day = told.length > 0 ? mostFrequent(told) : (published[0] ?? '')
  const country = events[0]?.country ?? null
  const victims = events.flatMap(event => event.people)
  return {
    ...{ kind: 'coup', country, day },
    ...judge(events, country, day, afterwards),
    basis: told.length > 0 ? 'told' : 'seen',
    against: victims.length > 0 ? mostFrequent(victims) : null,
    by: [
      ...new Set(events.filter(event => event.says !== 'coup').flatMap(event => event.actors.filter(isPlotter).map(actor => actor.name))),
    ],
    reports: new Set(events.map(event => event.row.report)).size,
    origins: countOrigins(events.map(event => event.row)),
    evidence: evidenceOf(events.map(event => event.id)),
  }
}

/** Succeeded, attempted or plotted, and why. What most reports say counts; "the coup" alone says nothing of its end. */
function judge(
  events: readonly PowerEvent[],
  country: string | null,
  day: string,
  { spells, lastDay }: Afterwards,
): Pick<Coup, 'outcome' | 'because'> {
  const count = (says: PowerEvent['says']) => countOrigins(events.filter(event => event.says === says).map(event => event.row))
  const [seized, coup, attempted, plotted] = [count('seized'), count('coup'), count('attempted'), count('plotted')]
  if (seized + coup + attempted === 0) return { outcome: 'plotted', because: 'Reports tell of a plan that was not begun' }
  if (attempted > seized || (plotted > 0 && seized + coup === 0 && attempted === 0))
    return { outcome: 'attempted', because: `Told as an attempt by ${attempted} of ${attempted + seized} publishers` }
  const held = formatDay((parseDay(day) ?? 0) + HELD)
  const ruler = spells.find(spell => isNewRuler(spell, country, day, held))
  if (ruler) return { outcome: 'succeeded', because: `${ruler.holder}, in office since, is still seen in it on ${ruler.last?.day}` }
  if (seized === 0) return { outcome: 'attempted', because: 'Reports tell of a coup, and nobody new is seen in office seven days later' }
  return country !== null && (lastDay(country) ?? '') >= held
    ? { outcome: 'succeeded', because: 'Power was seized, and no report tells within seven days that it was lost again' }
    : { outcome: 'attempted', because: 'Power was seized, but the library does not reach seven days further' }
}

function isNewRuler({ country, office, from, last, status }: Spell, of: string | null, day: string, held: string): boolean {
  if (country !== of || (office !== 'head of state' && office !== 'head of government') || status === 'disputed') return false
  return from !== null && last !== null && from.day >= day && from.day <= formatDay((parseDay(held) ?? 0) + 30) && last.day >= held
}
