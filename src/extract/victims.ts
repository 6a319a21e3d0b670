import type { Entity, Event, Figure, Layers, Mention } from '../document/layers.ts'
import { indexEntities, indexMentions, type MentionIndex } from '../document/mentions.ts'
import { stage } from '../document/stage.ts'
import type { Measure } from '../record/figure.ts'
import { listSpans, type Span } from '../record/span.ts'
import type { EventType } from '../record/vocab/plover.ts'

/** How a figure is tied to what happened to those it counts, for the rule catalogue. */
export const victimRules = [
  { name: 'victims/same-words', says: 'The word that says what is counted also tells the event: "killed 12".' },
  { name: 'victims/recipient', says: 'Those who are counted are those to whom it was done: "the attack on 12 villagers".' },
  { name: 'victims/same-sentence', says: 'The one event of its kind in the sentence is what the figure counts the victims of.' },
  { name: 'victims/time-of-event', says: 'A figure without days of its own has those of its event.' },
  { name: 'victims/place-of-event', says: 'A figure without a place of its own has that of its event.' },
]

/** What can have done that to people, or to buildings. */
const DEEDS: Partial<Record<Measure, readonly EventType[]>> = {
  killed: ['ASSAULT'],
  injured: ['ASSAULT'],
  abducted: ['ASSAULT'],
  missing: ['ASSAULT'],
  destroyed: ['ASSAULT'],
  attacks: ['ASSAULT'],
  arrested: ['COERCE'],
  displaced: ['ASSAULT', 'COERCE'],
  deployed: ['MOBILIZE', 'AID', 'RETREAT', 'AGREE'],
  funding: ['AID', 'AGREE', 'REQUEST'],
}

/** Ties each figure to the events that it counts the dead, the held, the sent … of, and lends it their days and place where it has none. */
export const victimsStage = stage({
  name: 'victims',
  needs: ['mentions', 'entities', 'figures', 'events'],
  gives: ['figures'],
  run: ({ mentions, entities, figures, events }) => ({ figures: tieFigures(figures, events, mentions, indexEntities(entities)) }),
})

function tieFigures(
  figures: Layers['figures'],
  events: Layers['events'],
  mentions: readonly Mention[],
  entities: ReadonlyMap<string, Entity>,
): readonly Figure[] {
  const index = indexMentions(mentions)
  const bySentence = Map.groupBy(events, event => event.evidence[0])
  return figures.map(figure => {
    const tied = findEvents(figure, bySentence.get(figure.evidence[0]) ?? [], index)
    return tied ? lend(figure, tied, entities) : figure
  })
}

interface Tied {
  readonly rule: string
  readonly events: readonly Event[]
}

function findEvents(figure: Figure, inSentence: readonly Event[], index: MentionIndex): Tied | null {
  const deeds = DEEDS[figure.measure]
  if (!deeds) return null
  const events = inSentence.filter(event => deeds.includes(event.type))
  const term = figure.term
  const told = term ? events.filter(event => listSpans(event.trigger).some(span => overlap(span, term))) : []
  if (told.length > 0) return { rule: 'victims/same-words', events: told }
  const counted = new Set(index.inside(...figure.evidence).flatMap(m => (m.entity && overlap(m.span, figure.span) ? [m.entity] : [])))
  const done = events.filter(event => event.recipients.some(id => counted.has(id)))
  if (done.length > 0) return { rule: 'victims/recipient', events: done }
  return events.length === 1 ? { rule: 'victims/same-sentence', events } : null
}

/** A copy of the figure with its events, and with days and place of the first of them where it has none. */
function lend(figure: Figure, { rule, events }: Tied, entities: ReadonlyMap<string, Entity>): Figure {
  const spans = events.flatMap(event => listSpans(event.trigger))
  const time = figure.kind !== 'stock' && !figure.time ? (events.find(event => event.time)?.time ?? null) : null
  // Where money is promised is not where it goes.
  const hosts = figure.origin || figure.destination || figure.measure === 'funding' ? [] : events.filter(event => event.place)
  const host = figure.places.length === 0 ? hosts[0] : isLoose(figure, entities) ? hosts.find(e => isNarrow(e, entities)) : undefined
  return {
    ...figure,
    events: events.map(event => event.id),
    ...(time && { time }),
    ...(host && { place: host.place, places: host.places }),
    from: {
      ...figure.from,
      events: { rule, spans },
      ...(time && { time: { rule: 'victims/time-of-event', spans: time.span ? [time.span] : spans } }),
      ...(host && { place: { rule: 'victims/place-of-event', spans: host.from.place?.spans ?? spans } }),
    },
  }
}

/** Is the place of a figure only the country that its sentence or paragraph names? */
function isLoose({ place, from }: Figure, entities: ReadonlyMap<string, Entity>): boolean {
  return LOOSE.has(from.place?.rule ?? '') && entities.get(place ?? '')?.kind === 'country'
}

const LOOSE: ReadonlySet<string> = new Set(['figures/place-of-sentence', 'figures/place-of-paragraph', 'place/of-the-clause-above'])

/** Did it happen in a place that has a name and is no country? */
function isNarrow({ place }: Event, entities: ReadonlyMap<string, Entity>): boolean {
  const entity = entities.get(place ?? '')
  return entity?.kind === 'place' && (entity.place !== null || entity.mentions.some(m => m.as === 'name'))
}

function overlap(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1]
}
