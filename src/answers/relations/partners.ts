import { recordQuestion, type Wanted } from '../../library/asking/wanted.ts'
import type { Library } from '../../library/open.ts'
import { listDealings } from '../../store/dealings.ts'
import type { Dealing } from './dealings.ts'
import { pairUp } from './network.ts'
import { makePeriods, makeTrend, type Trend } from './periods.ts'
import { statesOfNames } from './states.ts'
import { findTurns, type Turn } from './turns.ts'

/** Somebody with whom a country has to do, and how. */
export interface Partner {
  /** ISO 3166-1 alpha-3 of a state, the key of others. */
  readonly key: string
  readonly name: string
  readonly trend: Trend
  readonly turns: readonly Turn[]
  /** Those that count, by day. */
  readonly dealings: readonly Dealing[]
}

/** The states, groups and organisations that a country (ISO 3166-1 alpha-3) has most to do with, `most` of them. */
export function answerPartners(library: Library, country: string, wanted: Omit<Wanted, 'place'>, most: number): Partner[] {
  const { db } = library
  const states = statesOfNames(library, null)
  const names = [...states].flatMap(([no, state]) => (state === country ? [no] : []))
  const rows = listDealings(db, { ...recordQuestion(db, 'event', wanted), actors: names })
  const found = pairUp(library, rows, states, wanted.asKnownOn).flatMap(({ a, b, dealings }) => {
    const counting = dealings.filter(({ counts }) => counts)
    const other = a.key === country ? b : b.key === country ? a : null
    return other === null || counting.length === 0 ? [] : [{ other, dealings: counting }]
  })
  const chosen = found.sort((x, y) => y.dealings.length - x.dealings.length || (x.other.name < y.other.name ? -1 : 1)).slice(0, most)
  return chosen.map(({ other, dealings }) => {
    const periods = makePeriods(dealings, [])
    const turns = findTurns(dealings, periods)
    return { ...other, trend: makeTrend(country, other.key, dealings, periods) as Trend, turns, dealings }
  })
}
