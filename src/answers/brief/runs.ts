import type { Run } from '../../formats/paper/paper.ts'
import type { Notes } from './notes.ts'
import type { Piece } from './templates.ts'

/** The day and the place with which a sentence begins are no longer than this. */
const LONGEST_LEAD = 80

/** Pieces with the numbers of their notes. */
export function toRuns(pieces: readonly Piece[], notes: Notes): Run[] {
  return pieces.map(({ text, evidence }) => ({ text, notes: notes.numbersOf(evidence) }))
}

/** A sentence; what stands before its first colon leads, and what it rests on as a whole is not told again where a part of it is noted already. */
export function toSentence(pieces: readonly Piece[], notes: Notes): Run[] {
  const runs = toRuns(pieces, notes)
  const last = runs.at(-1)
  if (last?.text === '') {
    const told = new Set(runs.slice(0, -1).flatMap(run => run.notes))
    runs[runs.length - 1] = { text: '', notes: last.notes.filter(number => !told.has(number)) }
  }
  const [first, ...rest] = runs
  const colon = first?.text.search(/(?<=\S) ?: /) ?? -1
  if (!first || colon < 1 || colon > LONGEST_LEAD) return runs
  return [{ text: first.text.slice(0, colon), notes: [], isLead: true }, { ...first, text: first.text.slice(colon) }, ...rest]
}
