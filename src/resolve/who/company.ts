import type { Entity } from '../../document/layers.ts'

/** Countries of a report with their share 0..1 of all that is named in it. */
export interface ReportCountries {
  share(iso3: string): number
  /** The largest share among some countries, 0 for none. */
  best(countries: readonly string[]): number
  /** Is one of them the country that the report is most about? */
  isMain(countries: readonly string[]): boolean
}

/** Weighs the countries of a report by its countries and places, each by how often it is named. */
export function weighCountries(entities: readonly Entity[]): ReportCountries {
  const weights = new Map<string, number>()
  let total = 0
  for (const entity of entities) {
    const iso3 = entity.place?.country ?? entity.ref?.country
    if (!iso3) continue
    const weight = Math.sqrt(Math.max(1, entity.mentions.length))
    weights.set(iso3, (weights.get(iso3) ?? 0) + weight)
    total += weight
  }
  const share = (iso3: string): number => (total === 0 ? 0 : (weights.get(iso3) ?? 0) / total)
  const most = Math.max(0, ...weights.values())
  return {
    share,
    best: countries => Math.max(0, ...countries.map(share)),
    isMain: countries => most > 0 && countries.some(iso3 => weights.get(iso3) === most),
  }
}
