import { CsvError } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import { GriotError } from '../../util/error.ts'
import { findCountry } from '../countries.ts'

/** A row of a table that somebody gives: a country, numbers, and where they are from. */
export interface GivenRow {
  /** ISO 3166-1 alpha-3. */
  readonly country: string
  readonly numbers: Readonly<Record<string, number | null>>
  readonly texts: Readonly<Record<string, string | null>>
  /** "file, line 3: source". */
  readonly source: string
}

/** Reads a table with a head row: the column `country` (name or code), columns of numbers (empty where not known), columns of text. */
export function parseGiven(
  text: string,
  file: string,
  columns: { readonly numbers: readonly string[]; readonly texts: readonly string[] },
): GivenRow[] {
  const rows = parseRows(text, file)
  const [head = []] = rows
  const missing = ['country', columns.numbers[0] as string].find(column => !head.includes(column))
  if (missing)
    fail(`${file} has no column "${missing}"`, `Its head row names country, ${[...columns.numbers, ...columns.texts].join(', ')}`)
  return rows.slice(1).map((cells, i) => {
    const at = `${file}, line ${i + 2}`
    const cell = (column: string) => cells[head.indexOf(column)]?.trim() || null
    const country = findCountry(cell('country') ?? '')
    if (country === null)
      fail(`${at}: no country is called "${cell('country') ?? ''}"`, 'Give its English name or its ISO 3166-1 code: BFA')
    const numbers = Object.fromEntries(columns.numbers.map(column => [column, parseNumber(cell(column), at, column)]))
    const texts = Object.fromEntries(columns.texts.map(column => [column, cell(column)]))
    return { country, numbers, texts, source: `${at}${texts.source == null ? '' : `: ${texts.source}`}` }
  })
}

function parseRows(text: string, file: string): string[][] {
  try {
    return parse(text, { bom: true, skip_empty_lines: true, relax_column_count: true })
  } catch (error) {
    if (error instanceof CsvError) fail(`${file} is no table: ${error.message}`, 'It is a CSV file with a head row')
    throw error
  }
}

function parseNumber(cell: string | null, at: string, column: string): number | null {
  if (cell === null) return null
  const number = Number(cell.replaceAll(/[, ]/g, ''))
  if (Number.isFinite(number) && number >= 0) return number
  return fail(
    `${at}: "${cell}" is no number of the column ${column}`,
    'Numbers are written as 1250000; a cell of what is not known is empty',
  )
}

function fail(message: string, hint: string): never {
  throw new GriotError('bad-table', message, { hint })
}
