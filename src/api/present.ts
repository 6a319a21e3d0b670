import type { z } from '@hono/zod-openapi'
import { shorten } from '../formats/view/shorten.ts'
import type { FoundRecord } from '../library/asking/list-records.ts'
import type { ListedDecision } from '../library/decisions/list.ts'
import { decidedReports, reviewState } from '../library/decisions/review-state.ts'
import { shortId } from '../library/find-report.ts'
import type { ListedIncident } from '../library/incidents/list-incidents.ts'
import type { Victims } from '../reconcile/victims.ts'
import type { EventRecord } from '../record/event.ts'
import type { FigureRecord } from '../record/figure.ts'
import type { PositionRecord } from '../record/position.ts'
import type { StatementRecord } from '../record/statement.ts'
import type { Database } from '../store/database.ts'
import { findCopy, listCopiesOf } from '../store/incidents.ts'
import { countRecordsOf } from '../store/records.ts'
import { getReport, type NumberedReport, type ReportRow } from '../store/reports.ts'
import type { decision } from './shapes/decision.ts'
import type { incidentItem } from './shapes/incident.ts'
import type { recordItem } from './shapes/record.ts'
import type { reportItem, reportName } from './shapes/report.ts'

/** Letters of a name or a headline, and of a quotation, that a list shows: no honest one is longer, and a page of them can always be drawn. */
const [LONGEST_NAME, LONGEST_QUOTE] = [300, 2000]

function short<T extends string | null>(name: T): T {
  return name === null ? name : (shorten(name, LONGEST_NAME) as T)
}

export function toReportName({ id, title, publisher, language, published }: ReportRow): z.output<typeof reportName> {
  return { id, short: shortId(id), title: short(title), publisher: short(publisher), language, published: published?.value ?? null }
}

/** Makes the rows of reports; what was decided on is looked up once for all of them. */
export function reportItems(db: Database): (numbered: NumberedReport) => z.output<typeof reportItem> {
  const decided = decidedReports(db)
  return ({ no, report }) => {
    const copy = findCopy(db, no)
    const { url, words, addedAt, confidentiality } = report
    const count = (table: Parameters<typeof countRecordsOf>[1]) => countRecordsOf(db, table, no)
    return {
      ...toReportName(report),
      ...{ no, url, words, addedAt, confidentiality },
      copyOf: copy?.kind === 'update' ? null : (copy?.of ?? null),
      copies: listCopiesOf(db, no).length,
      supersededBy: copy?.kind === 'update' ? copy.of : null,
      review: reviewState(db, no, report.id, decided),
      counts: { events: count('event'), statements: count('statement'), figures: count('figure'), positions: count('position') },
    }
  }
}

export function toReportItem(db: Database, no: number): z.output<typeof reportItem> {
  return reportItems(db)({ no, report: getReport(db, no) })
}

type Listed = EventRecord | FigureRecord | StatementRecord | PositionRecord

export function toRecordItem({ id, report, record, entities, view, quote, review }: FoundRecord): z.output<typeof recordItem> {
  const listed = record as Listed
  const time = listed.time ?? ('asOf' in listed ? listed.asOf : null)
  const place = 'place' in listed ? listed.place : null
  return {
    id,
    kind: view.kind,
    ...withShortWords({ head: view.head, what: view.what, details: view.details }),
    quote: shorten(quote, LONGEST_QUOTE),
    sort: sortOf(listed),
    status: 'status' in listed ? listed.status : null,
    day: time?.start ?? time?.end ?? null,
    place: short(entities.find(entity => entity.id === place)?.name ?? null),
    value: 'value' in listed ? listed.value : null,
    confidence: listed.confidence,
    review,
    report: toReportName(report),
  }
}

function sortOf(record: Listed): string {
  if ('type' in record) return record.type
  if ('measure' in record) return record.measure
  return 'act' in record ? record.act : record.title
}

export function toDecision({
  no,
  at,
  by,
  kind,
  target,
  report,
  field,
  value,
  note,
  evidence,
  holds,
}: ListedDecision): z.output<typeof decision> {
  return { no, at, by, kind, target, report, field, value, note, words: evidence?.words ?? [], holds }
}

/** Parties of an incident that a list shows. */
const PARTIES = 4

/** An incident as a list has it: without who said what. */
export function toIncidentItem(incident: ListedIncident): z.output<typeof incidentItem> {
  const { lifecycle: _, actors, recipients, killed, injured, ...rest } = incident
  return {
    ...rest,
    title: short(rest.title),
    place: rest.place && { ...rest.place, name: short(rest.place.name) },
    actors: actors.slice(0, PARTIES).map(withShortName),
    recipients: recipients.slice(0, PARTIES).map(withShortName),
    killed: killed && withoutTold(killed),
    injured: injured && withoutTold(injured),
  }
}

/** A record in words as a list has it. */
export function withShortWords<T extends { readonly head: string; readonly what: string; readonly details: readonly string[] }>(
  view: T,
): T {
  return { ...view, head: short(view.head), what: short(view.what), details: view.details.map(short) }
}

/** Somebody or something as a list has it. */
export function withShortName<T extends { readonly name: string }>(named: T): T {
  return { ...named, name: short(named.name) }
}

function withoutTold({ told: _, ...rest }: Victims) {
  return rest
}
