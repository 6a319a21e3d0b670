import { recordQuestion, type Wanted } from '../../library/asking/wanted.ts'
import type { Library } from '../../library/open.ts'
import { type DealingRow, listDealings, listKnownNames } from '../../store/dealings.ts'
import { listParties, type PartyRow } from '../../store/offices.ts'
import { foldName } from '../../util/fold.ts'
import { countryNames, findCountry } from '../countries.ts'
import { countOnce, evidenceOf } from '../origins.ts'
import { type Dealing, makeDealings } from './dealings.ts'
import { meanOf, round } from './periods.ts'
import { statesOfNames } from './states.ts'

/** Two actors and what is between them. */
export interface Tie {
  readonly a: string
  readonly b: string
  /** ISO 3166-1 alpha-3 of states, keys of others. */
  readonly keys: readonly [string, string]
  readonly cooperation: number
  readonly conflict: number
  /** On PLOVER's scale. */
  readonly mean: number
  readonly first: string
  readonly last: string
  readonly evidence: readonly string[]
}

/** Pairs of states, groups and organisations in a place and time, those with most between them first. A country is also where its state has a part. */
export function answerNetwork(library: Library, wanted: Wanted): Tie[] {
  const states = statesOfNames(library, null)
  return pairUp(library, rowsIn(library, wanted, states), states, wanted.asKnownOn)
    .flatMap(pair => makeTie(pair) ?? [])
    .sort(compareTies)
}

/** Each pair of the actors of some events, with what is between them. */
export function pairUp(
  { db }: Library,
  told: readonly DealingRow[],
  states: ReadonlyMap<number, string>,
  asKnownOn: string | undefined,
): Between[] {
  const rows = countOnce(told, asKnownOn)
  const parties = listParties(
    db,
    rows.map(({ no }) => no),
  )
  const nameOf = countryNames(listKnownNames(db))
  const nodes = new Map<number, Node>()
  for (const party of parties) {
    const node = nodeOf(party, states, nameOf)
    if (node) nodes.set(party.who, node)
  }
  return [...groupPairs(rows, parties, nodes).values()].map(({ a, b, rows, parties }) => {
    const sideOf = ({ who }: PartyRow) => {
      const key = nodes.get(who)?.key
      return key === a.key ? 'a' : key === b.key ? 'b' : null
    }
    return { a, b, dealings: makeDealings(rows, parties, sideOf) }
  })
}

/** Two actors and every event between them, those too that do not count. */
export interface Between {
  readonly a: Node
  readonly b: Node
  readonly dealings: readonly Dealing[]
}

/** Somebody between whom there are ties. */
export interface Node {
  readonly key: string
  readonly name: string
}

interface Pair {
  readonly a: Node
  readonly b: Node
  readonly rows: DealingRow[]
  readonly parties: PartyRow[]
}

function rowsIn({ db }: Library, wanted: Wanted, states: ReadonlyMap<number, string>): DealingRow[] {
  const rows = listDealings(db, recordQuestion(db, 'event', wanted))
  const country = wanted.place === undefined ? null : findCountry(wanted.place)
  if (country === null) return rows
  const { place: _, ...rest } = wanted
  const names = [...states].flatMap(([no, state]) => (state === country ? [no] : []))
  const known = new Set(rows.map(({ no }) => no))
  const more = listDealings(db, { ...recordQuestion(db, 'event', rest), actors: names }).filter(({ no }) => !known.has(no))
  const day = ({ timeStart, published }: DealingRow) => timeStart ?? published ?? ''
  return [...rows, ...more].sort((x, y) => compare(day(x), day(y)) || compare(x.report, y.report) || x.no - y.no)
}

/** A state, or a group or organisation that has a name of its own; null for descriptions ("gunmen", "12 people"). */
function nodeOf({ who, key, name, kind }: PartyRow, states: ReadonlyMap<number, string>, nameOf: (iso3: string) => string): Node | null {
  const state = states.get(who)
  if (state !== undefined) return { key: state, name: nameOf(state) }
  if (kind !== 'organization' && kind !== 'armed-group') return null
  return !key.startsWith('name:') || isOwnName(name) ? { key, name } : null
}

/** A name of its own is one in capitals, or of two words that both begin with one. */
function isOwnName(name: string): boolean {
  return /^[\p{Lu}\d-]{2,}$/u.test(name) || (name.match(/(?:^| )\p{Lu}/gu)?.length ?? 0) >= 2
}

function groupPairs(rows: readonly DealingRow[], parties: readonly PartyRow[], nodes: ReadonlyMap<number, Node>): Map<string, Pair> {
  const ofEvent = new Map<number, PartyRow[]>()
  for (const party of parties) {
    const known = ofEvent.get(party.record)
    if (known) known.push(party)
    else ofEvent.set(party.record, [party])
  }
  const pairs = new Map<string, Pair>()
  for (const row of rows) {
    const own = ofEvent.get(row.no) ?? []
    for (const [a, b] of pairsOf(own, nodes)) {
      const key = `${a.key}\n${b.key}`
      const pair = pairs.get(key) ?? { a, b, rows: [], parties: [] }
      pairs.set(key, pair)
      pair.rows.push(row)
      pair.parties.push(...own)
    }
  }
  return pairs
}

/** Each actor with each recipient; where there are none, the actors with each other. */
function pairsOf(parties: readonly PartyRow[], nodes: ReadonlyMap<number, Node>): (readonly [Node, Node])[] {
  const of = (role: PartyRow['role']) => parties.flatMap(party => (party.role === role ? (nodes.get(party.who) ?? []) : []))
  const actors = of('actor')
  const others = parties.some(party => party.role === 'recipient') ? of('recipient') : actors
  const pairs = new Map<string, readonly [Node, Node]>()
  for (const x of actors)
    for (const y of others) {
      if (x.key === y.key) continue
      const [a, b] = compare(foldName(x.name), foldName(y.name)) <= 0 ? [x, y] : [y, x]
      pairs.set(`${a.key}\n${b.key}`, [a, b])
    }
  return [...pairs.values()]
}

function makeTie({ a, b, dealings }: Between): Tie | null {
  const events = dealings.filter(({ counts }) => counts)
  const [first, last] = [events[0], events.at(-1)]
  if (!first || !last) return null
  return {
    ...{ a: a.name, b: b.name, keys: [a.key, b.key] },
    cooperation: events.filter(({ quad }) => quad <= 2).length,
    conflict: events.filter(({ quad }) => quad >= 3).length,
    ...{ mean: round(meanOf(events)), first: first.day, last: last.day },
    evidence: evidenceOf(events.flatMap(event => event.evidence)),
  }
}

function compareTies(x: Tie, y: Tie): number {
  return y.cooperation + y.conflict - x.cooperation - x.conflict || compare(x.a, y.a) || compare(x.b, y.b)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
