import type { Days } from '../../reconcile/series/told.ts'
import type { CountRow, DoingRow } from '../../store/doings.ts'
import type { PartyRow } from '../../store/offices.ts'
import { splitRecordNumber } from '../../store/records.ts'
import { findCountry } from '../countries.ts'
import { recordId } from '../origins.ts'
import { type Side, type Surroundings, stateOf, stateSide } from '../sides.ts'
import { loadWords } from '../words/words.ts'
import { findThing, findWay, type PresenceKind, type Thing, type Way } from './kinds.ts'

/** How far it is: promised or announced, agreed, begun (arrived, delivered), to leave, ended; said not to have come; only alleged. */
const STEPS = ['promised', 'agreed', 'begun', 'leaving', 'ended', 'notYet', 'alleged'] as const
export type Step = (typeof STEPS)[number]

/** How many, as reported. */
export interface Count {
  readonly low: number | null
  readonly best: number | null
  readonly high: number | null
  /** Is it an exact number? */
  readonly isExact: boolean
}

/** One telling of one step of a presence. */
export interface Mark {
  readonly step: Step
  readonly kind: PresenceKind
  readonly category: string | null
  /** In the words of the report. */
  readonly what: string
  readonly sender: Side
  readonly host: Side
  /** The day on which it was done, or on which it was promised or said; null where even the report has none. */
  readonly day: string | null
  readonly dayBasis: 'told' | 'reported'
  /** When it is to be. */
  readonly due: Days | null
  readonly count: Count | null
  /** Who promises or says it, where the report names somebody. */
  readonly by: string | null
  readonly row: DoingRow
  /** Ids of the event and of the figure. */
  readonly evidence: readonly string[]
}

/** What stands around an event. */
export interface Around {
  readonly parties: readonly PartyRow[]
  /** Figures of its sentence. */
  readonly counts: readonly CountRow[]
  readonly surroundings: Surroundings
}

/** The step of a presence that an event tells, or null. */
export function readMark(row: DoingRow, around: Around): Mark | null {
  const way = findWay(row.triggerText) ?? WAY_OF_TYPE[row.type] ?? null
  const thing = findWhat(row, way, around)
  const step = thing && stepOf(row, thing.kind, way)
  const sides = thing && step && findSides(row, thing.kind, around)
  if (!sides) return null
  const count = around.counts.find(each => findThing(each.population ?? '')?.kind === thing.kind) ?? null
  const given = count ? null : countIn(row.objectText)
  return {
    step,
    kind: thing.kind,
    category: thing.category,
    what: count?.population ?? given?.what ?? thing.word,
    ...sides,
    ...daysOf(row, step),
    count: count ? { low: count.low, best: count.best, high: count.high, isExact: count.quantifier === 'exact' } : (given?.count ?? null),
    by: row.speaker ?? around.parties.find(party => party.role === 'actor' && party.kind === 'person')?.name ?? null,
    row,
    evidence: [recordId(row, 'v'), ...(count ? [`${row.report}/f${splitRecordNumber(count.no).ordinal}`] : [])],
  }
}

/** Words of an object among which its number stands: "at least some 12 armoured vehicles". */
const MOST_BEFORE = 4

/** "12 armoured vehicles": what is given is no figure of people, but has its number in front of it. */
function countIn(object: string | null): { readonly count: Count; readonly what: string } | null {
  const words = (object ?? '').split(/\s+/)
  const at = words.slice(0, MOST_BEFORE).findIndex(word => numberFrom(word) !== null)
  const number = numberFrom(words[at] ?? '')
  if (number === null || at + 1 >= words.length) return null
  return { count: { low: number, best: number, high: number, isExact: at === 0 }, what: words.slice(at + 1).join(' ') }
}

function numberFrom(word: string): number | null {
  return /^\d[\d,]*$/.test(word) ? Number(word.replaceAll(',', '')) : (numbers().get(word.toLowerCase()) ?? null)
}

let spelt: ReadonlyMap<string, number> | null = null

function numbers(): ReadonlyMap<string, number> {
  spelt ??= new Map(loadWords('numbers', ['word', 'number']).map(({ word, number }) => [word, Number(number)]))
  return spelt
}

const WAY_OF_TYPE: Readonly<Record<string, Way>> = { MOBILIZE: 'in', AID: 'in', COOPERATE: 'in', AGREE: 'in', RETREAT: 'out' }
/** Types of events in which the object is what matters, not those who act. */
const GIVING: ReadonlySet<string> = new Set(['AID', 'AGREE', 'COOPERATE', 'SUPPORT', 'SANCTION', 'THREATEN'])

/** What is moved: what is given or sent, else those who come or go, else what is counted there. */
function findWhat({ type, triggerText, objectText }: DoingRow, way: Way | null, { parties, counts }: Around): Thing | null {
  const names = (role: PartyRow['role']) => parties.filter(party => party.role === role).map(party => party.name)
  const counted = counts.map(count => count.population ?? '')
  const object = objectText ?? ''
  const sent = way === 'in' ? names('recipient') : []
  const places = GIVING.has(type)
    ? [object, ...counted, ...sent, ...names('actor'), triggerText]
    : [...names('actor'), object, ...counted, ...sent, triggerText]
  for (const words of places) {
    const thing = findThing(words)
    if (thing) return thing
  }
  return way === 'train' ? { word: 'training', kind: 'instructors', category: null } : null
}

