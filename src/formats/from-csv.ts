import { CsvError, type Parser, parse } from 'csv-parse'
import { GriotError } from '../util/error.ts'
import { toUtf8 } from './bytes/utf8-chunks.ts'
import { type Columns, completeColumns, describeColumns } from './columns.ts'
import type { ByteSource, Member, OpenOptions, Refusal } from './container.ts'
import { reportOfRecord } from './records/record-report.ts'

/** A table of reports has a few dozen columns. */
const MOST_COLUMNS = 10_000
/** No row is longer, in characters; a quotation mark that is never closed would swallow the file. */
const LONGEST_ROW = 16 << 20

/**
 * A table (CSV, TSV, or parted by semicolons) with a head row: a row a report, numbered as a spreadsheet shows it. Which column holds what is said
 * with --map, or told from the usual names.
 */
export async function* fromCsv(source: ByteSource, options: OpenOptions): AsyncGenerator<Member | Refusal> {
  const { name } = source
  const { chunks, notes } = await toUtf8(source.chunks, name, () => 'windows-1252')
  let head: readonly string[] | null = null
  let columns: Columns = {}
  const places = new Map<string, number>()
  let said: readonly string[] = []
  let row = 0
  try {
    for await (const cells of parseTable(chunks)) {
      row++
      if (!head) {
        head = cells
        columns = chooseColumns(cells, options.columns, name)
        for (const column of Object.values(columns)) places.set(column, cells.indexOf(column))
        said = options.columns ? notes : [...notes, describeColumns(columns)]
        continue
      }
      const { text, format, known } = reportOfRecord(columns, column => cells[places.get(column) ?? -1] ?? null)
      const at = `:${row}`
      if (text === null) {
        yield {
          at,
          error: new GriotError('row-empty', `${name}${at} has no text in its column "${columns.text}"`, {
            hint: 'Name another column with --map text=…',
          }),
        }
        continue
      }
      yield { at, format, content: Buffer.from(text), known, notes: said }
      said = []
    }
  } catch (error) {
    throw describe(error, name, row)
  }
  if (row === 0) throw new GriotError('file-empty', `${name} is empty`, { hint: 'Give a table with a head row' })
}

/** The rows of a table, as they come; those before a fault are given before it fails. */
async function* parseTable(chunks: AsyncIterable<Buffer>): AsyncGenerator<readonly string[]> {
  const rows: (readonly string[])[] = []
  let parser: Parser | null = null
  let failure: Error | null = null
  const step = async (act: (parser: Parser, done: (error?: Error | null) => void) => void) => {
    await new Promise<void>(resolve => {
      act(parser as Parser, error => {
        failure ??= error ?? null
        resolve()
      })
    })
  }
  for await (const chunk of chunks) {
    parser ??= createParser(chunk, rows)
    await step((open, done) => open.write(chunk, done))
    yield* rows.splice(0)
    if (failure) throw failure
  }
  if (!parser) return
  await step((open, done) => open.end(done))
  yield* rows.splice(0)
  if (failure) throw failure
}

function createParser(head: Buffer, rows: (readonly string[])[]): Parser {
  const parser = parse({
    bom: true,
    delimiter: findDelimiter(head.subarray(0, 1 << 16).toString()),
    max_record_size: LONGEST_ROW,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    // Rows that wait in the stream would be lost with it when a later one is at fault.
    on_record: (row: string[]) => {
      rows.push(row)
      return null
    },
  })
  // Faults come with the call that met them.
  parser.on('error', () => {})
  parser.resume()
  return parser
}

/** What parts the cells: whichever of tab, comma, semicolon and bar stands most often in the head row outside quotation marks. */
function findDelimiter(head: string): string {
  const line = /^(?:"(?:[^"]|"")*"|[^\r\n"]+|")*/.exec(head)?.[0].replace(/"(?:[^"]|"")*"/g, '') ?? ''
  let best = ','
  let most = 0
  for (const delimiter of ['\t', ',', ';', '|']) {
    const count = line.split(delimiter).length - 1
    if (count > most) [best, most] = [delimiter, count]
  }
  return best
}

function chooseColumns(head: readonly string[], given: Columns | undefined, name: string): Columns {
  if (head.length > MOST_COLUMNS) {
    throw new GriotError('too-many-columns', `${name} has ${head.length} columns, and is no table of reports`, {
      hint: `Give a table with a head row of at most ${MOST_COLUMNS} columns`,
    })
  }
  const columns = completeColumns(given, head)
  const missing = Object.values(columns).find(column => !head.includes(column))
  if (missing !== undefined) {
    throw new GriotError('no-such-column', `${name} has no column "${missing}"`, { hint: `Its columns: ${listNames(head)}` })
  }
  if (columns.text === undefined) {
    throw new GriotError('no-text-column', `${name} has no column that is plainly the text of a report`, {
      hint: `Name it with --map text=COLUMN; its columns: ${listNames(head)}`,
    })
  }
  return columns
}

function listNames(names: readonly string[]): string {
  const shown = names.slice(0, 30).map(name => name.slice(0, 40).toWellFormed())
  return shown.join(', ') + (names.length > shown.length ? ` and ${names.length - shown.length} more` : '')
}

function describe(error: unknown, name: string, row: number): unknown {
  if (!(error instanceof CsvError)) return error
  const says =
    error.code === 'CSV_QUOTE_NOT_CLOSED'
      ? 'has a quotation mark that is never closed'
      : error.code === 'CSV_MAX_RECORD_SIZE'
        ? `has a row of more than ${LONGEST_ROW >> 20} million characters; a quotation mark may not be closed`
        : 'is damaged'
  return new GriotError('table-damaged', `${name} ${says}, after row ${row}`, {
    hint: 'The rows before it are read; mend it, or save the table anew',
  })
}
