import { loadTable } from '../../resource/table.ts'
import { pushTo } from '../../util/group.ts'
import { samePerson } from '../people.ts'
import type { Spell } from './spells.ts'
import type { Contradiction } from './successions.ts'

/** A holder of an office by a list, not by a report. */
export interface Seed {
  readonly kind: 'seed'
  /** ISO 3166-1 alpha-3. */
  readonly country: string
  readonly office: string
  readonly holder: string
  readonly wikidata: string | null
  /** A day, a month or a year; `to` null where the list has no end, which is no more than that it knew of none when it was made. */
  readonly from: string
  readonly to: string | null
  readonly source: string
  /** Do reports of the library have the same holder? Null where none has any. */
  readonly isReported: boolean | null
}

type Listed = Omit<Seed, 'isReported'>

let loaded: ReadonlyMap<string, readonly Listed[]> | null = null

function loadSeeds(): ReadonlyMap<string, readonly Listed[]> {
  if (loaded) return loaded
  const file = new URL('../../../data/actors/holders.tsv', import.meta.url)
  const lists = new Map<string, Listed[]>()
  for (const row of loadTable(file, ['country', 'office', 'name', 'wikidata', 'start', 'end', 'source'])) {
    const { country, office, name: holder, wikidata, start: from, end, source } = row
    pushTo(lists, country, { kind: 'seed', country, office, holder, wikidata: wikidata || null, from, to: end || null, source })
  }
  loaded = lists
  return lists
}

/** Holders of a country's offices in a stretch of days by lists, beside what reports say of them. */
export function findSeeds(country: string, [first, last]: readonly [string, string], spells: readonly Spell[]): Seed[] {
  return (loadSeeds().get(country) ?? [])
    .filter(seed => isIn(seed, first, last))
    .map(seed => ({ ...seed, isReported: reportedIn(seed, spells) }))
}

/** Who held an office on a day by lists: of several the one who took it last; null where no list says. */
function seedOn(country: string, office: string, day: string): Listed | null {
  const held = (loadSeeds().get(country) ?? []).filter(seed => seed.office === office && isIn(seed, day, day))
  return held.sort((a, b) => (a.from < b.from ? 1 : -1))[0] ?? null
}

/** A year or a month lasts to its end. */
function isIn({ from, to }: Listed, first: string, last: string): boolean {
  return from <= last && (to === null || `${to}~` >= first)
}

function reportedIn({ country, office, holder }: Listed, spells: readonly Spell[]): boolean | null {
  const same = spells.filter(spell => spell.office === office && spell.country === country && !spell.deputy)
  return same.length === 0 ? null : same.some(spell => samePerson({ name: spell.holder, country: null }, { name: holder, country: null }))
}

/** Somebody whom reports have in an office of states on a day on which a list has somebody else in it. */
export function contradictSeeds(spells: readonly Spell[]): Contradiction[] {
  return spells.flatMap(({ country, office, deputy, holder, status, first, last, evidence }) => {
    const isHeld = status !== 'future' && status !== 'disputed' && !deputy && first !== null && last !== null
    const seeds = isHeld && country !== null ? [first.day, last.day].map(day => seedOn(country, office, day)) : []
    const [seed] = seeds
    if (!seed || !first || !last) return []
    const isHim = seeds.some(each => each && samePerson({ name: each.holder, country: null }, { name: holder, country: null }))
    if (isHim) return []
    return {
      ...{ kind: 'contradiction' as const, country, office, holders: [holder, seed.holder], day: first.day, until: last.day, evidence },
      because: `A list (${seed.source}) has ${seed.holder} as ${office} from ${seed.from}${seed.to ? ` to ${seed.to}` : ''}`,
    }
  })
}
