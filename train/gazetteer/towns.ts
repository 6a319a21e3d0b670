import { join } from 'node:path'
import type { PlaceKind } from '../../src/resource/gazetteer.ts'
import { readRows, readTable } from '../tables.ts'
import { NameSet, type SourcePlace } from './source-place.ts'

/** Country dumps of GeoNames: all that is in them, not only towns. */
const DUMPS = ['BF', 'CI', 'GN', 'ML', 'MR', 'NE', 'SN']

/** GeoNames feature codes that are read; a code that is not here names nothing that a report would place. */
const KINDS: Readonly<Record<string, PlaceKind>> = {
  PPLC: 'capital',
  PPLA: 'seat1',
  PPLA2: 'seat2',
  PPLA3: 'seat2',
  PPLA4: 'seat2',
  PPLA5: 'seat2',
  PPLX: 'quarter',
  PPLH: 'former',
  PPLQ: 'former',
  PPLW: 'former',
  PPLCH: 'former',
  ADM3: 'admin2',
  ADM4: 'admin2',
  RGN: 'region',
  RESF: 'region',
  RESN: 'region',
  RESW: 'region',
  PRK: 'region',
  FRST: 'region',
  AREA: 'region',
  LK: 'lake',
  STM: 'river',
  MT: 'mountain',
  MTS: 'mountain',
  HLLS: 'mountain',
  ISL: 'island',
  AIRP: 'point',
  INSM: 'point',
  MN: 'point',
}

/** Towns and villages: all over 500 people, and every one of the countries with a dump. */
export function readTowns(shared: string): SourcePlace[] {
  const folder = join(shared, 'gazetteer')
  const iso3Of = new Map(readTable(join(shared, 'actors', 'country-codes.tsv')).map(r => [r.iso2 as string, r.iso3 as string]))
  iso3Of.set('XK', 'XKX')
  const short = shortNames(folder)
  const seen = new Set<string>()
  const places: SourcePlace[] = []
  for (const file of ['cities500', ...DUMPS])
    for (const row of readRows(join(folder, `${file}.txt.gz`))) {
      const [id = '', name = '', ascii = '', others = '', lat, lon, featureClass, code = '', iso2 = '', , a1, a2, , , population] = row
      const kind = KINDS[code] ?? (featureClass === 'P' ? 'town' : null)
      if (!kind || seen.has(id)) continue
      seen.add(id)
      const set = new NameSet()
      set.main(name)
      set.main(ascii)
      // "New York City", "Mexico City": the city is meant by the bare name as well.
      if (/ city$/i.test(ascii)) set.main(ascii.slice(0, -5))
      set.alternates(others.split(','))
      if (kind === 'capital' || Number(population) > 100_000) set.as('abbreviation', short.get(`${iso2}|${ascii}`) ?? [])
      places.push({
        kind,
        name,
        names: set.names,
        lat: Number(lat),
        lon: Number(lon),
        iso3: iso3Of.get(iso2) ?? '',
        admin1: `${iso2}.${a1}`,
        admin2: `${iso2}.${a1}.${a2}`,
        population: Number(population) || 0,
        geonames: Number(id),
        pcode: '',
        iso3166_2: '',
      })
    }
  return places
}

/** Short names of cities: "BF|Ouagadougou" → "Ouaga". */
function shortNames(folder: string): Map<string, string[]> {
  const out = new Map<string, string[]>()
  for (const row of readTable(join(folder, 'abbreviations.tsv')))
    if (row.kind === 'city' && row.note !== 'ambiguous') {
      const key = `${row.iso2}|${row.full_name}`
      out.set(key, [...(out.get(key) ?? []), row.abbreviation as string])
    }
  return out
}
