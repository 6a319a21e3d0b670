import { reportFilter, type Wanted } from '../../library/asking/wanted.ts'
import { tellFigures } from '../../library/figures/told-figures.ts'
import type { Library } from '../../library/open.ts'
import type { FigureTold } from '../../reconcile/series/told.ts'
import type { Measure } from '../../record/figure.ts'
import { splitRecordNumber } from '../../store/records.ts'
import type { ReportFilter } from '../../store/reports.ts'
import { countryName } from '../countries.ts'
import { evidenceOf } from '../origins.ts'
import { Surroundings } from '../sides.ts'
import { type Attention, countAttention, findAbout } from './about.ts'
import { PARTS, type Part, type Ranked, rankNeglect } from './formula.ts'
import type { GivenRow } from './given.ts'
import { type Money, newestMoney } from './money.ts'
import { newestStocks, type People } from './people.ts'
import { countPolitics, type Politics } from './politics.ts'

/** How neglected the crisis of a country is, with all that goes into it. */
export interface NeglectRow extends Ranked {
  /** ISO 3166-1 alpha-3. */
  readonly country: string
  readonly name: string
  /** Displaced people and refugees in the country together: what attention is held against. */
  readonly affected: number
  readonly displaced: People | null
  readonly refugees: People | null
  readonly inNeed: People | null
  readonly attention: Attention
  readonly political: Politics
  readonly money: Money | null
  /** Parts that are not known, and stand in no mean. */
  readonly missing: readonly Part[]
  readonly evidence: readonly string[]
}

export interface NeglectWanted extends Pick<Wanted, 'publishers' | 'languages' | 'asKnownOn' | 'from' | 'to'> {
  /** Counts of people that go before those of the library: columns country, displaced, in_need, as_of, source. */
  readonly displaced?: readonly GivenRow[]
  /** Money: columns country, asked, received, currency, as_of, source. */
  readonly funding?: readonly GivenRow[]
}

/** Columns of the tables that may be given. */
export const DISPLACED_COLUMNS = { numbers: ['displaced', 'in_need'], texts: ['as_of', 'source'] } as const
export const FUNDING_COLUMNS = { numbers: ['asked', 'received'], texts: ['currency', 'as_of', 'source'] } as const

const MEASURES: readonly Measure[] = ['displaced', 'refugees', 'in-need']

/** Countries with displaced people, the most neglected first. */
export function answerNeglect(library: Library, wanted: NeglectWanted): NeglectRow[] {
  const filter: ReportFilter = {
    ...reportFilter(wanted),
    ...(wanted.from !== undefined && { from: wanted.from }),
    ...(wanted.to !== undefined && { to: wanted.to }),
  }
  const surroundings = new Surroundings(library.db)
  const figures = tellFigures(library, { reports: filter, is: { measure: MEASURES } }).map(told => withCountry(told, surroundings))
  const displaced = withGiven(newestStocks(figures, 'displaced'), wanted.displaced ?? [], 'displaced')
  const inNeed = withGiven(newestStocks(figures, 'in-need'), wanted.displaced ?? [], 'in_need')
  const refugees = newestStocks(figures, 'refugees')
  const affected = (country: string) => (displaced.get(country)?.best ?? 0) + (refugees.get(country)?.best ?? 0)
  const countries = new Set([...displaced.keys(), ...refugees.keys()].filter(country => affected(country) > 0).sort())
  const aboutOf = findAbout(library, countries)
  const attention = countAttention(library, filter, countries, aboutOf)
  const politics = countPolitics(library, filter, countries, aboutOf)
  const moneyOf = newestMoney(library, filter, ({ no, country, placeKey, placeName }) => {
    const own = country ?? surroundings.ofPlace(placeKey, placeName)
    return own !== null && countries.has(own) ? own : aboutOf(splitRecordNumber(no).report)
  })
  const money = withFunding(moneyOf, wanted.funding ?? [])
  const ranked = rankNeglect(
    [...countries].map(country => ({
      country,
      affected: affected(country),
      reports: (attention.get(country) as Attention).reports,
      acts: (politics.get(country) as Politics).total,
      funded: money.get(country)?.share ?? null,
    })),
  )
  return [...ranked]
    .map(([country, rank]): NeglectRow => {
      const people = [displaced.get(country) ?? null, refugees.get(country) ?? null, inNeed.get(country) ?? null] as const
      const [own, political] = [attention.get(country) as Attention, politics.get(country) as Politics]
      return {
        country,
        name: countryName(country),
        ...rank,
        affected: affected(country),
        displaced: people[0],
        refugees: people[1],
        inNeed: people[2],
        attention: own,
        political,
        money: money.get(country) ?? null,
        missing: PARTS.filter(part => rank.parts[part] === null),
        evidence: evidenceOf([
          ...people.flatMap(each => each?.evidence ?? []),
          ...(money.get(country)?.evidence ?? []),
          ...political.evidence,
          ...own.evidence,
        ]),
      }
    })
    .sort((a, b) => a.rank - b.rank || (a.country < b.country ? -1 : 1))
}

/** A figure of a place whose report names no country: it lies where most other reports find a place of this name. */
function withCountry(told: FigureTold, surroundings: Surroundings): FigureTold {
  const { place, report } = told
  if (!place || place.precision === 'country') return told
  const { key, name, country } = place
  if (country === null) return { ...told, place: { ...place, country: surroundings.ofPlace(key, name) } }
  const meant = surroundings.namesake(report.id, country, name)
  return meant ? { ...told, place: { ...place, country: meant.country, key: meant.key } } : told
}

function withGiven(stocks: Map<string, People>, rows: readonly GivenRow[], column: 'displaced' | 'in_need'): Map<string, People> {
  const all = new Map(stocks)
  for (const { country, numbers, texts, source } of rows) {
    const best = numbers[column]
    if (best == null) continue
    all.set(country, {
      low: best,
      best,
      high: best,
      asOf: texts.as_of ?? null,
      by: texts.source ?? null,
      places: [countryName(country)],
      source,
      evidence: [],
    })
  }
  return all
}

function withFunding(told: Map<string, Money>, rows: readonly GivenRow[]): Map<string, Money> {
  const all = new Map(told)
  for (const { country, numbers, texts, source } of rows) {
    const [asked, received] = [numbers.asked ?? null, numbers.received ?? null]
    const share = asked !== null && received !== null && asked > 0 ? received / asked : null
    all.set(country, { asked, received, share, currency: texts.currency ?? 'USD', asOf: texts.as_of ?? null, source, evidence: [] })
  }
  return all
}
