import type { ReconcileAnswers } from '../../document/answers/reconcile.ts'
import { entityKey } from '../../record/entity-key.ts'
import { EVENT_STATUSES, type EventRecord } from '../../record/event.ts'
import type { ReadingRecord } from '../../record/reading.ts'
import { parseDay } from '../../util/calendar.ts'
import { splitWords, type Word } from '../../util/split-words.ts'
import type { Telling, TellingParty } from '../sketch.ts'
import { weighWords } from '../word-vector.ts'
import { dayOf, daysNamed } from './days.ts'
import { findHappenings, type Happening } from './happenings.ts'
import { addressesOf, agesOf, peopleOf } from './people.ts'
import { countryOf, placesOf } from './places.ts'
import { publisherOf } from './publisher.ts'
import { tollsOf } from './tolls.ts'

/** Words of a text that count as its head, besides the title. */
const LEAD = 80

/** What a report tells, happening by happening; what it mainly tells first. */
export function tellingsOf(reading: ReadingRecord, answers: ReconcileAnswers): Telling[] {
  const happenings = findHappenings(reading)
  return happenings.map(happening => {
    const others = happenings.filter(other => other !== happening)
    return toTelling(reading, happening, others, answers)
  })
}

function toTelling(reading: ReadingRecord, happening: Happening, others: readonly Happening[], answers: ReconcileAnswers): Telling {
  const { report } = reading
  const { isMain, type, events } = happening
  const { weigh } = answers
  const first = (events.find(event => event.type === type) ?? events[0])?.id
  const published = report.published?.start ? parseDay(report.published.start) : null
  const { text, words, title } = isMain ? wholeText(report) : sentences(report.text, events)
  const people = isMain ? peopleOf(reading, weigh) : peopleOf(within(reading, events), weigh)
  return {
    id: first ? `${report.id}/${first}` : report.id,
    report: report.id,
    isMain,
    events: events.map(event => event.id),
    type,
    acled: acledOf(events),
    status: statusOf(events, type),
    day: dayOf(reading, happening, published),
    days: daysNamed(reading, happening, published),
    published,
    publisher: publisherOf(report),
    places: placesOf(reading, happening),
    country: countryOf(reading),
    parties: partiesOf(reading, events, type),
    people,
    ages: agesOf(text),
    addresses: addressesOf(text, words, weigh),
    tolls: tollsOf(reading, happening, others, answers),
    words: weighWords(words, weigh),
    numbers: weighWords(
      words.filter(({ start }) => /^\d/.test(text.slice(start, start + 1))),
      weigh,
    ),
    lead: weighWords(isMain ? words.slice(0, title + LEAD) : words, weigh),
  }
}

interface Told {
  readonly text: string
  readonly words: readonly Word[]
  /** How many of the words are the title's. */
  readonly title: number
}

function wholeText({ title, text }: ReadingRecord['report']): Told {
  const whole = title ? `${title}\n${text}` : text
  return { text: whole, words: splitWords(whole), title: title ? splitWords(title).length : 0 }
}

function sentences(text: string, events: readonly EventRecord[]): Told {
  const spans = new Map(events.map(({ evidence }) => [evidence.join(), evidence]))
  const told = [...spans.values()].map(span => text.slice(...span)).join('\n')
  return { text: told, words: splitWords(told), title: 0 }
}

function within({ entities }: ReadingRecord, events: readonly EventRecord[]): Pick<ReadingRecord, 'entities'> {
  const spans = events.map(event => event.evidence)
  return {
    entities: entities.filter(({ mentions }) =>
      mentions.some(({ span }) => spans.some(([start, end]) => start <= span[0] && span[1] <= end)),
    ),
  }
}

function acledOf(events: readonly EventRecord[]): Telling['acled'] {
  const found = events.find(event => event.acled && event.status !== 'negated')?.acled
  return found ? [found.event, found.subEvent] : null
}

/** What the report says of whether it took place: what most events of the main type say, the more certain one of two. */
function statusOf(events: readonly EventRecord[], type: string | null): Telling['status'] {
  const counts = new Map<Telling['status'], number>()
  for (const event of events) if (event.type === type) counts.set(event.status, (counts.get(event.status) ?? 0) + 1)
  return EVENT_STATUSES.reduce((best, status) => ((counts.get(status) ?? 0) > (counts.get(best) ?? 0) ? status : best))
}

function partiesOf({ entities }: ReadingRecord, events: readonly EventRecord[], type: string | null): TellingParty[] {
  const byId = new Map(entities.map(entity => [entity.id, entity]))
  const parties = new Map<string, TellingParty>()
  for (const event of events) {
    if (event.type !== type) continue
    for (const role of ['actor', 'recipient'] as const)
      for (const id of role === 'actor' ? event.actors : event.recipients) {
        const entity = byId.get(id)
        if (!entity) continue
        const key = entityKey(entity)
        if (!parties.has(`${role} ${key}`)) parties.set(`${role} ${key}`, { role, key, name: entity.name })
      }
  }
  return [...parties.values()]
}
