import type { Harm, ReconcileAnswers } from '../../document/answers/reconcile.ts'
import type { FigureRecord } from '../../record/figure.ts'
import type { ReadingRecord } from '../../record/reading.ts'
import type { Toll } from '../sketch.ts'
import type { Happening } from './happenings.ts'
import { agesOf } from './people.ts'

/** Characters of a report in which somebody harmed is looked for, where no number is given. */
const HEAD = 1500
/** A number from here on that is also somebody's age is taken for the age. */
const AGE = 10

/**
 * How many a happening killed and injured, the first number first: the figures of its sentences (of the whole report, where it is what the
 * report is about). Where there is none: people hit who are not counted dead ("four were shot"), else one, where somebody is said to be harmed.
 */
export function tollsOf(reading: ReadingRecord, happening: Happening, others: readonly Happening[], answers: ReconcileAnswers): Toll[] {
  const figures = figuresOf(reading, happening, others)
  const head = happening.isMain ? reading.report.text.slice(0, HEAD) : ''
  const harmed = harmsIn([head, ...happening.events.map(event => reading.report.text.slice(...event.evidence))].join('\n'), answers)
  const record = happening.type === 'ASSAULT' ? happening.events.find(event => event.type === 'ASSAULT')?.id : undefined
  const killed = figures.filter(({ measure }) => measure === 'killed').map(figure => toToll(reading, 'killed', figure))
  if (killed.length === 0 && record && harmed.has('killed')) killed.push(oneAtLeast('killed', record))
  const injured = figures.filter(({ measure }) => measure === 'injured').map(figure => toToll(reading, 'injured', figure))
  if (injured.length === 0 && record) injured.push(...survivors(reading, figures, killed[0] ?? null, record, harmed))
  return [...killed, ...injured]
}

function figuresOf({ figures, report }: ReadingRecord, { isMain, events }: Happening, others: readonly Happening[]): FigureRecord[] {
  const inside = new Set(events.map(({ evidence }) => evidence.join()))
  const outside = new Set(others.flatMap(other => other.events.map(({ evidence }) => evidence.join())))
  const ages = new Set(agesOf(report.text))
  return figures.filter(({ evidence, value, unit, per }) => {
    const key = evidence.join()
    const number = value?.best ?? value?.low ?? null
    if (number === null || unit !== 'person' || per !== null || (number >= AGE && ages.has(number))) return false
    return inside.has(key) || (isMain && !outside.has(key))
  })
}

function toToll({ entities }: ReadingRecord, measure: Toll['measure'], { id, value, source }: FigureRecord): Toll {
  const { low, best, high } = value as NonNullable<FigureRecord['value']>
  return { measure, low, best, high, source: entities.find(entity => entity.id === source)?.name ?? null, record: id }
}

function oneAtLeast(measure: Toll['measure'], record: string): Toll {
  return { measure, low: 1, best: 1, high: null, source: null, record }
}

/** Those of the people hit who are not counted dead. */
function survivors(
  reading: ReadingRecord,
  figures: readonly FigureRecord[],
  killed: Toll | null,
  record: string,
  harmed: ReadonlySet<Harm>,
): Toll[] {
  const hit = figures.find(({ measure }) => measure === 'affected')
  const dead = killed?.best ?? 0
  const all = hit?.value?.best ?? null
  if (hit && all !== null && all > dead)
    return [{ ...toToll(reading, 'injured', hit), low: all - dead, best: all - dead, high: all - dead }]
  return harmed.has('injured') || (harmed.has('hit') && !killed) ? [oneAtLeast('injured', record)] : []
}

/** What is done to people in sentences that do not deny it; who is hit and killed in one sentence is killed. */
function harmsIn(text: string, { harms, denials }: ReconcileAnswers): Set<Harm> {
  const found = new Set<Harm>()
  for (const sentence of text.split(/[.!?]\s|\n/)) {
    const words = sentence.toLowerCase().match(/[\p{L}'’]+/gu) ?? []
    if (words.some(word => denials.has(word))) continue
    const own = new Set(words.flatMap(word => harms.get(word) ?? []))
    if (own.has('killed')) own.delete('hit')
    for (const harm of own) found.add(harm)
  }
  return found
}
