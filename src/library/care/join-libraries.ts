import { countDecisions, type Decision, insertDecision, listDecisions } from '../../store/decisions.ts'
import { insertReading, listReadings } from '../../store/readings.ts'
import { countReports, findReportNumber, getText, insertReport, listReports, type NumberedReport, packText } from '../../store/reports.ts'
import { findSource, putSource } from '../../store/sources.ts'
import { insertWords } from '../../store/words.ts'
import { closeReport } from '../add/store-report.ts'
import { refreshRecords } from '../decisions/review-report.ts'
import { reconcilePending } from '../incidents/reconcile-pending.ts'
import { unsettle } from '../incidents/settle.ts'
import type { Library } from '../open.ts'

/** What came of taking one library into another. */
export interface Joined {
  readonly added: number
  /** Reports that were there. */
  readonly known: number
  /** Decisions that were not there. */
  readonly decisions: number
}

/** Reports a write. */
const BATCH = 50

/** Puts the reports, readings and decisions of one library beside those of another; with no other one, says what it holds. */
export async function joinLibraries(source: Library, target: Library | null): Promise<Joined> {
  if (!target) {
    await reconcilePending(source)
    return { added: countReports(source.db), known: 0, decisions: countDecisions(source.db) }
  }
  let [added, known] = [0, 0]
  let batch: NumberedReport[] = []
  const flush = () => {
    target.write(() => {
      for (const numbered of batch) {
        if (takeReport(source, target, numbered)) added++
        else known++
      }
    })
    batch = []
  }
  for (const numbered of listReports(source.db)) if (batch.push(numbered) >= BATCH) flush()
  flush()
  const decisions = target.write(() => takeDecisions(source, target))
  // Incidents that were merged, split or locked are made anew, with all other reports that wait for it.
  await unsettle(target, decisions)
  return { added, known, decisions: decisions.length }
}

/** Takes a report over with all its readings; false where it was there, and is then as confidential as the more careful of the two has it. */
function takeReport(source: Library, target: Library, { no, report }: NumberedReport): boolean {
  if (findReportNumber(target.db, report.id) !== null) {
    closeReport(target, report.id, report.confidentiality)
    return false
  }
  const text = getText(source.db, no)
  const number = insertReport(target.db, report, packText(text)) as number
  const bytes = findSource(source.db, report.source)
  if (bytes) putSource(target.db, bytes)
  for (const reading of listReadings(source.db, no)) insertReading(target.db, number, reading.rules, reading.bytes)
  insertWords(target.db, number, report.title, text)
  refreshRecords(target, number)
  return true
}

/**
 * Takes decisions over in their order; one that takes another back leads to the number that this one has here. Gives the numbers of those
 * that were not there.
 */
function takeDecisions(source: Library, target: Library): number[] {
  const here = new Map(listDecisions(target.db).map(decision => [signature(decision), decision.no]))
  const numbers = new Map<string, number>()
  const touched = new Set<string>()
  const taken: number[] = []
  for (const decision of listDecisions(source.db)) {
    const moved = decision.kind === 'undo' ? { ...decision, target: String(numbers.get(decision.target) ?? decision.target) } : decision
    const known = here.get(signature(moved))
    if (known === undefined) {
      const { no: _, ...row } = moved
      const added = insertDecision(target.db, row)
      numbers.set(String(decision.no), added)
      taken.push(added)
      if (decision.report) touched.add(decision.report)
    } else numbers.set(String(decision.no), known)
  }
  for (const report of touched) {
    const no = findReportNumber(target.db, report)
    if (no !== null) refreshRecords(target, no)
  }
  return taken
}

function signature({ at, by, kind, target, field, value, note }: Decision): string {
  return JSON.stringify([at, by, kind, target, field, value, note])
}
