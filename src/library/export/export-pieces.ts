import { EXPORT_FORMATS, type ExportFormat } from '../../formats/export/index.ts'
import { formatPlover } from '../../formats/export/to-plover.ts'
import type { Table } from '../../formats/table/table.ts'
import { GriotError } from '../../util/error.ts'
import type { Library } from '../open.ts'
import { EXPORT_KINDS, type ExportKind, type ExportOptions, openExport, openReports } from './open-export.ts'
import { PROFILES } from './profiles.ts'

/** How a table is written; PLOVER lines are for events. */
export type PiecesFormat = ExportFormat | 'plover'

/** An export as the bytes of a file. */
export interface ExportPieces {
  readonly table: Table<unknown>
  readonly pieces: AsyncIterable<string | Uint8Array>
  /** Reports left out because they are more confidential than was asked for. */
  readonly withheld: number
}

/** What is exported, and how it is written. */
export interface PiecesOptions extends ExportOptions {
  readonly format: PiecesFormat
  /** A row of HXL tags below the head row. */
  readonly hxl: boolean
}

/** Opens an export as the pieces of a file, in its order. */
export async function openPieces(library: Library, kind: string, options: PiecesOptions): Promise<ExportPieces> {
  const { format, hxl } = options
  const { table, rows, withheld } = openExport(library, checkKind(kind, options), options)
  const pieces =
    format === 'plover' ? ploverLines(openReports(library, options)) : (await EXPORT_FORMATS[format].load())(table, rows, { hxl })
  return { table, pieces, withheld }
}

/** The end of the name of a file in a format. */
export function extensionOf(format: PiecesFormat): string {
  return format === 'plover' ? 'jsonl' : format
}

function checkKind(kind: string, { as, format }: Pick<PiecesOptions, 'as' | 'format'>): ExportKind {
  if (!(EXPORT_KINDS as readonly string[]).includes(kind))
    throw new GriotError('export-kind', `There is no export of "${kind}"`, { hint: `Name one of ${EXPORT_KINDS.join(', ')}` })
  if (as && PROFILES[as].of !== kind)
    throw new GriotError('export-profile', `The columns of ${as} are for ${PROFILES[as].of}, not for ${kind}`, {
      hint: `griot export ${PROFILES[as].of} --as ${as}`,
    })
  if (format === 'plover' && kind !== 'events')
    throw new GriotError('export-plover', `PLOVER is a format of events, not of ${kind}`, { hint: 'griot export events --format plover' })
  return kind as ExportKind
}

async function* ploverLines(reports: Iterable<Parameters<typeof formatPlover>[0]>): AsyncGenerator<string> {
  for (const report of reports) yield* formatPlover(report)
}
