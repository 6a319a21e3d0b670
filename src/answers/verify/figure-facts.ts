import type { EventRecord, EventStatus } from '../../record/event.ts'
import type { FigureRecord } from '../../record/figure.ts'
import { listSpans, type Span } from '../../record/span.ts'
import { isFormer, isMore, wholeAt, whoseAt } from './counted.ts'
import type { Days } from './days.ts'
import { namedOf, nearbyOf, placesOf } from './figure-places.ts'
import { type Party, partiesAround, partiesOf } from './parties.ts'
import { within } from './text-index.ts'
import { holds, sentenceAround, type Told, wordsIn } from './told.ts'
import { type Side, sideAt, statusAt, verbAbove } from './wording.ts'

/** A number that a claim has or a text tells, with all that decides whether they are the same. */
export interface FigureFact {
  readonly id: string | null
  readonly value: FigureRecord['value']
  readonly change: FigureRecord['change']
  readonly measure: FigureRecord['measure'] | null
  readonly kind: FigureRecord['kind']
  readonly unit: string | null
  readonly population: string | null
  /** Lemma of the noun that is counted. */
  readonly noun: string | null
  readonly places: readonly Party[]
  readonly origin: Party | null
  readonly destination: Party | null
  readonly days: Days | null
  readonly sources: readonly Party[]
  readonly actors: readonly Party[]
  readonly status: EventStatus | null
  readonly side: Side | null
  readonly isPart: boolean
  /** The verb that tells a whole of which the sentence is only about a part ("1,900 of the 6,500 homes that it destroyed"), "" where there is none; else null. */
  readonly wholeOf: string | null
  /** Is it told on top of what was told before: "another 29 people"? */
  readonly isMore: boolean
  /** Is it what was before, told for comparison: "down from 42 percent"? */
  readonly isFormer: boolean
  /** Lemma of the verb that it stands under. */
  readonly verb: string | null
  readonly span: Span | null
  /** The sentence that tells it. */
  readonly evidence: Span | null
  /** Who and which places that sentence mentions. */
  readonly nearby: readonly Party[]
  /** The same of what stands around it. */
  readonly around: readonly Party[]
  /** Keys of those that the sentence names. */
  readonly named: ReadonlySet<string>
  /** Whose they are, as their noun has it: "Uruguayan peacekeepers", "its peacekeepers". */
  readonly whose: readonly Party[]
}

/** The figures of a text. */
export function figureFacts(told: Told): FigureFact[] {
  return told.reading.figures.map(figure => toFact(told, figure))
}

function toFact(told: Told, figure: FigureRecord): FigureFact {
  const { id, value, change, measure, kind, unit, population, span, term, evidence } = figure
  const event = eventOf(told, figure)
  const index = wordsIn(told, span).at(-1)?.index ?? -1
  const speaker = figure.saidIn === null ? undefined : told.index.statements.get(figure.saidIn)
  const one = (entity: string | null) => partiesOf(told, [entity])[0] ?? null
  const status = speaker?.act === 'deny' ? 'denied' : index < 0 ? null : statusAt(told, index)
  const sentence = [Math.max(evidence[0], sentenceAround(told, span)[0]), evidence[1]] as const
  // Who does it is no place, even where it is a country.
  const ids = figure.places.filter(place => !event?.actors.includes(place))
  const places = placesOf(told, sentence, ids)
  return {
    id,
    value,
    change,
    measure,
    kind,
    unit,
    population,
    noun: population ?? nounAt(told, term),
    places,
    origin: one(figure.origin),
    destination: one(figure.destination),
    days: figure.time ?? figure.asOf ?? event?.time ?? null,
    sources: partiesOf(told, [figure.source ?? speaker?.speaker ?? null]),
    actors: event ? partiesOf(told, event.actors) : [],
    status: event && event.status !== 'occurred' && isTold(told, event, figure) ? event.status : status,
    side: index < 0 ? null : sideAt(told, index),
    isPart: figure.partOf !== null,
    wholeOf: wholeAt(told, index),
    isMore: isMore(told, span),
    isFormer: isFormer(told, span),
    verb: wholeAt(told, index) || (index < 0 ? null : verbAbove(told, index)),
    span,
    evidence,
    nearby: nearbyOf(told, sentence, places),
    around: partiesAround(told, evidence),
    named: namedOf(told, sentence, places),
    whose: whoseAt(told, index),
  }
}

/** Does the event tell the number, not another clause about those counted: "800 of the 1,000 that it promised"? */
function isTold(told: Told, { trigger, object }: EventRecord, { span, term }: FigureRecord): boolean {
  const triggers = listSpans(trigger)
  if (term === null || (object !== null && holds(object, span))) return true
  const verb = wordsIn(told, span).at(-1)
  const above = verb && verbAbove(told, verb.index)
  return triggers.some(at => holds(at, term) || wordsIn(told, at).some(({ lemma }) => lemma === above))
}

/** Lemma of the word that says what is counted, where it is a noun: "1,240 cases". */
function nounAt(told: Told, term: Span | null): string | null {
  const word = term && wordsIn(told, term).at(-1)
  return word?.upos === 'NOUN' ? word.lemma : null
}

/** The event whose people or things a figure counts: it says so, or the number stands in its object, or its trigger is the figure's own word. */
function eventOf({ index, entities }: Told, { events, span, term, evidence }: FigureRecord): EventRecord | null {
  const counts = (event: EventRecord) =>
    (event.object !== null && holds(event.object, span)) ||
    (term !== null && listSpans(event.trigger).some(trigger => holds(trigger, term))) ||
    [...event.actors, ...event.recipients].some(party => entities.get(party)?.mentions.some(mention => holds(mention.span, span)))
  const own = events.flatMap(id => index.events.get(id) ?? [])[0]
  return own ?? within(index.triggers, evidence).find(counts) ?? null
}
