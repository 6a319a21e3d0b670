import type { ReadingRecord } from '../../record/reading.ts'
import type { RecordList } from '../../record/references.ts'
import type { Span } from '../../record/span.ts'
import { type Decision, type DecisionKind, findDecision, insertDecision, listDecisions } from '../../store/decisions.ts'
import type { NumberedReport } from '../../store/reports.ts'
import { GriotError } from '../../util/error.ts'
import { findReport, shortId, splitTarget } from '../find-report.ts'
import type { Library } from '../open.ts'
import { parseAddition } from './added-record.ts'
import { type Anchor, type AnyRecord, anchorOf, findRecord } from './anchor.ts'
import { parseCorrection, spanOf, type Words } from './correction.ts'
import { type DecisionEvidence, standingDecisions } from './evidence.ts'
import { refreshRecords, reviewReport } from './review-report.ts'

/** Who decides, and when. */
export interface By {
  readonly by: string
  /** ISO 8601, UTC. */
  readonly at: string
}

interface WithNote {
  readonly note?: string | undefined
}

/** What is decided about a record; a report may be noted something on, accepted as a whole where nothing is missing, or added a record to. */
export type Verdict =
  | ({ readonly kind: 'accept' | 'reject' } & WithNote)
  | ({
      readonly kind: 'correct'
      readonly field: string
      /** As a person writes it: a number, a day, a name, an id, JSON. */
      readonly value: string
    } & Words &
      WithNote)
  | ({ readonly kind: 'note'; readonly note: string; readonly field?: string | undefined } & Words)
  | ({
      /** A record that the report tells and Griot missed. */
      readonly kind: 'add'
      readonly list: RecordList
      /** Values as a person writes them, by field. */
      readonly fields?: Readonly<Record<string, string>> | undefined
    } & Words &
      WithNote)

/** A verdict, and what it is on: "3f2a91c0/v3" a record, "3f2a91c0" a report. */
export interface Judged {
  readonly target: string
  readonly verdict: Verdict
}

/** Adds a decision on a record ("3f2a91c0/v3") or a report; gives its number. */
export function decide(library: Library, target: string, verdict: Verdict, by: By): number {
  return decideAll(library, [{ target, verdict }], by)[0] as number
}

/** Adds decisions, all or none of them; each report is made anew once. Gives their numbers. */
export function decideAll(library: Library, judged: readonly Judged[], by: By): number[] {
  return library.write(() => {
    const reports = new OpenReports(library)
    const numbers = judged.map(({ target, verdict }) => {
      const { report, record } = splitTarget(target)
      const open = reports.open(findReport(library, report))
      const no = insertDecision(library.db, { ...by, ...rowOf(open, record, verdict, target) })
      if (verdict.kind !== 'accept' && verdict.kind !== 'note') open.forget()
      return no
    })
    reports.refresh()
    return numbers
  })
}

/** A report that decisions are made on. */
interface OpenReport {
  readonly numbered: NumberedReport
  /** As it is with the decisions made so far. */
  reading(): ReadingRecord
  forget(): void
}

/** The reports of some decisions: each is read once as long as no decision changes it. */
class OpenReports {
  readonly #library: Library
  readonly #open = new Map<number, OpenReport>()
  readonly #before = new Map<number, ReadingRecord>()

  constructor(library: Library) {
    this.#library = library
  }

  open(numbered: NumberedReport): OpenReport {
    const { no } = numbered
    const known = this.#open.get(no)
    if (known) return known
    const { db } = this.#library
    let reading: ReadingRecord | null = reviewReport(db, no).reading
    this.#before.set(no, reading)
    const open: OpenReport = {
      numbered,
      reading() {
        reading ??= reviewReport(db, no).reading
        return reading
      },
      forget() {
        reading = null
      },
    }
    this.#open.set(no, open)
    return open
  }

