import type { Harm, ReconcileAnswers } from '../../document/answers/reconcile.ts'
import type { FigureRecord } from '../../record/figure.ts'
import type { ReadingRecord } from '../../record/reading.ts'
import type { Toll } from '../sketch.ts'
import type { Happening } from './happenings.ts'
import { agesOf } from './people.ts'
import { type Count, type SentenceToll, sentenceTolls } from './sentence-tolls.ts'

/** Characters of a report in which somebody harmed is looked for, where nobody is counted. */
const HEAD = 1500
/** A number from here on that is also somebody's age is taken for the age. */
const AGE = 10

/**
 * How many a happening killed and injured, what the first sentence says that counts any coming first: numbers and people named or described one by one,
 * in its sentences (in the whole report, where it is what the report is about). Where nobody is counted: one, where somebody is said to be harmed.
 */
export function tollsOf(reading: ReadingRecord, happening: Happening, others: readonly Happening[], answers: ReconcileAnswers): Toll[] {
  const figures = figuresOf(reading, happening, others)
  const sentences = sentenceTolls(reading, happening, others, figures, answers)
  const near = sentences.filter(({ span, isOwn }) => isOwn || (happening.isMain && span[0] < HEAD))
  const record = (happening.events.find(event => event.type === 'ASSAULT') ?? happening.events[0])?.id
  const isTold = (...harms: Harm[]) => near.some(sentence => harms.every(harm => sentence.harms.has(harm)))
  const one: Count | null = record ? { number: 1, figure: null, record, besides: false } : null
  const killed = firstOf(sentences.flatMap(sentence => sentence.killed ?? [])) ?? (isTold('killed') ? one : null)
  const isInjured = killed ? isTold('killed', 'injured') : isTold('injured') || isTold('hit')
  const injured = injuredOf(sentences, killed) ?? (isInjured ? one : null)
  return [...toTolls(reading, 'killed', killed, figures), ...toTolls(reading, 'injured', injured, figures)]
}

/** Those who are said to be injured, or those of the people hit who are not counted dead. */
function injuredOf(sentences: readonly SentenceToll[], killed: Count | null): Count | null {
  const injured = firstOf(sentences.flatMap(sentence => others(sentence.injured, sentence, killed)))
  const hit = firstOf(sentences.flatMap(sentence => others(sentence.hit, sentence, killed)))
  const left = hit && leftOf(hit, killed)
  if (left?.figure && left.number > (injured?.number ?? 0)) return left
  return injured ?? (left?.figure ? null : left)
}

/** Of all who were hit those who live. */
function leftOf(hit: Count, killed: Count | null): Count {
  return hit.besides || !hit.figure ? hit : { ...hit, number: hit.number - (killed?.number ?? 0) }
}

/** The first count, of those that give a number rather than "several" or "dozens" if one does. */
function firstOf(counts: readonly Count[]): Count | null {
  return counts.find(({ figure }) => figure?.value?.quantifier !== 'vague') ?? counts[0] ?? null
}

/** Somebody told alone who is injured may be the one who died of it: they are two where one sentence tells both, or where it says so. */
function others(count: Count | null, sentence: SentenceToll, killed: Count | null): Count[] {
  return count && (count.figure !== null || killed === null || sentence.killed !== null || sentence.isApart) ? [count] : []
}

function figuresOf({ figures, report }: ReadingRecord, { isMain, events }: Happening, others: readonly Happening[]): FigureRecord[] {
  const inside = new Set(events.map(({ evidence }) => evidence.join()))
  const outside = new Set(others.flatMap(other => other.events.map(({ evidence }) => evidence.join())))
  const ages = new Set(agesOf(report.text))
  return figures.filter(({ evidence, value, unit, per, time }) => {
    const key = evidence.join()
    const number = value?.best ?? value?.low ?? null
    if (number === null || unit !== 'person' || per !== null || (number >= AGE && ages.has(number))) return false
    if (time && LONG.has(time.precision)) return false
    return inside.has(key) || (isMain && !outside.has(key))
  })
}

/** What so long a time counts is no one happening's. */
const LONG: ReadonlySet<string> = new Set(['month', 'quarter', 'year'])

/** A count, and what else the figures say of the same. */
function toTolls(reading: ReadingRecord, measure: Toll['measure'], count: Count | null, figures: readonly FigureRecord[]): Toll[] {
  if (!count) return []
  const { figure, number, record } = count
  const rest = figures.filter(other => other.measure === measure && other !== figure).map(other => toToll(reading, measure, other))
  const isAsWritten = figure?.measure === measure && (figure.value?.best ?? figure.value?.low) === number
  const first = isAsWritten
    ? toToll(reading, measure, figure)
    : { measure, low: number, best: number, high: figure ? number : null, source: figure ? sourceOf(reading, figure) : null, record }
  return [first, ...rest]
}

function toToll(reading: ReadingRecord, measure: Toll['measure'], figure: FigureRecord): Toll {
  const { low, best, high } = figure.value as NonNullable<FigureRecord['value']>
  return { measure, low, best, high, source: sourceOf(reading, figure), record: figure.id }
}

function sourceOf({ entities }: ReadingRecord, { source }: FigureRecord): string | null {
  return entities.find(entity => entity.id === source)?.name ?? null
}
