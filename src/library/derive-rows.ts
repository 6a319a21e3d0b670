import type { EntityRecord } from '../record/entity.ts'
import { entityKey } from '../record/entity-key.ts'
import type { ReadingRecord } from '../record/reading.ts'
import type { Span } from '../record/span.ts'
import type { Time } from '../record/time.ts'
import type { Named, PartyRole } from '../store/names.ts'
import { RECORD_COLUMNS, type RecordRow, type RecordRows, type RecordTable } from '../store/records.ts'

/** What an analyst said of a record; "added" is one that Griot had missed. */
export type Review = 'accepted' | 'corrected' | 'added'

/** What analysts said about records, by the id of the record. */
export type Reviews = Readonly<Record<string, Review>>

type Fields = Readonly<Record<string, string | number | null>>
type Parties = readonly (readonly [role: PartyRole, ids: readonly (string | null)[]])[]

/** The rows that questions are asked of, made from a reading to which decisions were applied. */
export function deriveRows(reading: ReadingRecord, reviews: Reviews = {}): RecordRows {
  const names = collectNames(reading.entities)
  const { published, text } = reading.report
  const timeFields = (time: Time | null) => ({ ...ownTime(time), ...lookedUpBy(time, published) })
  const row = (table: RecordTable, id: string, fields: Fields, parties: Parties): RecordRow => {
    const all: Fields = { ...fields, review: reviews[id] ?? null }
    return {
      table,
      ordinal: ordinalOf(id),
      values: RECORD_COLUMNS[table].map(column => all[column] ?? null),
      parties: parties.flatMap(([role, ids]) => ids.flatMap(who => pair(role, names.find(who)))),
    }
  }
  const rows = [
    ...reading.events.map(v => {
      const { type, mode, status, acled, confidence } = v
      const fields = { type, mode, status, acled: acled?.subEvent ?? null, ...timeFields(v.time), ...names.place(v.place), confidence }
      const words = { triggerText: wordsAt(text, v.trigger), objectText: v.object && wordsAt(text, v.object), sentence: v.evidence[0] }
      return row('event', v.id, { ...fields, ...words, saidIn: numberOf(v.saidIn), same: numberOf(v.same) }, [
        ['event.actor', v.actors],
        ['event.recipient', v.recipients],
        ['event.place', v.places],
      ])
    }),
    ...reading.figures.map(f => {
      const { measure, kind, unit, per, population, value, change, confidence } = f
      const told = { low: value?.low ?? null, best: value?.best ?? null, high: value?.high ?? null, quantifier: value?.quantifier ?? null }
      const changed = { factor: change && 'factor' in change ? change.factor : null, change: change && 'by' in change ? change.by : null }
      const days = {
        ...ownTime(f.time),
        ...lookedUpBy(f.time ?? f.asOf, published),
        asOfStart: f.asOf?.start ?? null,
        asOfEnd: f.asOf?.end ?? null,
      }
      const who = { source: names.find(f.source), origin: names.find(f.origin), destination: names.find(f.destination) }
      const within = {
        saidIn: numberOf(f.saidIn),
        partOf: numberOf(f.partOf),
        same: numberOf(f.same),
        event: numberOf(f.events[0] ?? null),
        sentence: f.evidence[0],
      }
      const fields = {
        measure,
        kind,
        unit,
        per,
        population,
        ...told,
        ...changed,
        ...days,
        ...names.place(f.place),
        ...who,
        ...within,
        confidence,
      }
      return row('figure', f.id, fields, [
        ['figure.source', [f.source]],
        ['figure.place', f.places],
        ['figure.origin', [f.origin]],
        ['figure.destination', [f.destination]],
      ])
    }),
    ...reading.statements.map(s => {
      const { act, form, confidence } = s
      const fields = { speaker: names.find(s.speaker), act, form, ...timeFields(s.time), ...names.place(s.place), confidence }
      return row('statement', s.id, { ...fields, within: numberOf(s.within) }, [
        ['statement.speaker', [s.speaker]],
        ['statement.addressee', [s.addressee]],
        ['statement.about', s.about],
        ['statement.place', [s.place]],
      ])
    }),
    ...reading.positions.map(p => {
      const { title, status, confidence } = p
      const fields = { holder: names.find(p.holder), title, ofWhom: names.find(p.of), status, ...timeFields(p.time), confidence }
      return row('position', p.id, { ...fields, saidIn: numberOf(p.saidIn) }, [
        ['position.holder', [p.holder]],
        ['position.of', [p.of]],
      ])
    }),
  ]
  return { named: names.used, rows }
}

/** The number in the id of a record: 3 of "v3". */
function ordinalOf(id: string): number {
  return Number(id.slice(1))
}

function numberOf(id: string | null): number | null {
  return id === null ? null : ordinalOf(id)
}

function pair(role: PartyRole, who: number | null): (readonly [PartyRole, number])[] {
  return who === null ? [] : [[role, who]]
}

/** The days that a record is looked up by. A figure as of a day has no other time. */
function lookedUpBy(time: Time | null, published: Time | null) {
  const day = time?.start || time?.end ? time : published
  return { dayStart: day?.start ?? day?.end ?? null, dayEnd: day?.end ?? day?.start ?? null }
}

function ownTime(time: Time | null) {
  return { timeStart: time?.start ?? null, timeEnd: time?.end ?? null, timePrecision: time?.precision ?? null }
}

/** Longer phrases are cut: what is given or sent is named at their beginning. */
const LONGEST_WORDS = 120

function wordsAt(text: string, spans: Span | readonly Span[]): string {
  const list = (typeof spans[0] === 'number' ? [spans] : spans) as readonly Span[]
  return list
    .map(span => text.slice(...span))
    .join(' … ')
    .slice(0, LONGEST_WORDS)
}

/** Longer descriptions are no names that anybody would ask for. */
const LONGEST_NAME = 80

/** Names as records use them, each once. */
function collectNames(entities: readonly EntityRecord[]) {
  const byId = new Map(entities.map(entity => [entity.id, entity]))
  const numbers = new Map<string, number | null>()
  const used: Named[] = []
  const add = (entity: EntityRecord): number | null => {
    if (entity.name.length > LONGEST_NAME && entity.ref === null) return null
    const key = entityKey(entity)
    const name = entity.name.slice(0, LONGEST_NAME)
    const known = used.findIndex(each => each.key === key && each.name === name)
    return known >= 0 ? known : used.push({ key, name, kind: entity.kind }) - 1
  }
  const find = (id: string | null): number | null => {
    const entity = id === null ? undefined : byId.get(id)
    if (!entity) return null
    const known = numbers.get(entity.id)
    if (known !== undefined) return known
    const number = add(entity)
    numbers.set(entity.id, number)
    return number
  }
  const place = (id: string | null) => {
    const entity = id === null ? undefined : byId.get(id)
    const at = entity?.place ?? null
    return {
      place: find(id),
      country: at?.country ?? entity?.ref?.country ?? null,
      admin1: at?.admin1 ?? null,
      lat: at?.lat ?? null,
      lon: at?.lon ?? null,
      placePrecision: at?.precision ?? null,
    }
  }
  return { used, find, place }
}
