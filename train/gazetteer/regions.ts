import { join } from 'node:path'
import type { PlaceKind } from '../../src/resource/gazetteer.ts'
import { readTable } from '../tables.ts'
import { NameSet, type SourcePlace } from './source-place.ts'

const KINDS: readonly (readonly [RegExp, PlaceKind])[] = [
  [/^(?:river|canal|waterfall)$/, 'river'],
  [/^(?:lake|lake group|lagoon|reservoir)$/, 'lake'],
  [/^(?:sea|ocean|gulf|bay|strait|channel|sound|fjord|inlet|reef)$/, 'sea'],
  [/^(?:mountain|mountain range|pass)$/, 'mountain'],
  [/^(?:island|island group)$/, 'island'],
]
/** Lies in no one country, whatever towns are near. */
const ACROSS = /^(?:continent|world region|ocean|sea|gulf|bay|strait|channel|river|mountain range|desert|basin|historical region)$/

/** What a region of our own list is worth beside a city of so many people; those of Natural Earth go by their rank. */
const WORTH: Readonly<Record<string, number>> = {
  continent: 1e9,
  'world region': 1e8,
  ocean: 1e8,
  'disputed region': 3e6,
  'political region': 3e6,
  'burkina region 2025': 5e5,
  'historical region': 2e5,
}

/** Regions, waters, mountains, islands. `spansCountries` of those that lie in no one country is true. */
export function readRegions(shared: string): { place: SourcePlace; spansCountries: boolean }[] {
  return readTable(join(shared, 'gazetteer', 'regions.tsv')).map(row => {
    const set = new NameSet()
    for (const name of [row.name, row.name_fr]) if (name) set.main(name)
    set.as('main', (row.aliases as string).split('|').filter(Boolean))
    if (row.bare) set.as('bare', [row.bare])
    const kind = row.kind as string
    const place: SourcePlace = {
      kind: KINDS.find(([pattern]) => pattern.test(kind))?.[1] ?? 'region',
      name: row.name as string,
      names: set.names,
      lat: Number(row.lat),
      lon: Number(row.lon),
      iso3: '',
      admin1: '',
      admin2: '',
      population: row.rank === '' ? (WORTH[kind] ?? 1e6) : Math.round(10 ** (6 - 0.5 * Number(row.rank))),
      geonames: 0,
      pcode: '',
      iso3166_2: '',
    }
    return { place, spansCountries: ACROSS.test(kind) }
  })
}

/** Gives a region the country that all towns within 100 km are in. */
export function setCountries(regions: readonly { place: SourcePlace; spansCountries: boolean }[], towns: readonly SourcePlace[]): void {
  const cells = new Map<string, SourcePlace[]>()
  const cell = (lat: number, lon: number) => `${Math.floor(lat)},${Math.floor(lon)}`
  for (const town of towns) {
    const key = cell(town.lat, town.lon)
    const list = cells.get(key)
    if (list) list.push(town)
    else cells.set(key, [town])
  }
  for (const { place, spansCountries } of regions) {
    if (spansCountries) continue
    const found = new Set<string>()
    for (let dy = -1; dy <= 1; dy++)
      for (let dx = -1; dx <= 1; dx++) for (const town of cells.get(cell(place.lat + dy, place.lon + dx)) ?? []) found.add(town.iso3)
    if (found.size === 1) place.iso3 = [...found][0] as string
  }
}
