import { addItems } from '../src/library/add/add-reports.ts'
import type { Item } from '../src/library/inputs.ts'
import { type Library, openLibrary } from '../src/library/open.ts'

/** A report as a line of JSON Lines has it. */
export interface ReportLine {
  readonly id: string
  readonly text: string
  readonly published?: string
  readonly publisher?: string
  readonly title?: string
}

/** A library that holds these reports; in memory where no path is named. */
export async function libraryOf(reports: readonly ReportLine[], path = ':memory:'): Promise<Library> {
  const library = openLibrary(path, { for: 'create' })
  const items = async function* (): AsyncGenerator<Item> {
    for (const report of reports) {
      const bytes = Buffer.from(JSON.stringify(report))
      yield { name: report.id, format: 'jsonl', path: null, bytes, size: bytes.length, notes: [] }
    }
  }
  await addItems(library, items(), { jobs: 1, confidentiality: 'public', addedAt: '2024-06-01T00:00:00.000Z' })
  return library
}
