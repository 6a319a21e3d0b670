import { reportFilter, type Wanted } from '../../library/asking/wanted.ts'
import type { Library } from '../../library/open.ts'
import { lastReportOf, listOffices, listPowerEvents, reportsOfCountry } from '../../store/offices.ts'
import { getCountry } from '../countries.ts'
import { countOnce } from '../origins.ts'
import { mergePeople, personKey } from '../people.ts'
import { type Coup, findCoups } from './coups.ts'
import { type PowerEvent, readPowerEvents } from './power-events.ts'
import { contradictSeeds, findSeeds, type Seed } from './seeds.ts'
import { makeSightings, type Sighting } from './sightings.ts'
import { type Ending, makeHeld, type Spell } from './spells.ts'
import { type Contradiction, succeed } from './successions.ts'

/** Who held which office from when to when, what does not go together, and coups; each row with the records that it rests on. */
export interface PositionsAnswer {
  readonly spells: readonly Spell[]
  readonly contradictions: readonly Contradiction[]
  readonly coups: readonly Coup[]
  /** Holders by lists, not by reports; only where they are wanted. */
  readonly seeds: readonly Seed[]
}

export interface PositionsWanted extends Pick<Wanted, 'publishers' | 'languages' | 'asKnownOn' | 'arrived'> {
  /** A country by name or ISO 3166-1 alpha-3; without it all countries and bodies. */
  readonly country?: string
  /** Only who is in office on this day. */
  readonly on?: string
  /** Also who holds the offices of the country by lists, and where reports contradict them. */
  readonly seeds?: boolean
}

/** Who holds, held and will hold which office, as reported. */
export function answerPositions(library: Library, wanted: PositionsWanted): PositionsAnswer {
  const country = wanted.country === undefined ? null : getCountry(wanted.country)
  const reports = country === null ? null : reportsOfCountry(library.db, country)
  const filter = reportFilter(wanted)
  const sightings = makeSightings(library.db, countOnce(listOffices(library.db, filter, reports), wanted.asKnownOn))
  const events = readPowerEvents(library, countOnce(listPowerEvents(library.db, filter, reports), wanted.asKnownOn))
  const { spells, contradictions } = holdOffices(sightings, makeEndings(events, sightings))
  const coups = findCoups(events, { spells, lastDay: of => lastReportOf(library.db, of, filter) })
  const isMeant = (row: { readonly country: string | null }) => country === null || row.country === country
  const own = spells.filter(isMeant)
  const { on } = wanted
  if (on !== undefined) {
    const held = own.filter(each => isHeldOn(each, on))
    return { spells: held, contradictions: [], coups: [], seeds: seedsOf(wanted, country, [on, on], held) }
  }
  const days = sightings.flatMap(each => (each.country === country ? (each.row.published ?? []) : [])).sort()
  const seeds = days.length === 0 ? [] : seedsOf(wanted, country, [days[0] as string, days.at(-1) as string], own)
  const against = wanted.seeds ? contradictSeeds(own) : []
  return { spells: own, contradictions: [...contradictions.filter(isMeant), ...against], coups: coups.filter(isMeant), seeds }
}

function seedsOf({ seeds }: PositionsWanted, country: string | null, days: readonly [string, string], spells: readonly Spell[]): Seed[] {
  return seeds && country !== null ? findSeeds(country, days, spells) : []
}

/** The ends that events tell, for the people who are seen in offices. */
function makeEndings(events: readonly PowerEvent[], sightings: readonly Sighting[]): Ending[] {
  const people = mergePeople([...sightings.map(each => each.person), ...events.flatMap(event => event.people)])
  return events.flatMap(({ says, people: names, row, told, id }) =>
    says === 'seized' || says === 'resigned'
      ? names.map(name => ({
          person: people.get(personKey(name)) ?? personKey(name),
          ...{ report: row.report, id, day: told ?? row.published, isTold: told !== null },
          by: says === 'seized' ? ('ousted' as const) : ('resigned' as const),
        }))
      : [],
  )
}

/** Sightings by office, then by holder → spells. */
function holdOffices(sightings: readonly Sighting[], endings: readonly Ending[]) {
  const offices = Map.groupBy(sightings, ({ country, body, office }) => [country, body?.key, office.office, office.isDeputy].join('\n'))
  const endsOf = Map.groupBy(endings, each => each.person)
  const spells: Spell[] = []
  const contradictions: Contradiction[] = []
  for (const group of offices.values()) {
    const held = [...Map.groupBy(group, each => each.person)].flatMap(([person, own]) => makeHeld(own, endsOf.get(person) ?? []))
    const done = succeed(held)
    spells.push(...done.spells)
    contradictions.push(...done.contradictions)
  }
  return { spells: spells.sort(compareSpells), contradictions }
}

const FIRST_OFFICES = [
  'head of state',
  'head of government',
  'foreign minister',
  'defence minister',
  'interior minister',
  'finance minister',
]

function compareSpells(a: Spell, b: Spell): number {
  const rank = ({ office, deputy }: Spell) => {
    const at = FIRST_OFFICES.indexOf(office)
    return (at < 0 ? FIRST_OFFICES.length : at) + (deputy ? 100 : 0)
  }
  const key = (spell: Spell) => [spell.body ?? '', spell.office, spell.from?.day ?? spell.first?.day ?? '', spell.holder].join('\n')
  const [countryA, countryB] = [a.country ?? '~', b.country ?? '~']
  if (countryA !== countryB) return countryA < countryB ? -1 : 1
  return rank(a) - rank(b) || (key(a) < key(b) ? -1 : 1)
}

/** Was somebody in office on a day, as far as is known? After the last report he is taken to be, until somebody tells an end. */
function isHeldOn({ from, to, status }: Spell, day: string): boolean {
  if (status === 'future' || from === null || from.day > day) return false
  return to === null || (to.basis === 'inferred' ? day < to.day : day <= to.day)
}
