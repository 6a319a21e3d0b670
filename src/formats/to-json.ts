import type { EntityRecord, Ref } from '../record/entity.ts'
import type { EventRecord } from '../record/event.ts'
import type { FigureRecord } from '../record/figure.ts'
import type { PositionRecord } from '../record/position.ts'
import type { ReadingRecord, ReportRecord } from '../record/reading.ts'
import type { StatementRecord } from '../record/statement.ts'
import type { Time } from '../record/time.ts'
import type { Output } from './output.ts'

/** JSON Lines: one reading a line. */
export function jsonOutput(): Output {
  return { head: '', format: reading => `${formatReading(reading)}\n` }
}

/** One reading as one line of JSON, without the line end. */
export function formatReading(reading: ReadingRecord): string {
  return JSON.stringify(reading)
}

/**
 * The public shape of a reading, as plain objects: fields in the order of the record format, confidences with two decimals,
 * of every trail the rule and its spans. Takes a reading in memory, whose records may carry more.
 */
export function projectReading(reading: ReadingRecord): ReadingRecord {
  return {
    griot: reading.griot,
    report: projectReport(reading.report),
    entities: reading.entities.map(projectEntity),
    times: reading.times.map(projectTime),
    statements: reading.statements.map(projectStatement),
    events: reading.events.map(projectEvent),
    figures: reading.figures.map(projectFigure),
    positions: reading.positions.map(projectPosition),
  }
}

function projectReport(r: ReportRecord): ReportRecord {
  return {
    id: r.id,
    textHash: r.textHash,
    sourceId: r.sourceId,
    title: r.title,
    url: r.url,
    publisher: r.publisher,
    authors: r.authors,
    language: r.language,
    published: orNull(r.published, projectTime),
    text: r.text,
    notes: r.notes,
  }
}

function projectTime(t: Time): Time {
  return { start: t.start, end: t.end, type: t.type, value: t.value, precision: t.precision, basis: t.basis, span: t.span }
}

function projectEntity(e: EntityRecord): EntityRecord {
  return {
    id: e.id,
    kind: e.kind,
    name: e.name,
    ref: orNull(e.ref, projectRef),
    sector: e.sector,
    members: e.members,
    place: orNull(e.place, projectPlace),
    candidates: e.candidates.map(c => ({
      ref: orNull(c.ref, projectRef),
      place: orNull(c.place, projectPlace),
      confidence: round(c.confidence),
    })),
    confidence: round(e.confidence),
    mentions: e.mentions.map(m => ({ span: m.span, as: m.as })),
    from: projectFrom(e.from),
  }
}

const REF_KEYS = ['country', 'wikidata', 'geonames', 'ucdp', 'pcode', 'iso3166_2'] as const satisfies readonly (keyof Ref)[]

function projectRef(ref: Ref): Ref {
  const out: { -readonly [K in keyof Ref]: Ref[K] } = {}
  for (const key of REF_KEYS) if (ref[key]) out[key] = ref[key]
  return out
}

function projectPlace(p: NonNullable<EntityRecord['place']>): NonNullable<EntityRecord['place']> {
  return { lat: p.lat, lon: p.lon, country: p.country, admin1: p.admin1, precision: p.precision }
}

function projectStatement(s: StatementRecord): StatementRecord {
  return {
    id: s.id,
    speaker: s.speaker,
    cue: s.cue,
    content: s.content,
    form: s.form,
    act: s.act,
    about: s.about,
    within: s.within,
    addressee: s.addressee,
    place: s.place,
    time: orNull(s.time, projectTime),
    evidence: s.evidence,
    confidence: round(s.confidence),
    from: projectFrom(s.from),
  }
}

function projectEvent(v: EventRecord): EventRecord {
  return {
    id: v.id,
    type: v.type,
    mode: v.mode,
    contexts: v.contexts,
    status: v.status,
    trigger: v.trigger,
    actors: v.actors,
    recipients: v.recipients,
    object: v.object,
    place: v.place,
    places: v.places,
    time: orNull(v.time, projectTime),
    saidIn: v.saidIn,
    same: v.same,
    acled: v.acled && { event: v.acled.event, subEvent: v.acled.subEvent },
    evidence: v.evidence,
    confidence: round(v.confidence),
    from: projectFrom(v.from),
  }
}

function projectFigure(f: FigureRecord): FigureRecord {
  return {
    id: f.id,
    measure: f.measure,
    kind: f.kind,
    unit: f.unit,
    per: f.per,
    population: f.population,
    term: f.term,
    value: f.value && { low: f.value.low, best: f.value.best, high: f.value.high, quantifier: f.value.quantifier },
    change: f.change,
    time: orNull(f.time, projectTime),
    asOf: orNull(f.asOf, projectTime),
    place: f.place,
    places: f.places,
    origin: f.origin,
    destination: f.destination,
    source: f.source,
    saidIn: f.saidIn,
    partOf: f.partOf,
    same: f.same,
    events: f.events,
    span: f.span,
    evidence: f.evidence,
    confidence: round(f.confidence),
    from: projectFrom(f.from),
  }
}

function projectPosition(p: PositionRecord): PositionRecord {
  return {
    id: p.id,
    holder: p.holder,
    title: p.title,
    of: p.of,
    status: p.status,
    time: orNull(p.time, projectTime),
    saidIn: p.saidIn,
    span: p.span,
    evidence: p.evidence,
    confidence: round(p.confidence),
    from: projectFrom(p.from),
  }
}

function projectFrom(trail: EventRecord['from']): EventRecord['from'] {
  const out: Record<string, EventRecord['from'][string]> = {}
  for (const field of Object.keys(trail)) {
    const why = trail[field] as EventRecord['from'][string]
    out[field] = { spans: why.spans, rule: why.rule }
  }
  return out
}

function orNull<T>(value: T | null, project: (value: T) => T): T | null {
  return value === null ? null : project(value)
}

function round(confidence: number): number {
  return Math.round(confidence * 100) / 100
}