  /** Makes the rows of all of them anew. */
  refresh(): void {
    for (const [no, before] of this.#before) refreshRecords(this.#library, no, before)
  }
}

type Row = Omit<Decision, 'no' | 'by' | 'at'>

function rowOf(open: OpenReport, id: string | null, verdict: Verdict, target: string): Row {
  const { report } = open.numbered
  const row = { kind: verdict.kind, report: report.id, field: null, value: null, evidence: null, note: verdict.note ?? null }
  if (verdict.kind === 'add') return { ...row, ...additionRow(open.reading(), report.id, verdict) }
  if (id === null) {
    if (verdict.kind !== 'note' && verdict.kind !== 'accept')
      throw new GriotError('report-undecidable', `${target} is a report, and what is ${VERBS[verdict.kind]} is a record`, {
        hint: `Name one, such as ${target}/v1; griot show ${target} lists them`,
      })
    return { ...row, target: report.id, ...(verdict.kind === 'note' && noteFields(open.reading(), verdict)) }
  }
  const reading = open.reading()
  const { list, record } = getRecord(open.numbered, reading, id)
  const correction = verdict.kind === 'correct' ? parseCorrection(reading, list, record, verdict) : null
  return {
    ...row,
    target: `${report.id}/${id}`,
    ...(verdict.kind === 'note' && noteFields(reading, verdict)),
    ...(correction && { field: correction.field, value: JSON.stringify(correction.correction) }),
    evidence: JSON.stringify(evidenceFor(reading, anchorOf(list, record), record, correction?.refs ?? {})),
  }
}

function evidenceFor(reading: ReadingRecord, anchor: Anchor, record: AnyRecord, refs: Readonly<Record<string, Anchor>>): DecisionEvidence {
  return {
    anchor,
    words: anchor.spans.map(span => reading.report.text.slice(...span)),
    from: Object.fromEntries(Object.entries(record.from).map(([field, { rule }]) => [field, rule])),
    confidence: record.confidence,
    refs,
  }
}

/** The field that a note is on, and the words that it is about. */
function noteFields(reading: ReadingRecord, { field, span, words }: Verdict & { kind: 'note' }): Pick<Row, 'field' | 'value'> {
  const spans: Span[] = span === undefined && words === undefined ? [] : [spanOf(reading.report.text, { span, words })]
  return { field: field ?? null, value: spans.length === 0 ? null : JSON.stringify({ value: null, spans }) }
}

/** The target of an addition is the report: the number of the record may be another one when the report is read again. */
function additionRow(
  reading: ReadingRecord,
  report: string,
  verdict: Verdict & { kind: 'add' },
): Omit<Row, 'kind' | 'note' | 'report' | 'field'> {
  const { text } = reading.report
  const span = spanOf(text, verdict)
  const { addition, anchor, refs } = parseAddition(reading, { list: verdict.list, span, fields: verdict.fields ?? {} })
  const evidence: DecisionEvidence = { anchor, words: [text.slice(...span)], from: {}, confidence: 1, refs }
  return { target: report, value: JSON.stringify(addition), evidence: JSON.stringify(evidence) }
}

const VERBS = { reject: 'rejected', correct: 'corrected' } as const

/** Kinds of decision that `unsettle` undoes the effects of. */
const SETTLING: ReadonlySet<DecisionKind> = new Set(['merge', 'split', 'lock'])

/** Takes a decision back; gives the number of the row that says so. */
export function undoDecision(library: Library, no: number, by: By): number {
  return undoDecisions(library, [no], by)[0] as number
}

/** Takes decisions back, all or none of them; gives the numbers of the rows that say so. */
export function undoDecisions(library: Library, numbers: readonly number[], by: By): number[] {
  return library.write(() => {
    const reports = new OpenReports(library)
    const added = numbers.map(no => {
      const decision = getStanding(library, no)
      if (decision.report !== null && !SETTLING.has(decision.kind)) reports.open(findReport(library, decision.report))
      const row = { ...by, kind: 'undo', target: String(no), report: decision.report, field: null, value: null, evidence: null } as const
      return insertDecision(library.db, { ...row, note: null })
    })
    reports.refresh()
    return added
  })
}

function getStanding({ db }: Library, no: number): Decision {
  const decision = findDecision(db, no)
  if (!decision) throw new GriotError('no-such-decision', `There is no decision ${no}`, { hint: 'griot decide list shows them' })
  if (!standingDecisions(listDecisions(db)).some(each => each.no === no) && decision.kind !== 'undo')
    throw new GriotError('decision-undone', `Decision ${no} was taken back before`, { hint: 'griot decide list shows those that hold' })
  return decision
}

function getRecord({ report }: NumberedReport, reading: ReadingRecord, id: string) {
  const found = findRecord(reading, id)
  if (found) return found
  throw new GriotError('no-such-record', `The report ${report.id} has no record "${id}"`, {
    hint: `griot show ${shortId(report.id)} lists them`,
  })
}
