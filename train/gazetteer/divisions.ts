import { join } from 'node:path'
import type { PlaceKind } from '../../src/resource/gazetteer.ts'
import { readTable } from '../tables.ts'
import { NameSet, properPart, type SourcePlace } from './source-place.ts'

type Row = Record<string, string>

/** Countries with English and French names, one point each. */
export function readCountries(shared: string): SourcePlace[] {
  const names = new Map<string, NameSet>()
  const own = (iso3: string): NameSet => {
    const set = names.get(iso3) ?? new NameSet()
    names.set(iso3, set)
    return set
  }
  const codes = readTable(join(shared, 'actors', 'country-codes.tsv'))
  const iso3Of = new Map(codes.map(r => [r.iso2 as string, r.iso3 as string]))
  for (const row of readTable(join(shared, 'actors', 'country-names.tsv'))) {
    if (row.kind === 'nationality' || (row.lang !== 'en' && row.lang !== 'fr')) continue
    const name = (row.text as string).replace(/ \*+$/, '').replace(/ \(the\)$/, '')
    if (!/[()]/.test(name)) own(row.iso3 as string).main(name)
  }
  for (const row of readTable(join(shared, 'gazetteer', 'abbreviations.tsv')))
    if (/^(country|historical)/.test(row.kind as string) && row.note !== 'ambiguous') {
      const iso3 = iso3Of.get(row.iso2 as string)
      if (iso3) own(iso3).as(row.kind === 'country-name' ? 'main' : 'abbreviation', [row.abbreviation as string])
    }
  return readTable(join(shared, 'gazetteer', 'country-points.tsv'))
    .filter(row => row.iso3)
    .map(row => {
      own(row.iso3 as string).main(row.name as string)
      return toPlace('country', row, own(row.iso3 as string), '')
    })
}

/** First-level divisions; those without a GeoNames code are the level below or an older one. */
export function readAdmin1(shared: string): SourcePlace[] {
  const short = new Map<string, string[]>()
  for (const row of readTable(join(shared, 'gazetteer', 'abbreviations.tsv')))
    if (row.iso3166_2) short.set(row.iso3166_2, [...(short.get(row.iso3166_2) ?? []), row.abbreviation as string])
  return readTable(join(shared, 'gazetteer', 'admin1-points.tsv')).map(row => {
    const set = divisionNames(row)
    set.as('abbreviation', short.get(row.iso3166_2 as string) ?? [])
    return toPlace(row.geonames_code ? 'admin1' : 'admin2', row, set, (row.geonames_code as string) || '')
  })
}

/** Second-level divisions. */
export function readAdmin2(shared: string): SourcePlace[] {
  return readTable(join(shared, 'gazetteer', 'admin2-points.tsv.gz')).map(row => {
    const code = (row.geonames_code as string) || ''
    return { ...toPlace('admin2', row, divisionNames(row), code.split('.').slice(0, 2).join('.')), admin2: code }
  })
}

function divisionNames(row: Row): NameSet {
  const set = new NameSet()
  const listed = [row.name, row.name_en, row.name_fr].filter((n): n is string => !!n)
  for (const name of listed) set.main(name)
  set.alternates((row.altnames ?? '').split('|'))
  for (const name of listed) {
    const proper = properPart(name)
    if (proper) set.main(proper)
  }
  return set
}

function toPlace(kind: PlaceKind, row: Row, set: NameSet, admin1: string): SourcePlace {
  return {
    kind,
    name: (row.name_en || (row.name as string)).replace(/[²³*]/g, ''),
    names: set.names,
    lat: Number(row.lat),
    lon: Number(row.lon),
    iso3: row.iso3 as string,
    admin1,
    admin2: '',
    population: 0,
    geonames: Number(row.geonameid || 0),
    pcode: row.pcode ?? '',
    iso3166_2: row.iso3166_2 ?? '',
  }
}
