import type { Series } from '../../reconcile/series/build.ts'
import type { Strand } from '../../reconcile/series/strand.ts'
import type { FigureTold } from '../../reconcile/series/told.ts'
import type { Evidence } from '../evidence.ts'
import { writtenName } from '../happenings.ts'
import { numberOf, readToll } from '../tolls.ts'
import { type BriefState, isWithin, type Sentence, sentence } from './sentence.ts'
import { fill, list, type Piece } from './templates.ts'

import { amountIn, countedIn, dayIn, daysIn, sayerOf } from './values.ts'

/** Series that are told at the most, and earlier numbers of each. */
const MOST = 24
const MOST_BEFORE = 6
/** Series that are drawn at the most, and numbers of each. */
const MOST_CHARTS = 4
const MOST_DRAWN = 40

/** What a brief tells of first: what most people are struck by, then money, then the rest. */
const ORDER = [
  'displaced',
  'refugees',
  'in-need',
  'affected',
  'returned',
  'killed',
  'injured',
  'missing',
  'abducted',
  'arrested',
  'destroyed',
  'attacks',
  'funding',
  'deployed',
]

/** A series with its strands in the period that have a number. */
export interface ToldSeries {
  readonly series: Series
  readonly strands: readonly Strand[]
  readonly figures: ReadonlyMap<string, FigureTold>
}

/** The series of the period, and how many more there are; the dead and injured of what is told under "what happened" are told there. */
export function chooseSeries(state: BriefState): { kept: readonly ToldSeries[]; more: number } {
  const { told: known, series } = state.account
  const figures = new Map(known.figures.map(told => [told.id, told]))
  const told = series.flatMap(each => {
    const strands = each.strands.filter(strand => strand.amount !== null && isTold(strand, state))
    return strands.length > 0 ? [{ series: each, strands, figures }] : []
  })
  const rank = ({ series: { measure } }: ToldSeries) => (ORDER.indexOf(measure) + 100) % 100
  const size = ({ strands }: ToldSeries) => Math.max(...strands.map(strand => strand.amount?.best ?? 0))
  const sorted = told.sort(
    (a, b) => rank(a) - rank(b) || b.strands.length - a.strands.length || size(b) - size(a) || (a.series.key < b.series.key ? -1 : 1),
  )
  return { kept: sorted.slice(0, MOST), more: Math.max(0, sorted.length - MOST) }
}

function isTold({ period: { start, end } }: Strand, state: BriefState): boolean {
  const [first, last] = [start ?? end, end ?? start]
  return first !== null && last !== null && isWithin(state, first, last)
}

/** Of each series its newest number, those before, and where sources disagree. */
export function tellSeries(told: readonly ToldSeries[], state: BriefState): Sentence[] {
  return told.flatMap(each => {
    const last = each.strands.at(-1) as Strand
    const before = each.strands.slice(0, -1).slice(-MOST_BEFORE).reverse()
    return [
      ...tellStrand(each, last, state),
      ...(before.length > 0 ? [tellBefore(each, before, state)] : []),
      ...each.strands.slice(-MOST_BEFORE).flatMap(strand => tellDisagreement(each, strand, state)),
    ]
  })
}

/** A number of a series to be drawn, within the bounds of what sources say. */
export interface Point {
  readonly day: string
  readonly best: number
  readonly low: number
  readonly high: number
  readonly evidence: readonly Evidence[]
}

/** A series of several numbers, to be drawn. */
export interface ToldChart {
  readonly measure: string
  readonly unit: string
  readonly place: string | null
  readonly points: readonly Point[]
}

/** The first series that have several numbers, the last numbers of each. */
export function chooseCharts(told: readonly ToldSeries[], { witnesses }: BriefState): ToldChart[] {
  const drawn = told.filter(({ strands }) => new Set(strands.flatMap(({ period }) => period.end ?? period.start ?? [])).size > 1)
  return drawn.slice(0, MOST_CHARTS).map(each => {
    const points = each.strands.slice(-MOST_DRAWN).flatMap((strand): Point[] => {
      const { amount, period } = strand
      const day = period.end ?? period.start
      const { chosen, others } = readStrand(each, strand)
      if (day === null || !chosen || !amount || amount.best === null) return []
      const evidence = [chosen, ...others].map(({ id }) => witnesses(id).evidence)
      return [{ day, best: amount.best, low: amount.low ?? amount.best, high: amount.high ?? amount.best, evidence }]
    })
    const { measure, unit, place } = common(each)
    return { measure, unit, place, points }
  })
}

function common({ series: { measure, unit, place, kind, key } }: ToldSeries) {
  return { measure, unit, kind, series: key, place: place === null ? null : writtenName([place.name]) }
}

function tellStrand(told: ToldSeries, strand: Strand, state: BriefState): Sentence[] {
  const { language, witnesses } = state
  const { chosen } = readStrand(told, strand)
  if (!chosen) return []
  const values = common(told)
  const { value, population } = { value: chosen.figure.value, population: chosen.figure.population }
  const day = strand.period.end ?? strand.period.start
  return [
    sentence(
      'figures',
      values.kind === 'stock' ? 'figure.stock' : 'figure.flow',
      language,
      {
        day: daysOf(strand, state),
        place: values.place,
        amount: amountIn(language, chosen, witnesses),
        counted: fill('counted', language, {
          what: countedIn(language, values.measure, values.unit),
          population:
            values.unit === 'person' && (population === null || /^(people|persons|personnes)$/i.test(population)) ? null : population,
        }),
        source: sayerOf(chosen),
      },
      {
        ...values,
        day,
        best: strand.amount?.best ?? null,
        low: value?.low ?? null,
        high: value?.high ?? null,
        source: sayerOf(chosen) || null,
      },
    ),
  ]
}

function readStrand({ figures }: ToldSeries, { marks }: Strand) {
  return readToll({ marks, figures: marks.flatMap(mark => figures.get(mark.figure) ?? []) })
}

function tellBefore(told: ToldSeries, before: readonly Strand[], state: BriefState): Sentence {
  const { language, witnesses } = state
  const known = before.flatMap(strand => {
    const { chosen } = readStrand(told, strand)
    return chosen ? [{ strand, chosen }] : []
  })
  const items = known.map(({ strand, chosen }): Piece[] =>
    fill('figure.at', language, { amount: amountIn(language, chosen, witnesses), day: daysOf(strand, state) }),
  )
  const numbers = known.map(({ strand, chosen }) => ({ day: strand.period.end, best: numberOf(chosen) }))
  return sentence('figures', 'figure.before', language, { others: list(items) }, { ...common(told), before: numbers })
}

function tellDisagreement(told: ToldSeries, strand: Strand, state: BriefState): Sentence[] {
  const { language, witnesses } = state
  const { chosen, others } = readStrand(told, strand)
  if (!chosen || others.length === 0) return []
  const all = [chosen, ...others].sort((a, b) => numberOf(a) - numberOf(b))
  const values = common(told)
  const [least, most] = [numberOf(all[0] as FigureTold), numberOf(all.at(-1) as FigureTold)]
  return [
    sentence(
      'figures',
      'figure.disagree',
      language,
      {
        day: daysOf(strand, state),
        place: values.place,
        others: list(all.map(each => fill('other', language, { amount: amountIn(language, each, witnesses), by: sayerOf(each) }))),
      },
      { ...values, day: strand.period.end, least, most },
    ),
  ]
}

function daysOf({ period }: Strand, { language }: BriefState): string | readonly Piece[] {
  const days = daysIn(language, period) ?? dayIn(language, period.end ?? '')
  return period.basis === 'reported' ? fill('day.reported', language, { day: days }) : days
}
