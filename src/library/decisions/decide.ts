import type { ReadingRecord } from '../../record/reading.ts'
import { findDecision, insertDecision, listDecisions } from '../../store/decisions.ts'
import type { NumberedReport } from '../../store/reports.ts'
import { GriotError } from '../../util/error.ts'
import { findReport, splitTarget } from '../find-report.ts'
import type { Library } from '../open.ts'
import { anchorOf, findRecord } from './anchor.ts'
import { parseCorrection } from './correction.ts'
import { type DecisionEvidence, standingDecisions } from './evidence.ts'
import { refreshRecords, reviewReport } from './review-report.ts'

/** Who decides, and when. */
export interface By {
  readonly by: string
  /** ISO 8601, UTC. */
  readonly at: string
}

/** What is decided about a record. */
export type Verdict =
  | { readonly kind: 'accept' | 'reject'; readonly note?: string | undefined }
  | {
      readonly kind: 'correct'
      readonly field: string
      /** As a person writes it: a number, a day, a name, an id, JSON. */
      readonly value: string
      /** Words of the report that it rests on. */
      readonly words?: string | undefined
      readonly note?: string | undefined
    }
  | { readonly kind: 'note'; readonly note: string }

/** Adds a decision on a record ("3f2a91c0/v3"), or a note on a report; gives its number. */
export function decide(library: Library, target: string, verdict: Verdict, { by, at }: By): number {
  const { report, record: id } = splitTarget(target)
  const found = findReport(library, report)
  const common = { at, by, kind: verdict.kind, report: found.report.id, field: null, value: null, note: verdict.note ?? null }
  if (id === null) {
    if (verdict.kind !== 'note')
      throw new GriotError('report-undecidable', `${target} is a report, and what is ${VERBS[verdict.kind]} is a record`, {
        hint: `Name one, such as ${target}/v1; griot show ${target} lists them`,
      })
    return library.write(() => insertDecision(library.db, { ...common, target: found.report.id, evidence: null }))
  }
  const { reading } = reviewReport(library.db, found.no)
  const { list, record } = getRecord(found, reading, id)
  const correction = verdict.kind === 'correct' ? parseCorrection(reading, list, record, verdict) : null
  const evidence: DecisionEvidence = {
    anchor: anchorOf(list, record),
    words: anchorOf(list, record).spans.map(span => reading.report.text.slice(...span)),
    from: Object.fromEntries(Object.entries(record.from).map(([field, { rule }]) => [field, rule])),
    confidence: record.confidence,
    refs: correction?.refs ?? {},
  }
  return library.write(() => {
    const no = insertDecision(library.db, {
      ...common,
      target: `${found.report.id}/${id}`,
      field: correction?.field ?? null,
      value: correction ? JSON.stringify(correction.correction) : null,
      evidence: JSON.stringify(evidence),
    })
    refreshRecords(library, found.no)
    return no
  })
}

const VERBS = { accept: 'accepted', reject: 'rejected', correct: 'corrected' } as const

/** Takes a decision back; gives the number of the row that says so. */
export function undoDecision(library: Library, no: number, { by, at }: By): number {
  const decision = findDecision(library.db, no)
  if (!decision) throw new GriotError('no-such-decision', `There is no decision ${no}`, { hint: 'griot decide list shows them' })
  if (!standingDecisions(listDecisions(library.db)).some(each => each.no === no) && decision.kind !== 'undo')
    throw new GriotError('decision-undone', `Decision ${no} was taken back before`, { hint: 'griot decide list shows those that hold' })
  return library.write(() => {
    const { report } = decision
    const row = { at, by, kind: 'undo', target: String(no), report, field: null, value: null, evidence: null, note: null } as const
    const added = insertDecision(library.db, row)
    if (report) refreshRecords(library, findReport(library, report).no)
    return added
  })
}

function getRecord({ report }: NumberedReport, reading: ReadingRecord, id: string) {
  const found = findRecord(reading, id)
  if (found) return found
  throw new GriotError('no-such-record', `The report ${report.id} has no record "${id}"`, {
    hint: `griot show ${report.id.slice(7, 19)} lists them`,
  })
}
