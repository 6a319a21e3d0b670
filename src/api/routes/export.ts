import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { EXPORT_FORMATS, type ExportFormat } from '../../formats/export/index.ts'
import { reportFilter } from '../../library/asking/wanted.ts'
import { REVIEW_STATES } from '../../library/decisions/review-state.ts'
import { extensionOf, openPieces, type PiecesFormat } from '../../library/export/export-pieces.ts'
import { EXPORT_KINDS } from '../../library/export/open-export.ts'
import { PROFILES, type ProfileName } from '../../library/export/profiles.ts'
import { openLibrary } from '../../library/open.ts'
import { parseMatch } from '../../store/match.ts'
import { CONFIDENTIALITIES } from '../../store/reports.ts'
import { present } from '../../util/present.ts'
import { attached } from '../attached.ts'
import { createRoutes } from '../create-routes.ts'
import type { Desk } from '../desk.ts'
import { recordFilters, toWanted } from '../filters.ts'
import { inState } from './reports.ts'

const WRITTEN = [...(Object.keys(EXPORT_FORMATS) as ExportFormat[]), 'plover'] as const
const COLUMNS_OF = Object.keys(PROFILES) as [ProfileName, ...ProfileName[]]

const getExport = createRoute({
  method: 'get',
  path: '/api/export/{kind}',
  summary: 'A table of the library as a file, written as it is read; the same bytes as griot export',
  request: {
    params: z.object({ kind: z.enum(EXPORT_KINDS).describe('what a row is') }),
    query: z.strictObject({
      format: z.enum(WRITTEN).default('csv').describe('plover is for events'),
      as: z
        .enum(COLUMNS_OF)
        .optional()
        .describe('the columns of another data set: ged and acled for incidents, polecat and gdelt for events, helix for figures'),
      hxl: z.stringbool().default(false).describe('a row of HXL tags below the head row'),
      confidentiality: z.enum(CONFIDENTIALITIES).default('public').describe('the most closed reports that are in it'),
      ...recordFilters,
      from: recordFilters.from.describe('on this day or later, as in the list of that kind; of reports the day of publication'),
      reports: z.coerce.number().int().min(1).optional().describe('incidents told by so many reports at least'),
      review: z.enum(REVIEW_STATES).optional().describe('reports whose review is so far'),
      isCopy: z.stringbool().optional().describe('only reports that repeat others, or only those that do not'),
      householdSize: z.coerce.number().min(1).max(50).optional().describe('persons of a household, to count households as people'),
    }),
  },
  responses: {
    200: { description: 'the file', content: { 'application/octet-stream': { schema: z.string().meta({ format: 'binary' }) } } },
  },
})

const TYPES: Partial<Record<PiecesFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  tsv: 'text/tab-separated-values; charset=utf-8',
  jsonl: 'application/x-ndjson',
  plover: 'application/x-ndjson',
  geojson: 'application/geo+json',
  parquet: 'application/vnd.apache.parquet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** Matches nothing: the words that were asked for hold no letter. */
const NO_WORDS = '""'

/** Tables to be kept. */
export function exportRoutes({ library: { path } }: Desk): OpenAPIHono {
  return createRoutes().openapi(getExport, async c => {
    const { kind } = c.req.valid('param')
    const { format, as, hxl, confidentiality, householdSize, reports: atLeast, review, isCopy, ...asked } = c.req.valid('query')
    const wanted = { ...toWanted(asked), ...present({ reports: atLeast }) }
    // Opened for this file alone: rows are read while others are answered.
    const library = openLibrary(path, { for: 'read' })
    try {
      const days = kind === 'reports' ? present({ from: wanted.from, to: wanted.to }) : {}
      const match = wanted.words === undefined ? {} : { match: parseMatch(wanted.words)?.match ?? NO_WORDS }
      const filter = { ...reportFilter(wanted), ...days, ...match, ...present({ isCopy }), ...inState(library.db, review) }
      const options = {
        ...(Object.keys(wanted).length > 0 && { wanted }),
        format,
        hxl,
        confidentiality,
        filter,
        householdSize: householdSize ?? null,
        ...(as && { as }),
      }
      const { pieces, withheld } = await openPieces(library, kind, options)
      const body = Readable.toWeb(Readable.from(thenClose(pieces, () => library.close()))) as ReadableStream<Uint8Array<ArrayBuffer>>
      const name = `${as ?? kind}.${extensionOf(format)}`
      return c.body(body, 200, { ...attached(name, TYPES[format]), 'x-griot-withheld': String(withheld) })
    } catch (error) {
      library.close()
      throw error
    }
  })
}

/** Bytes that are sent at once; what else waits is answered between two such pieces. */
const CHUNK = 1 << 16

async function* thenClose(pieces: AsyncIterable<string | Uint8Array>, close: () => void): AsyncGenerator<Uint8Array> {
  try {
    let held: Uint8Array[] = []
    let size = 0
    for await (const piece of pieces) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
      held.push(bytes)
      size += bytes.length
      if (size < CHUNK) continue
      yield Buffer.concat(held)
      held = []
      size = 0
      await setImmediate()
    }
    if (size > 0) yield Buffer.concat(held)
  } finally {
    close()
  }
}