const FUTURE: ReadonlySet<string> = new Set(['planned', 'possible'])
/** Types of which only an arrival, a departure or a signature counts, and no other act. */
const ONLY_BY_WORD: ReadonlySet<string> = new Set(['CONSULT', 'CONCEDE', 'SANCTION', 'SUPPORT', 'THREATEN'])

function stepOf({ type, status, triggerText }: DoingRow, kind: PresenceKind, way: Way | null): Step | null {
  if (way === null || way === 'not' || status === 'denied') return null
  if (ONLY_BY_WORD.has(type) && findWay(triggerText) === null) return null
  if (status === 'negated') return way === 'in' ? 'notYet' : null
  if (status === 'possible' && type !== 'AGREE') return way === 'in' ? 'alleged' : null
  if (way === 'agree') return 'agreed'
  if (FUTURE.has(status)) return way === 'out' ? 'leaving' : 'promised'
  if (way === 'out') return 'ended'
  return kind === 'cooperation' ? 'agreed' : 'begun'
}

/** A plan told with a day before the report was made then; one told with a later day is for then. */
function daysOf({ timeStart, timeEnd, published }: DoingRow, step: Step): Pick<Mark, 'day' | 'dayBasis' | 'due'> {
  const reported = { day: published, dayBasis: 'reported' as const }
  const last = timeEnd ?? timeStart
  if (last === null) return { ...reported, due: null }
  const isAhead = published !== null && (last > published || (timeStart ?? '') > published)
  const isPlan = step === 'promised' || step === 'agreed' || step === 'leaving'
  if (isPlan && isAhead) return { ...reported, due: { start: timeStart, end: timeEnd } }
  if (step === 'notYet') return { ...reported, due: null }
  return { day: timeStart ?? timeEnd, dayBasis: 'told', due: null }
}

/** Kinds of which a report that names no host is taken to mean the state that it is about. */
const ABROAD: ReadonlySet<PresenceKind> = new Set(['instructors', 'mercenaries', 'arms', 'cooperation'])

/** Whose it is and where it goes; null where that is one state, or cannot be told. */
function findSides(row: DoingRow, kind: PresenceKind, around: Around): { readonly sender: Side; readonly host: Side } | null {
  const { parties, counts, surroundings } = around
  const isExpelled = row.type === 'SANCTION' && row.mode === 'expel'
  const statesOf = (role: PartyRow['role']) => parties.filter(party => party.role === role).flatMap(party => stateOf(party) ?? [])
  const [senders, hosts] = isExpelled ? [statesOf('recipient'), statesOf('actor')] : [statesOf('actor'), statesOf('recipient')]
  const group = parties.find(party => party.role === 'actor' && isBody(party))
  const place = row.country ?? surroundings.ofPlace(row.placeKey, row.placeName)
  const named = [...hosts, place, row.objectText === null ? null : findCountry(row.objectText)].filter(state => state !== null)
  const told = senders[0] ? stateSide(senders[0], 'told') : group ? { key: group.key, name: group.name, basis: 'told' as const } : null
  const counted = counts.flatMap(count => count.country ?? surroundings.ofPlace(count.placeKey, count.placeName) ?? [])
  const all = () => surroundings.ofReport(row.no)
  if (told) {
    const other =
      named.find(state => state !== told.key) ??
      (named.length === 0 ? [...counted, ...senders].find(state => state !== told.key) : undefined)
    if (other !== undefined)
      return { sender: told, host: stateSide(other, row.country === null && hosts.length === 0 ? 'inferred' : 'told') }
    const near = named.length === 0 && ABROAD.has(kind) ? all().find(state => state !== told.key) : undefined
    return near === undefined ? null : { sender: told, host: stateSide(near, 'inferred') }
  }
  const host = named[0] ?? counted[0] ?? (ABROAD.has(kind) ? all()[0] : undefined)
  if (host === undefined) return null
  const speaker = row.speakerKey === null ? null : stateOf({ key: row.speakerKey, name: row.speaker ?? '', kind: 'person' })
  const others = ABROAD.has(kind) ? all().filter(state => state !== host) : []
  const sender = speaker !== null && speaker !== host ? speaker : others.length === 1 ? others[0] : undefined
  return sender === undefined
    ? null
    : { sender: stateSide(sender, 'inferred'), host: stateSide(host, named[0] === host ? 'told' : 'inferred') }
}

/** An organization or a company of mercenaries, by a name of its own. */
function isBody({ kind, key, name }: PartyRow): boolean {
  if (kind === 'armed-group') return findThing(name)?.kind === 'mercenaries'
  return kind === 'organization' && /^\p{Lu}/u.test(name) && !/^[A-Z]{3}\//.test(key) && (!key.startsWith('name:') || name.includes(' '))
}
