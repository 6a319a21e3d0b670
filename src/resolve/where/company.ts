import type { Toponym } from './toponym.ts'

/** What the other places of a report say for a place: shares 0..1 of their weight. */
export interface Company {
  /** Share of the other places that are in this country (ISO 3166-1 alpha-3). */
  country(iso3: string | null, without: number): number
  /** Share of the other places that are in this first-level division. */
  division(admin1: number | null, without: number): number
}

/** Likelihoods of the candidates of each toponym, in their order. */
export type Odds = readonly (readonly number[])[]

/**
 * Weighs the countries and divisions of a report by its places, each as likely as it is and by how often it is named; the country in which
 * the report was published (`home`, ISO 3166-1 alpha-3) weighs like one place in it.
 */
export function weighCompany(toponyms: readonly Toponym[], odds: Odds, home: string | null): Company {
  const own = toponyms.map((toponym, t) => share(toponym, odds[t] ?? []))
  const countries = new Map<string, number>()
  const divisions = new Map<number, number>()
  let total = 0
  if (home !== null) {
    countries.set(home, 1)
    total = 1
  }
  for (const one of own) {
    total += one.weight
    for (const [iso3, weight] of one.countries) countries.set(iso3, (countries.get(iso3) ?? 0) + weight)
    for (const [admin1, weight] of one.divisions) divisions.set(admin1, (divisions.get(admin1) ?? 0) + weight)
  }
  const part = (sum: number | undefined, mine: number | undefined, without: number): number => {
    const rest = total - (own[without]?.weight ?? 0)
    return rest <= 0 ? 0 : Math.max(0, (sum ?? 0) - (mine ?? 0)) / rest
  }
  return {
    country: (iso3, without) => (iso3 === null ? 0 : part(countries.get(iso3), own[without]?.countries.get(iso3), without)),
    division: (admin1, without) => (admin1 === null ? 0 : part(divisions.get(admin1), own[without]?.divisions.get(admin1), without)),
  }
}

function share(
  toponym: Toponym,
  odds: readonly number[],
): { weight: number; countries: Map<string, number>; divisions: Map<number, number> } {
  const countries = new Map<string, number>()
  const divisions = new Map<number, number>()
  const weight = toponym.candidates.length === 0 ? 0 : Math.sqrt(Math.max(1, toponym.mentions.length))
  for (const [i, { info }] of toponym.candidates.entries()) {
    const part = weight * (odds[i] ?? 0)
    if (part < 1e-3) continue
    if (info.country !== null) countries.set(info.country, (countries.get(info.country) ?? 0) + part)
    if (info.admin1 !== null) divisions.set(info.admin1, (divisions.get(info.admin1) ?? 0) + part)
  }
  return { weight, countries, divisions }
}
