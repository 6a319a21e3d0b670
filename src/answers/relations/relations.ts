import { recordQuestion, type Wanted } from '../../library/asking/wanted.ts'
import type { Library } from '../../library/open.ts'
import { eventsBetween, statementsAbout } from '../../store/dealings.ts'
import { listParties } from '../../store/offices.ts'
import { countOnce } from '../origins.ts'
import { type Dealing, makeDealings } from './dealings.ts'
import { makePeriods, makeTrend, type Period, type Trend } from './periods.ts'
import { makeSayings, type Saying } from './sayings.ts'
import { findSides } from './sides.ts'
import { findTurns, type Turn } from './turns.ts'

/** What is between two sides: the trend, months, turns, and the events and statements behind them. */
export interface RelationsAnswer {
  readonly a: string
  readonly b: string
  readonly trend: Trend | null
  readonly periods: readonly Period[]
  readonly turns: readonly Turn[]
  readonly events: readonly Dealing[]
  readonly statements: readonly Saying[]
}

/** Relations of two sides over time; each is a country (by name or code), a group or an organisation (by name or key). */
export function answerRelations(library: Library, sides: readonly [string, string], wanted: Wanted): RelationsAnswer {
  const { db } = library
  const [a, b] = findSides(library, sides)
  const [namesA, namesB] = [[...a.names], [...b.names]]
  const rows = countOnce(eventsBetween(db, namesA, namesB, recordQuestion(db, 'event', wanted)), wanted.asKnownOn)
  const parties = listParties(
    db,
    rows.map(({ no }) => no),
  )
  const events = makeDealings(rows, parties, ({ who }) => (a.names.has(who) ? 'a' : b.names.has(who) ? 'b' : null))
  const question = recordQuestion(db, 'statement', wanted)
  const said = (by: 'a' | 'b', speakers: readonly number[], about: readonly number[]) =>
    makeSayings(countOnce(statementsAbout(db, speakers, about, question), wanted.asKnownOn), by)
  const statements = [...said('a', namesA, namesB), ...said('b', namesB, namesA)].sort((x, y) =>
    x.day < y.day ? -1 : x.day > y.day ? 1 : 0,
  )
  const periods = makePeriods(events, statements)
  const turns = findTurns(events, periods)
  return { a: a.name, b: b.name, trend: makeTrend(a.name, b.name, events, periods), periods, turns, events, statements }
}
