import type { EventRecord, EventStatus } from '../../record/event.ts'
import type { FigureRecord } from '../../record/figure.ts'
import { listSpans, type Span } from '../../record/span.ts'
import type { Days } from './days.ts'
import { type Party, partiesAround, partiesIn, partiesOf } from './parties.ts'
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
  readonly places: readonly Party[]
  readonly origin: Party | null
  readonly destination: Party | null
  readonly days: Days | null
  readonly sources: readonly Party[]
  readonly actors: readonly Party[]
  readonly status: EventStatus | null
  readonly side: Side | null
  readonly isPart: boolean
  /** Lemma of the verb that it stands under. */
  readonly verb: string | null
  readonly span: Span | null
  /** The sentence that tells it. */
  readonly evidence: Span | null
  /** Who and which places that sentence mentions. */
  readonly nearby: readonly Party[]
  /** The same of what stands around it. */
  readonly around: readonly Party[]
}

/** The figures of a text. */
export function figureFacts(told: Told): FigureFact[] {
  return told.reading.figures.map(figure => toFact(told, figure))
}

function toFact(told: Told, figure: FigureRecord): FigureFact {
  const { id, value, change, measure, kind, unit, population, span, evidence } = figure
  const event = eventOf(told, figure)
  const index = wordsIn(told, span).at(-1)?.index ?? -1
  const speaker = told.reading.statements.find(({ id }) => id === figure.saidIn)
  const one = (entity: string | null) => partiesOf(told, [entity])[0] ?? null
  const status = speaker?.act === 'deny' ? 'denied' : index < 0 ? null : statusAt(told, index)
  // Who does it is no place, even where it is a country.
  return {
    id,
    value,
    change,
    measure,
    kind,
    unit,
    population,
    places: partiesOf(
      told,
      figure.places.filter(place => !event?.actors.includes(place)),
    ),
    origin: one(figure.origin),
    destination: one(figure.destination),
    days: figure.time ?? figure.asOf ?? event?.time ?? null,
    sources: partiesOf(told, [figure.source ?? speaker?.speaker ?? null]),
    actors: event ? partiesOf(told, event.actors) : [],
    status: event && event.status !== 'occurred' ? event.status : status,
    side: index < 0 ? null : sideAt(told, index),
    isPart: figure.partOf !== null,
    verb: index < 0 ? null : verbAbove(told, index),
    span,
    evidence,
    nearby: partiesIn(told, [Math.max(evidence[0], sentenceAround(told, span)[0]), evidence[1]]),
    around: partiesAround(told, evidence),
  }
}

/** The event whose people or things a figure counts: it says so, or the number stands in its object, or its trigger is the figure's own word. */
function eventOf({ reading, entities }: Told, { events, span, term, evidence }: FigureRecord): EventRecord | null {
  const inSentence = reading.events.filter(event => holds(evidence, listSpans(event.trigger)[0] ?? [-1, -1]))
  const counts = (event: EventRecord) =>
    (event.object !== null && holds(event.object, span)) ||
    (term !== null && listSpans(event.trigger).some(trigger => holds(trigger, term))) ||
    [...event.actors, ...event.recipients].some(party => entities.get(party)?.mentions.some(mention => holds(mention.span, span)))
  return reading.events.find(event => events.includes(event.id)) ?? inSentence.find(counts) ?? null
}
