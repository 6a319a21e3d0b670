import type { Word } from '../../document/layers.ts'
import { findNumbers, type NumberExpression } from '../../extract/figures/numbers.ts'
import { countedBy, isFormer, isMore, isPromised, wholeAt, whoseAt } from './counted.ts'
import type { FigureFact } from './figure-facts.ts'
import { namedOf, nearbyOf, placesOf } from './figure-places.ts'
import { partiesAround, partiesOf } from './parties.ts'
import { within } from './text-index.ts'
import { holds, sentenceAround, type Told } from './told.ts'
import { sideAt, statusAt, verbAbove } from './wording.ts'

/** Unit of a number that says how long something lasts. */
export const DURATION = 'duration'

/** Numbers of a text that no figure and no date has, with the noun that they stand with: "48 drones", "a truce of 60 days". */
export function looseFacts(told: Told): FigureFact[] {
  const { times } = told.reading
  const dates = times.flatMap(({ span, start, end }) => (span && (start ?? end) ? [span] : []))
  const taken = sortSpans([...told.reading.figures.map(({ span }) => span), ...dates])
  const lengths = sortSpans(times.flatMap(({ span, start, end }) => (span && !(start ?? end) ? [span] : [])))
  return findNumbers(told.words, [], told.language).flatMap(number => {
    const word = told.words[number.first] as Word
    if (number.value.best === null || isIn(taken, word.start) || !isNumber(told, number)) return []
    return toFact(told, number, isIn(lengths, word.start))
  })
}

/** "One" is as often a pronoun. */
function isNumber({ words }: Told, number: NumberExpression): boolean {
  return number.value.best !== 1 || /\d/.test(words[number.first]?.lower ?? '')
}

function toFact(told: Told, number: NumberExpression, isLength: boolean): FigureFact {
  const { words } = told
  const [first, last] = [words[number.first] as Word, words[number.end - 1] as Word]
  const span = [first.start, last.end] as const
  const evidence = sentenceAround(told, span)
  const noun = countedBy(words, number.head)
  const time = within(told.index.times, evidence)[0] ?? null
  const speaker = within(told.index.tellings.statements, evidence).find(({ content }) => content.some(part => holds(part, span)))
  const event = within(told.index.triggers, evidence).find(({ object }) => object !== null && holds(object, span))
  const unit = told.language.figures.counted.get(noun?.lemma.toLowerCase() ?? '')?.unit ?? null
  const places = placesOf(told, evidence, event?.places.filter(place => !event.actors.includes(place)) ?? [])
  return {
    id: null,
    value: number.value,
    change: null,
    measure: 'other',
    kind: null,
    unit: number.money ?? (number.percent ? 'percent' : isLength ? DURATION : unit),
    population: noun?.lemma ?? null,
    noun: noun?.lemma ?? null,
    places,
    origin: null,
    destination: null,
    days: event?.time ?? time,
    sources: partiesOf(told, [speaker?.speaker ?? null]),
    actors: event ? partiesOf(told, event.actors) : [],
    // What is agreed on for 90 days is no less of 90 days.
    status: isLength
      ? null
      : isPromised(told, number.head)
        ? 'planned'
        : event && event.status !== 'occurred'
          ? event.status
          : statusAt(told, number.head),
    side: sideAt(told, number.head),
    isPart: false,
    wholeOf: wholeAt(told, number.head),
    isMore: isMore(told, span),
    isFormer: isFormer(told, span),
    verb: wholeAt(told, number.head) || verbAbove(told, number.head),
    span,
    evidence,
    nearby: nearbyOf(told, evidence, places),
    around: partiesAround(told, evidence),
    named: namedOf(told, evidence, places),
    whose: whoseAt(told, number.head),
  }
}

type Spans = readonly (readonly [number, number])[]

function sortSpans(spans: Spans): Spans {
  return [...spans].sort((a, b) => a[0] - b[0])
}

/** Does one of these spans hold a place of the text? Spans that hold each other are rare: a few before it are looked at. */
function isIn(spans: Spans, at: number): boolean {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle] as readonly [number, number])[0] <= at) low = middle + 1
    else high = middle
  }
  return spans.slice(Math.max(0, low - 3), low).some(([, end]) => at < end)
}
