import type { EntityRecord } from '../../record/entity.ts'
import type { EventRecord } from '../../record/event.ts'
import type { FigureRecord } from '../../record/figure.ts'
import type { PositionRecord } from '../../record/position.ts'
import type { ReadingRecord } from '../../record/reading.ts'
import { listSpans, type Span } from '../../record/span.ts'
import type { StatementRecord } from '../../record/statement.ts'
import type { Time } from '../../record/time.ts'
import { shorten } from './shorten.ts'
import { formatDays, formatFigure } from './values.ts'
import { ACT_WORDS, nameEvent, STATUS_WORDS, spell } from './words.ts'

/** The four kinds of record that stand in a report, each with the mark that it has in listings and pages. */
export const KINDS = {
  statements: { one: 'statement', many: 'statements', mark: '❝' },
  events: { one: 'event', many: 'events', mark: '◆' },
  figures: { one: 'figure', many: 'figures', mark: '#' },
  positions: { one: 'office', many: 'offices', mark: '▲' },
} as const
export type Kind = keyof typeof KINDS
export type AnyRecord = EntityRecord | StatementRecord | EventRecord | FigureRecord | PositionRecord

/** A record as people meet it, whatever its kind. */
export interface RecordView {
  readonly kind: Kind
  readonly id: string
  readonly record: AnyRecord
  /** The words that make it a record: what is said, the trigger, the number, the office. */
  readonly at: readonly Span[]
  /** Where a reader should look for it. */
  readonly evidence: Span
  readonly confidence: number
  /** Who → whom; who says; how many; who is what. */
  readonly head: string
  /** What happened and whether it did; "" where the head says it all. */
  readonly what: string
  /** When, where, by whom: short phrases. */
  readonly details: readonly string[]
}

/** Looks up what ids of a reading stand for. */
export interface Names {
  /** The name of the entity; the id itself where there is none. */
  entity(id: string): string
  entities(ids: readonly string[]): string
  /** "Norwegian Refugee Council (s7)": whose statement it is. */
  statement(id: string): string
}

/** A description that goes on for longer is cut in the middle where it is shown. */
const LONGEST_NAME = 160

/** The names that the records of a reading are shown by. */
export function namesIn({ entities, statements }: Pick<ReadingRecord, 'entities' | 'statements'>): Names {
  const names = new Map(entities.map(e => [e.id, shorten(e.name, LONGEST_NAME)]))
  const speakers = new Map(statements.map(s => [s.id, s.speaker]))
  const entity = (id: string) => names.get(id) ?? id
  return {
    entity,
    entities: ids => ids.map(entity).join(', '),
    statement(id) {
      const speaker = speakers.get(id)
      return speaker ? `${entity(speaker)} (${id})` : id
    },
  }
}

/** Every statement, event, figure and position of a reading in the order in which they stand in the report. */
export function listRecords(reading: ReadingRecord, names: Names = namesIn(reading)): RecordView[] {
  const { report, statements, events, figures, positions } = reading
  const words = (span: Span) => shorten(report.text.slice(...span), LONGEST_NAME).replace(/\s+/g, ' ')
  return [
    ...statements.map(s => viewStatement(s, names, words)),
    ...events.map(v => viewEvent(v, names, words)),
    ...figures.map(f => viewFigure(f, names, words)),
    ...positions.map(p => viewPosition(p, names, words)),
  ]
    .map((view, i) => ({ view, i, start: view.at[0]?.[0] ?? view.evidence[0] }))
    .sort((a, b) => a.start - b.start || a.i - b.i)
    .map(({ view }) => view)
}

type Words = (span: Span) => string

function viewStatement(s: StatementRecord, names: Names, words: Words): RecordView {
  return {
    ...common('statements', s, s.content.length > 0 ? s.content : [s.evidence]),
    head: `${s.speaker ? names.entity(s.speaker) : 'Somebody'} ${ACT_WORDS[s.act]}`,
    what: '',
    details: present([
      time(s.time, words),
      s.place && `in ${names.entity(s.place)}`,
      s.addressee && `to ${names.entity(s.addressee)}`,
      s.within && `told by ${names.statement(s.within)}`,
      s.form === 'direct' ? 'quoted' : s.form === 'mixed' && 'partly quoted',
    ]),
  }
}

function viewEvent(v: EventRecord, names: Names, words: Words): RecordView {
  const [actors, recipients] = [names.entities(v.actors), names.entities(v.recipients)]
  return {
    ...common('events', v, listSpans(v.trigger)),
    head: recipients ? `${actors || '?'} → ${recipients}` : actors,
    what: present([nameEvent(v.type, v.mode), STATUS_WORDS[v.status]]).join(', '),
    details: present([
      v.object && `“${words(v.object)}”`,
      time(v.time, words),
      v.place && `in ${names.entity(v.place)}`,
      v.saidIn && `according to ${names.statement(v.saidIn)}`,
      v.same && `told before as ${v.same}`,
    ]),
  }
}

function viewFigure(f: FigureRecord, names: Names, words: Words): RecordView {
  return {
    ...common('figures', f, [f.span]),
    head: formatFigure(f),
    what: f.value?.quantifier === 'vague' ? `“${words(f.span)}”` : '',
    details: present([
      time(f.time, words),
      f.asOf && time(f.asOf, words, 'as of '),
      f.place && `in ${names.entity(f.place)}`,
      f.origin && `from ${names.entity(f.origin)}`,
      f.destination && `to ${names.entity(f.destination)}`,
      f.source ? `according to ${names.entity(f.source)}` : f.saidIn && `according to ${names.statement(f.saidIn)}`,
      f.partOf && `part of ${f.partOf}`,
      f.same && `told before as ${f.same}`,
    ]),
  }
}

function viewPosition(p: PositionRecord, names: Names, words: Words): RecordView {
  return {
    ...common('positions', p, [p.span]),
    head: `${names.entity(p.holder)}, ${p.title}${p.of ? ` of ${names.entity(p.of)}` : ''}`,
    what: p.status === 'current' || p.title.toLowerCase().includes(p.status) ? '' : spell(p.status),
    details: present([time(p.time, words), p.saidIn && `according to ${names.statement(p.saidIn)}`]),
  }
}

function common(kind: Kind, record: Exclude<AnyRecord, EntityRecord>, at: readonly Span[]) {
  return { kind, id: record.id, record, at, evidence: record.evidence, confidence: record.confidence }
}

/** The days where they are known, else the words. */
function time(value: Time | null, words: Words, before = ''): string | null {
  if (!value) return null
  const days = formatDays(value)
  return days ? before + days : value.span && `“${words(value.span)}”`
}

function present(parts: readonly (string | false | null | undefined)[]): string[] {
  return parts.filter(part => typeof part === 'string' && part !== '') as string[]
}
