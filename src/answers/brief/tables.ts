import type { Run, Table } from '../../formats/paper/paper.ts'
import type { Notes } from './notes.ts'
import { toRuns } from './runs.ts'
import { capitalise, type Sentence } from './sentence.ts'
import { type BriefLanguage, type Slot, word } from './templates.ts'

const FIGURES = { columns: ['counted', 'place', 'amount', 'day', 'source', 'before'], holds: 'amount' }
/** Columns of a table: the slots of its sentences; one of them holds what a sentence rests on as a whole. */
const TABLES: Readonly<Record<string, { readonly columns: readonly string[]; readonly holds: string }>> = {
  'figure.stock': FIGURES,
  'figure.flow': FIGURES,
  power: { columns: ['office', 'holder', 'status', 'since', 'until'], holds: 'holder' },
}

/** Sentences that are rows of one table, and those that are none. */
export function splitTable(
  sentences: readonly Sentence[],
  language: BriefLanguage,
  notes: Notes,
): { table: Table | null; rest: readonly Sentence[] } {
  const rows = sentences.filter(({ template }) => TABLES[template])
  const shape = TABLES[rows[0]?.template ?? '']
  if (!shape) return { table: null, rest: sentences }
  const { columns, holds } = shape
  const followers = new Map(sentences.map((sentence, i) => [sentence, sentences[i + 1]]))
  const isBefore = ({ template }: Sentence) => template === 'figure.before'
  const cellsOf = (sentence: Sentence): Run[][] => {
    const next = followers.get(sentence)
    const slots: Sentence['slots'] = next && isBefore(next) ? { ...sentence.slots, before: next.slots.others } : sentence.slots
    const cells = columns.map(column => toRuns(capitalise(piecesOf(slots[column])), notes))
    const told = new Set(cells.flat().flatMap(run => run.notes))
    const rest = notes.numbersOf(sentence.evidence).filter(number => !told.has(number))
    return cells.map((runs, i) => (columns[i] === holds && rest.length > 0 ? [...runs, { text: '', notes: rest }] : runs))
  }
  const head = columns.map(column => word(`table.${column}`, language))
  return {
    table: { kind: 'table', head, rows: rows.map(cellsOf) },
    rest: sentences.filter(each => !rows.includes(each) && !isBefore(each)),
  }
}

function piecesOf(slot: Slot): Sentence['pieces'] {
  return typeof slot === 'string' ? [{ text: slot, evidence: [] }] : (slot ?? [])
}
