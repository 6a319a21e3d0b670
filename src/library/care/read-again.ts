import type { Reader } from '../../read/reader.ts'
import type { ReportRecord } from '../../record/reading.ts'
import { packReading } from '../../store/readings.ts'
import type { RecordRows } from '../../store/records.ts'
import { deriveRows } from '../derive-rows.ts'
import type { Item } from '../inputs.ts'

/** A report that was read again. `name` is its id. */
export interface ReadAgain {
  readonly name: string
  readonly reading: Uint8Array
  readonly rows: RecordRows
}

/** A stored report as an item for the threads that read: its bytes are the record of the report. */
export function itemOf(report: ReportRecord): Item {
  const bytes = Buffer.from(JSON.stringify(report))
  return { name: report.id, format: 'jsonl', path: null, bytes, size: bytes.length, notes: [] }
}

/** Reads a stored report again. What its source said of it was understood when it was added, and stays. */
export async function readAgain(reader: Reader, item: Item): Promise<ReadAgain> {
  const report = JSON.parse(Buffer.from(item.bytes ?? []).toString()) as ReportRecord
  const reading = await reader.readPrepared(report)
  return { name: item.name, reading: packReading(reading), rows: deriveRows(reading) }
}
