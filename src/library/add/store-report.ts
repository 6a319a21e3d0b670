import { insertReading } from '../../store/readings.ts'
import { insertRecords } from '../../store/records.ts'
import { clearRefusal } from '../../store/refusals.ts'
import {
  CONFIDENTIALITIES,
  type Confidentiality,
  findReportNumber,
  getReport,
  insertReport,
  setConfidentiality,
} from '../../store/reports.ts'
import { addPending, putSketch } from '../../store/sketches.ts'
import { putSource } from '../../store/sources.ts'
import { insertWords } from '../../store/words.ts'
import type { Library } from '../open.ts'
import type { Packed, PackedReport } from './pack-report.ts'

/** What every report of a run gets. */
export interface StoreOptions {
  readonly confidentiality: Confidentiality
  /** Version of the rules that read it. */
  readonly rules: string
  /** ISO 8601, UTC. */
  readonly addedAt: string
}

/** Stores a report inside a write; "known" where it was there, "closed" where it was there for more people to see than it may now be. */
export function storeReport(library: Library, packed: Packed, options: StoreOptions): 'added' | 'known' | 'closed' {
  clearRefusal(library.db, packed.name)
  return 'report' in packed ? storePacked(library, packed, options) : closeReport(library, packed.id, options.confidentiality)
}

function storePacked({ db, names }: Library, packed: PackedReport, options: StoreOptions): 'added' | 'known' | 'closed' {
  const { report, source, name, words } = packed
  const { text, ...rest } = report
  const { confidentiality, addedAt } = options
  const no = insertReport(db, { ...rest, source: source.hash, path: name, confidentiality, words, addedAt }, packed.text)
  if (no === null) return closeReport({ db }, report.id, confidentiality)
  putSource(db, source)
  insertReading(db, no, options.rules, packed.reading)
  insertRecords(db, no, packed.rows, names)
  insertWords(db, no, report.title, text)
  putSketch(db, no, packed.sketch.bytes, packed.sketch.keys)
  addPending(db, no)
  return 'added'
}

/** A report that is added again as more confidential becomes so: who adds it last knows best that it must not be seen. Never the other way. */
export function closeReport({ db }: Pick<Library, 'db'>, id: string, confidentiality: Confidentiality): 'known' | 'closed' {
  const no = findReportNumber(db, id)
  if (no === null || level(getReport(db, no).confidentiality) >= level(confidentiality)) return 'known'
  setConfidentiality(db, no, confidentiality)
  return 'closed'
}

function level(confidentiality: Confidentiality): number {
  return CONFIDENTIALITIES.indexOf(confidentiality)
}
