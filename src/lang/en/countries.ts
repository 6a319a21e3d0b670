import type { CountryAnswers, CountryName } from '../../document/answers/countries.ts'
import { loadTable } from '../../resource/table.ts'
import { foldName } from '../../util/fold.ts'

/** A row of `countries.tsv`. */
export type Country = ReturnType<typeof loadCountryRows>[number]

/** The rows of `countries.tsv`, for names and for adjectives. */
export function loadCountryRows() {
  return loadTable(new URL('./countries.tsv', import.meta.url), ['iso3', 'iso2', 'wikidata', 'name', 'names', 'adjectives', 'people'])
}

/** English names of countries. */
export function loadCountries(rows: readonly Country[]): CountryAnswers {
  const names = new Map<string, CountryName>()
  for (const { iso3, name, names: others } of rows)
    for (const each of [name, ...splitList(others)]) {
      const key = foldName(each)
      const known = names.get(key)
      if (!known) names.set(key, { iso3, others: [] })
      else if (known.iso3 !== iso3) names.set(key, { ...known, others: [...known.others, iso3] })
    }
  const byCode = new Map(rows.map(r => [r.iso3, r]))
  const byIso2 = new Map(rows.map(r => [r.iso2, r.iso3]))
  return {
    of: name => names.get(foldName(name)) ?? names.get(foldName(name).replace(/^the /, '')) ?? null,
    nameOf: iso3 => byCode.get(iso3)?.name ?? null,
    wikidataOf: iso3 => byCode.get(iso3)?.wikidata || null,
    fromIso2: iso2 => byIso2.get(iso2) ?? null,
  }
}

/** The entries of a cell that holds several. */
export function splitList(cell: string): string[] {
  return cell === '' ? [] : cell.split('; ')
}
