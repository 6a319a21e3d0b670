import { pathToFileURL } from 'node:url'
import type { EntityRecord, ReadingRecord } from '../src/record/index.ts'
import type { RecordList } from '../src/record/references.ts'
import { loadTable } from '../src/resource/table.ts'
import { listPlain, type PlainRecord } from './record-view.ts'

/** A record that an analyst surely needs from a report. */
export interface Expected {
  readonly list: RecordList
  /** Words of the report, which it rests on in whole or part. */
  readonly words: string
  /** Field → value, alternatives apart by "|", several entities by ", ". */
  readonly fields: ReadonlyMap<string, string>
  /** Known not to be found yet. */
  readonly isOpen: boolean
}

const LISTS: Readonly<Record<string, RecordList>> = {
  entity: 'entities',
  statement: 'statements',
  event: 'events',
  figure: 'figures',
  position: 'positions',
}
const VALUE_PARTS = ['low', 'best', 'high'] as const

/** Reads `expected.tsv`: kind, words, fields, state. */
export function loadExpected(path: string): Expected[] {
  return loadTable(pathToFileURL(path), ['kind', 'words', 'fields', 'state']).map(({ kind, words, fields, state, line }) => {
    const list = LISTS[kind]
    if (!list || !['', 'open'].includes(state)) throw new Error(`${path}:${line}: the kind or the state is unknown.`)
    const pairs = fields.split('; ').map(pair => pair.split('=') as [string, string])
    return { list, words, fields: new Map(pairs), isOpen: state === 'open' }
  })
}

/** What is wrong with the best record that a reading has for what is expected: null where it holds, else a sentence. */
export function findFault(expected: Expected, reading: ReadingRecord): string | null {
  const start = reading.report.text.indexOf(expected.words)
  if (start < 0 || reading.report.text.includes(expected.words, start + 1)) return `“${expected.words}” does not stand in the report once.`
  const end = start + expected.words.length
  const near = listPlain(reading).filter(({ list, at }) => list === expected.list && at.some(span => span[0] < end && start < span[1]))
  const faults = near.map(record => faultsOf(record, expected, reading)).sort((a, b) => a.length - b.length)
  const [fewest] = faults
  if (!fewest) return `${expected.list} missing: “${expected.words}”`
  return fewest.length === 0 ? null : `“${expected.words}” ${fewest.join('; ')}`
}

function faultsOf({ id, list }: PlainRecord, expected: Expected, reading: ReadingRecord): string[] {
  const record = (reading[list] as readonly { id: string }[]).find(other => other.id === id) as unknown as Record<string, unknown>
  return [...expected.fields].flatMap(([field, wanted]) => {
    const found = read(record, field, reading)
    return wanted.split('|').some(value => holds(found, value, reading)) ? [] : [`${field}: ${wanted} expected, ${show(found)} found`]
  })
}

type Found = string | null | readonly EntityRecord[]

/** Entities for a field that holds ids, else the value as text; `value`, `low` and `high` are parts of a figure's value. */
function read(record: Record<string, unknown>, field: string, reading: ReadingRecord): Found {
  const part = VALUE_PARTS.find(name => name === field || (field === 'value' && name === 'best'))
  const value = part ? (record.value as Record<string, unknown> | null)?.[part] : record[field]
  if (value === null || value === undefined) return null
  if (field === 'time') return formatDays(value as { start: string | null; end: string | null })
  const ids: unknown[] = Array.isArray(value) ? value : [value]
  const entities = ids.flatMap(id => reading.entities.find(entity => entity.id === id) ?? [])
  return entities.length > 0 || Array.isArray(value) ? entities : String(value)
}

function formatDays({ start, end }: { start: string | null; end: string | null }): string {
  return start === end ? String(start) : `${start ?? ''}/${end ?? ''}`
}

/** All the entities named are among those found, under any of their names in the report, whatever the case. */
function holds(found: Found, wanted: string, { report }: ReadingRecord): boolean {
  if (found === null || typeof found === 'string') return found === wanted
  const namesOf = ({ name, mentions }: EntityRecord) => [
    name,
    ...mentions.filter(m => m.as !== 'pronoun').map(m => report.text.slice(...m.span)),
  ]
  const names = found.map(entity => namesOf(entity).join('\n').toLowerCase())
  return wanted.split(', ').every(name => names.some(all => all.includes(name.toLowerCase())))
}

function show(found: Found): string {
  if (found === null || typeof found === 'string') return String(found)
  return found.map(({ name }) => name).join(', ') || 'nobody'
}
