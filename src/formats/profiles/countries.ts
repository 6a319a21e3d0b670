import { loadTable, type Row } from '../../resource/table.ts'

type Country = Row<'iso3' | 'iso2' | 'm49' | 'fips' | 'name' | 'region' | 'subregion'>
let countries: ReadonlyMap<string, Country> | null = null

/** Codes and regions of a country by ISO 3166-1 alpha-3; null where there is none of that code. */
export function findCountry(iso3: string | null | undefined): Country | null {
  countries ??= new Map(
    loadTable(new URL('countries.tsv', import.meta.url), ['iso3', 'iso2', 'm49', 'fips', 'name', 'region', 'subregion']).map(row => [
      row.iso3,
      row,
    ]),
  )
  return countries.get(iso3 ?? '') ?? null
}
