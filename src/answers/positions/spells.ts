import { countOrigins, evidenceOf } from '../origins.ts'
import type { Sighting } from './sightings.ts'

/** A day, how it is known, and the records that it rests on. "told": a report names it; "seen": the day of a report; "inferred" from others. */
export interface DayKnown {
  readonly day: string
  readonly basis: 'told' | 'seen' | 'inferred'
  readonly evidence: readonly string[]
}

/** A report that saw somebody in office. */
export interface Seen {
  readonly day: string
  readonly evidence: string
}

/** Somebody in an office, from when to when as reported. */
export interface Spell {
  readonly kind: 'spell'
  /** ISO 3166-1 alpha-3; null for offices of bodies of no state. */
  readonly country: string | null
  readonly countryBasis: 'told' | 'inferred' | null
  readonly body: string | null
  readonly office: string
  /** The title that most reports give. */
  readonly title: string
  readonly deputy: boolean
  readonly holder: string
  readonly how: 'full' | 'acting'
  readonly status: 'current' | 'acting' | 'former' | 'ousted' | 'disputed' | 'future'
  readonly from: DayKnown | null
  readonly to: DayKnown | null
  /** How it ended. */
  readonly end: 'ousted' | 'resigned' | 'successor' | 'said' | null
  /** The first and last reports that saw the holder in office; null where none did. */
  readonly first: Seen | null
  readonly last: Seen | null
  readonly reports: number
  readonly origins: number
  readonly evidence: readonly string[]
}

/** The end of somebody's time in office, from an event. */
export interface Ending {
  readonly person: string
  readonly report: string
  readonly by: 'ousted' | 'resigned'
  readonly day: string | null
  readonly isTold: boolean
  readonly id: string
}

/** What one holder of one office was, with the sightings that do not go with it. */
export interface Held {
  readonly spell: Spell
  readonly person: string
  readonly isSingle: boolean
  /** Called the holder after the end. */
  readonly after: readonly Sighting[]
}

/** Reports that say that somebody is in office. */
const IN_OFFICE: ReadonlySet<string> = new Set(['current', 'acting', 'deputy'])

/** One holder of one office: all sightings are of him in it, by day. */
export function makeHeld(sightings: readonly Sighting[], endings: readonly Ending[]): Held[] {
  const inOffice = sightings.filter(each => IN_OFFICE.has(each.status) && each.day !== null)
  const ends = endingsOf(sightings, endings, inOffice)
  const disputed = sightings.filter(each => each.status === 'disputed')
  const held: Held[] = []
  const main = makeMain(sightings, inOffice, ends)
  if (main) held.push(main)
  if (disputed.length > 0)
    held.push({ spell: spellOf(disputed, { status: 'disputed' }), person: personOf(disputed), isSingle: false, after: [] })
  return held
}

function makeMain(sightings: readonly Sighting[], inOffice: readonly Sighting[], ends: readonly Ending[]): Held | null {
  const end = pickEnd(ends)
  const endReports = new Set(ends.map(each => each.report))
  const isBefore = (each: Sighting) => end === null || (each.day as string) <= end.day
  const before = inOffice.filter(each => isBefore(each) && !(endReports.has(each.row.report) && each.status !== 'acting'))
  const after = end === null ? [] : inOffice.filter(each => !isBefore(each) && !endReports.has(each.row.report))
  const former = sightings.filter(each => each.status === 'former')
  const future = sightings.filter(each => each.status === 'future')
  const about = inOffice.length > 0 ? inOffice : former.length > 0 ? former : future
  if (about.length === 0 && end === null) return null
  const all = about.length > 0 ? about : sightings
  if (end === null && inOffice.length === 0 && former.length === 0)
    return heldOf(all, { status: 'future', from: toldDay(future, 'timeStart') })
  const from = toldDay(before, 'timeStart') ?? seenDay(before[0])
  const told = end ?? formerEnd(former, inOffice)
  const how = isActing(before) ? 'acting' : 'full'
  const status = end ? (end.by === 'ousted' ? 'ousted' : 'former') : told ? 'former' : how === 'acting' ? 'acting' : 'current'
  const held = heldOf(all, {
    ...{ status, how, from },
    to: told && { day: told.day, basis: told.basis, evidence: told.evidence },
    end: end?.by ?? (told ? 'said' : null),
    first: toSeen(before[0]),
    last: toSeen(before.at(-1)),
  })
  return { ...held, after, spell: { ...held.spell, evidence: evidenceOf([...held.spell.evidence, ...(told?.evidence ?? [])]) } }
}

function heldOf(sightings: readonly Sighting[], more: Partial<Spell>): Held {
  return { spell: spellOf(sightings, more), person: personOf(sightings), isSingle: (sightings[0] as Sighting).office.isSingle, after: [] }
}

