import { parse } from 'csv-parse/sync'
import { GriotError } from '../../util/error.ts'
import type { Claim, ClaimFields } from './claim.ts'

/** Columns by what they hold; the first that a row fills counts. Several cited texts stand in one cell, parted by spaces or semicolons, or in several columns. */
const COLUMNS = {
  text: ['claim', 'text', 'sentence', 'statement'],
  number: ['number', 'value', 'figure'],
  measure: ['measure', 'what', 'indicator'],
  place: ['place', 'location', 'where'],
  time: ['time', 'date', 'when', 'asof'],
  source: ['source', 'according to', 'attribution'],
  cites: ['cite', 'cites', 'cited', 'citation', 'url', 'file', 'report', 'reportid', 'sourceid'],
} as const

/** Reads claims from CSV (with a head row) or JSON (a list, an object with `claims`, or an object a line). `name` stands in the messages. */
export function parseClaims(content: string, name: string): Claim[] {
  const text = content.replace(/^\uFEFF/, '')
  const rows = /^\s*[[{]/.test(text) ? parseJson(text, name) : parseTable(text, name)
  return rows.map((row, i) => toClaim(lowerKeys(row), i + 1))
}

function parseTable(text: string, name: string): unknown[] {
  const options = { bom: true, skip_empty_lines: true, relax_column_count: true, trim: true, delimiter: delimiterOf(text) }
  try {
    const [head = [], ...rows] = parse(text, options) as string[][]
    return rows.map(row => ({
      ...Object.fromEntries(head.map((column, i) => [column, row[i] ?? ''])),
      [TOO_MANY]: row.length > head.length ? 'x' : '',
    }))
  } catch (error) {
    throw new GriotError('bad-claims', `${name} is no table of claims`, { cause: error, hint: 'Give CSV with a head row: claim,cite' })
  }
}

/** Marks a row that has more cells than the head. */
const TOO_MANY = '(more)'

/** The sign that parts the head row. */
function delimiterOf(text: string): string {
  const head = text.slice(0, Math.max(0, text.search(/\r?\n|$/)))
  return head.includes('\t') ? '\t' : head.includes(';') && !head.includes(',') ? ';' : ','
}

function parseJson(text: string, name: string): unknown[] {
  try {
    const whole: unknown = JSON.parse(text)
    if (Array.isArray(whole)) return whole
    const { claims } = whole as { claims?: unknown }
    return Array.isArray(claims) ? claims : [whole]
  } catch (error) {
    const lines = text.split('\n').filter(line => line.trim() !== '')
    try {
      return lines.map(line => JSON.parse(line))
    } catch {
      throw new GriotError('bad-claims', `${name} is no JSON`, { cause: error, hint: 'Give a list of objects with "claim" and "cite"' })
    }
  }
}

function lowerKeys(row: unknown): Map<string, string> {
  if (typeof row === 'string') return new Map([['claim', row]])
  const entries = Object.entries((row ?? {}) as Record<string, unknown>)
  return new Map(
    entries.map(([key, value]) => [
      key
        .trim()
        .toLowerCase()
        .replace(/[_\s]+/g, ' '),
      toText(value),
    ]),
  )
}

function toText(value: unknown): string {
  if (value === null || value === undefined) return ''
  return (Array.isArray(value) ? value.map(String).join(' ') : String(value)).trim()
}

function toClaim(row: ReadonlyMap<string, string>, no: number): Claim {
  const cell = (names: readonly string[]) =>
    names.map(name => row.get(name) ?? row.get(name.replace(' ', '')) ?? '').find(value => value !== '') ?? null
  const number = cell(COLUMNS.number)
  const rest = { measure: cell(COLUMNS.measure), place: cell(COLUMNS.place), time: cell(COLUMNS.time), source: cell(COLUMNS.source) }
  const fields: ClaimFields | null = number === null ? null : { number, ...rest }
  const cites = COLUMNS.cites.flatMap(name => (row.get(name) ?? '').split(/[;\s]+/)).filter(part => part !== '')
  const trouble = row.get(TOO_MANY) ? 'The row has more cells than the head: put quotation marks around a cell with a comma.' : null
  return { no, trouble, text: cell(COLUMNS.text), fields, cites: [...new Set(cites)] }
}
