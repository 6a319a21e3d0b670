import type { Account } from '../account.ts'
import type { Evidence, Witnesses } from '../evidence.ts'
import type { Scope } from '../scope.ts'
import { type BriefLanguage, fill, type Piece, type Slots, textOf } from './templates.ts'

export const SECTIONS = ['new', 'events', 'figures', 'statements', 'power', 'relations', 'presence', 'missions'] as const
export type SectionName = (typeof SECTIONS)[number]

/** A sentence of a brief: a template over records. */
export interface Sentence {
  readonly section: SectionName
  readonly template: string
  readonly text: string
  readonly pieces: readonly Piece[]
  /** What its template was filled with. */
  readonly slots: Slots
  /** What the records say, for programs: days are ISO 8601, names and numbers as in the records. */
  readonly values: Readonly<Record<string, unknown>>
  /** All that it rests on, each record once. */
  readonly evidence: readonly Evidence[]
}

/** What every section is made from. */
export interface BriefState {
  readonly language: BriefLanguage
  readonly scope: Scope
  /** What is known, without copies and what gave way. */
  readonly account: Account
  /** ISO 8601, both included. */
  readonly from: string | null
  readonly to: string | null
  readonly witnesses: Witnesses
}

/** Makes a sentence; `more` is evidence that no piece carries by itself, and is told at its end. */
export function sentence(
  section: SectionName,
  template: string,
  language: BriefLanguage,
  slots: Slots,
  values: Sentence['values'],
  more: readonly Evidence[] = [],
): Sentence {
  const filled = capitalise(fill(template, language, slots))
  const said = new Set(filled.flatMap(piece => piece.evidence.map(each => each.record)))
  const rest = [...new Map(more.map(each => [each.record, each])).values()].filter(({ record }) => !said.has(record))
  const pieces = rest.length > 0 ? [...filled, { text: '', evidence: rest }] : filled
  return { section, template, text: textOf(pieces), pieces, slots, values, evidence: collectEvidence(pieces) }
}

/** With a capital at the beginning. */
export function capitalise([first, ...rest]: readonly Piece[]): Piece[] {
  return first ? [{ ...first, text: first.text.slice(0, 1).toUpperCase() + first.text.slice(1) }, ...rest] : []
}

function collectEvidence(pieces: readonly Piece[]): Evidence[] {
  return [...new Map(pieces.flatMap(piece => piece.evidence.map(each => [each.record, each]))).values()]
}

/** The sentences of a section, and how many things it could have told beside them. */
export interface Telling {
  readonly sentences: readonly Sentence[]
  readonly more: number
}

/** The rows that rank highest, `most` of them, in the order in which all came; and how many are left. */
export function keepHighest<Row>(
  rows: readonly Row[],
  most: number,
  rankOf: (row: Row) => string | number,
): { kept: readonly Row[]; more: number } {
  if (rows.length <= most) return { kept: rows, more: 0 }
  const ranked = rows
    .map((row, i) => ({ row, i, rank: rankOf(row) }))
    .sort((a, b) => (a.rank > b.rank ? -1 : a.rank < b.rank ? 1 : a.i - b.i))
  const kept = new Set(ranked.slice(0, most).map(({ row }) => row))
  return { kept: rows.filter(row => kept.has(row)), more: rows.length - most }
}

/** Is a day within the period of a brief? */
export function isWithin({ from, to }: Pick<BriefState, 'from' | 'to'>, start: string, end = start): boolean {
  return (from === null || end >= from) && (to === null || start <= to)
}