/** What a spell has from its sightings alone. */
function spellOf(sightings: readonly Sighting[], more: Partial<Spell>): Spell {
  const [one] = sightings as readonly [Sighting, ...Sighting[]]
  const told = sightings.find(each => each.countryBasis === 'told')
  return {
    kind: 'spell',
    country: one.country,
    countryBasis: told ? 'told' : one.countryBasis,
    body: one.body?.name ?? null,
    office: one.office.office,
    title: mostFrequent(sightings.map(each => each.row.title)),
    deputy: one.office.isDeputy,
    holder: one.holder,
    how: 'full',
    status: 'current',
    from: null,
    to: null,
    end: null,
    first: toSeen(sightings[0]),
    last: toSeen(sightings.at(-1)),
    reports: new Set(sightings.map(each => each.row.report)).size,
    origins: countOrigins(sightings.map(each => each.row)),
    evidence: evidenceOf(sightings.map(each => each.id)),
    ...more,
  }
}

function personOf(sightings: readonly Sighting[]): string {
  return (sightings[0] as Sighting).person
}

/** A report that leaves out "interim" is no other office: acting is who was ever called so, unless a later day is told on which he took it. */
function isActing(before: readonly Sighting[]): boolean {
  const acting = before.findLastIndex(each => each.status === 'acting')
  return acting >= 0 && !before.slice(acting + 1).some(each => each.row.timeStart !== null)
}

/** The ends of this time in office: none that came before anybody saw the holder in it. */
function endingsOf(sightings: readonly Sighting[], endings: readonly Ending[], inOffice: readonly Sighting[]): Ending[] {
  const telling = new Set(endings.map(each => each.report))
  const first = inOffice.find(each => !telling.has(each.row.report))?.day ?? ''
  const ousted = sightings
    .filter(each => each.status === 'ousted')
    .map(each => ({
      ...{ person: each.person, report: each.row.report, by: 'ousted' as const, id: each.id },
      day: each.row.timeStart ?? each.row.timeEnd ?? each.row.published,
      isTold: (each.row.timeStart ?? each.row.timeEnd) !== null,
    }))
  return [...endings, ...ousted].filter(each => each.day !== null && each.day >= first)
}

/** The day that most reports tell for an end, the earliest of those; where none tells one, the day of the first report. */
function pickEnd(ends: readonly Ending[]): (DayKnown & { readonly by: Ending['by'] }) | null {
  if (ends.length === 0) return null
  const told = ends.filter(each => each.isTold)
  const from = [...(told.length > 0 ? told : ends)].sort((a, b) => ((a.day as string) < (b.day as string) ? -1 : 1))
  const day = told.length > 0 ? mostFrequent(from.map(each => each.day as string)) : (from[0]?.day as string)
  const evidence = evidenceOf([...from.filter(each => each.day === day), ...ends].map(each => each.id))
  return { day, basis: told.length > 0 ? 'told' : 'seen', evidence, by: ends.find(each => each.day === day)?.by ?? 'ousted' }
}

/** "The former president": by that day he was it no more. */
function formerEnd(former: readonly Sighting[], inOffice: readonly Sighting[]): DayKnown | null {
  const last = inOffice.at(-1)?.day ?? ''
  const later = former.filter(each => each.day !== null && each.day > last)
  const [first] = later
  if (!first) return null
  const told = later.find(each => each.row.timeEnd !== null)
  return told
    ? { day: told.row.timeEnd as string, basis: 'told', evidence: [told.id] }
    : { day: first.day as string, basis: 'inferred', evidence: evidenceOf(later.map(each => each.id)) }
}

function toldDay(sightings: readonly Sighting[], field: 'timeStart'): DayKnown | null {
  const told = sightings.filter(each => each.row[field] !== null)
  if (told.length === 0) return null
  const day = mostFrequent(told.map(each => each.row[field] as string))
  return { day, basis: 'told', evidence: evidenceOf(told.filter(each => each.row[field] === day).map(each => each.id)) }
}

function seenDay(sighting: Sighting | undefined): DayKnown | null {
  return sighting?.day ? { day: sighting.day, basis: 'seen', evidence: [sighting.id] } : null
}

function toSeen(sighting: Sighting | undefined): Seen | null {
  const day = sighting && (sighting.row.published ?? sighting.day)
  return sighting && day ? { day, evidence: sighting.id } : null
}

/** The value that is there most often, of several the first. */
export function mostFrequent<T>(values: readonly T[]): T {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  let best = values[0] as T
  for (const [value, count] of counts) if (count > (counts.get(best) ?? 0)) best = value
  return best
}
