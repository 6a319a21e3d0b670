import type { ReconcileAnswers } from '../../document/answers/reconcile.ts'
import type { FigureRecord } from '../../record/figure.ts'
import type { ReadingRecord } from '../../record/reading.ts'
import { listSpans } from '../../record/span.ts'
import type { Toll } from '../sketch.ts'
import type { Happening } from './happenings.ts'

/**
 * How many a happening killed and injured: the figures of its sentences (of the whole report, where it is what the report is about), else one,
 * where the report tells of somebody harmed and gives no number.
 */
export function tollsOf(reading: ReadingRecord, happening: Happening, others: readonly Happening[], answers: ReconcileAnswers): Toll[] {
  const inside = sentencesOf(happening)
  const outside = sentencesOf({ events: others.flatMap(other => other.events) })
  const figures = reading.figures.filter(({ evidence }) => {
    const key = evidence.join()
    return inside.has(key) || (happening.isMain && !outside.has(key))
  })
  return (['killed', 'injured'] as const).flatMap(measure => {
    const told = figures.filter(figure => figure.measure === measure && figure.value && figure.unit === 'person' && figure.per === null)
    return told.length > 0 ? told.map(figure => toToll(reading, measure, figure)) : (findOne(reading, happening, measure, answers) ?? [])
  })
}

function sentencesOf({ events }: Pick<Happening, 'events'>): Set<string> {
  return new Set(events.map(({ evidence }) => evidence.join()))
}

function toToll({ entities }: ReadingRecord, measure: Toll['measure'], { id, value, source }: FigureRecord): Toll {
  const { low, best, high } = value as NonNullable<FigureRecord['value']>
  return { measure, low, best, high, source: entities.find(entity => entity.id === source)?.name ?? null, record: id }
}

/** Somebody alone who is harmed: "A man was shot dead". */
function findOne({ report }: ReadingRecord, { events }: Happening, measure: Toll['measure'], { harms }: ReconcileAnswers): Toll | null {
  for (const { id, type, status, trigger, evidence, recipients } of events) {
    if (type !== 'ASSAULT' || (status !== 'occurred' && status !== 'ongoing' && status !== 'possible')) continue
    const words = report.text.slice(...evidence).toLowerCase().match(/\p{L}+/gu) ?? []
    const own = listSpans(trigger).map(span => report.text.slice(...span).toLowerCase())
    const isMeant = own.some(word => harms.get(word) === measure) || (recipients.length > 0 && words.some(word => harms.get(word) === measure))
    if (isMeant) return { measure, low: 1, best: 1, high: null, source: null, record: id }
  }
  return null
}
