import type { Piece, TimePart, TimesAnswers } from '../document/answers/times.ts'
import type { Layers, TimeMention, Word } from '../document/layers.ts'
import { stage } from '../document/stage.ts'
import { grainOf, type TimeShape } from '../document/time-shape.ts'
import { openValue } from '../document/time-value.ts'
import type { Time } from '../record/time.ts'
import { withCategories } from './times-categories.ts'
import { aroundOf, compileGrammar, type Grammar, matchesAt, matchOf } from './times-patterns.ts'
import { cutPieces } from './times-pieces.ts'
import { linkRanges } from './times-ranges.ts'

/** Finds the time expressions and says what their words say; their days are set by the resolver. */
export const timesStage = stage({
  name: 'times',
  needs: ['words', 'sentences', 'report'],
  gives: ['times'],
  run: ({ words }, language): Pick<Layers, 'times'> => ({ times: language.times ? findTimes(words, language.times) : [] }),
})

const grammars = new WeakMap<TimesAnswers, Grammar>()

/** All time expressions of a text, not overlapping, in reading order; `start` and `end` are still open. */
export function findTimes(words: readonly Word[], answers: TimesAnswers): TimeMention[] {
  let grammar = grammars.get(answers)
  if (!grammar) {
    grammar = compileGrammar(answers)
    grammars.set(answers, grammar)
  }
  let pieces = cutPieces(words, { lexicon: grammar.lexicon, combine: answers.combine })
  for (const layer of grammar.layers) pieces = applyLayer(layer, pieces, words)
  const found: number[] = []
  for (let i = 0; i < pieces.length; i++) {
    const { shape, alone } = pieces[i] as Piece
    if (shape && alone && !answers.rulesOut?.(shape, aroundOf(pieces, i, i + 1, words))) found.push(i)
  }
  const mentions = found.map(i => mentionOf(pieces, i))
  return linkRanges(mentions, found, pieces)
}

/** Runs the rules of a layer from left to right; the longest match wins, then the first rule. */
function applyLayer(layer: Grammar['layers'][number], pieces: Piece[], words: readonly Word[]): Piece[] {
  const out: Piece[] = []
  for (let i = 0; i < pieces.length; ) {
    const piece = pieces[i] as Piece
    const length = piece.categories.length === 0 ? 0 : applyRules(layer, pieces, i, words, out)
    if (length === 0) out.push(piece)
    i += length || 1
  }
  return out
}

/** Puts what the first rule that makes something made onto `out`; how many pieces it took, 0 for none. */
function applyRules(layer: Grammar['layers'][number], pieces: Piece[], from: number, words: readonly Word[], out: Piece[]): number {
  for (const hit of matchesAt(layer, pieces, from)) {
    const made = hit.rule.make(matchOf(hit, pieces, from, words))
    if (made === null) continue
    const to = from + hit.categories.length
    if (isParts(made)) out.push(...splitInto(made, pieces.slice(from, to), hit.rule.name))
    else out.push(join(pieces[from] as Piece, pieces[to - 1] as Piece, made, hit.rule.name, !hit.rule.part))
    return to - from
  }
  return 0
}

function isParts(made: TimeShape | readonly TimePart[]): made is readonly TimePart[] {
  return Array.isArray(made)
}

function splitInto(parts: readonly TimePart[], pieces: readonly Piece[], rule: string): Piece[] {
  const out: Piece[] = []
  for (let i = 0; i < pieces.length; i++) {
    const part = parts.find(p => p.from === pieces[i])
    if (!part) {
      out.push(pieces[i] as Piece)
      continue
    }
    out.push(join(part.from, part.to, part.shape, rule, true))
    while (i < pieces.length - 1 && pieces[i] !== part.to) i++
  }
  return out
}

function join(first: Piece, last: Piece, shape: TimeShape, rule: string, alone: boolean): Piece {
  return withCategories({ ...first, end: last.end, last: last.last, meanings: [], number: null, digits: 0, shape, rule, alone })
}

function mentionOf(pieces: readonly Piece[], index: number): TimeMention {
  const piece = pieces[index] as Piece
  const shape = piece.shape as TimeShape
  const time: Time = {
    start: null,
    end: null,
    type: shape.type,
    value: openValue(shape),
    precision: precisionOf(shape),
    basis: 'stated',
    span: [piece.start, piece.end],
  }
  return { first: piece.first, end: piece.last + 1, time, direction: directionOf(pieces, index), rule: `times/${piece.rule}`, shape }
}

/** The preposition that opens a period: "since 2015", "up to May". */
function directionOf(pieces: readonly Piece[], index: number): TimeMention['direction'] {
  if (pieces[index]?.opens) return null
  const before = pieces[index - 1]
  let meaning = before?.meanings.find(m => m.category === 'direction')
  if (!meaning && before?.meanings.some(m => m.category === 'direction-link') && !before.opens)
    meaning = pieces[index - 2]?.meanings.find(m => m.category === 'direction-head')
  return (meaning?.value as TimeMention['direction']) ?? null
}

/** How fine the shape itself is, before it is resolved. */
function precisionOf(shape: TimeShape): Time['precision'] {
  const grain = grainOf(shape)
  if (grain === 'clock' || grain === 'part' || grain === 'day') return 'day'
  return grain === 'week' || grain === 'month' || grain === 'quarter' || grain === 'year' ? grain : 'range'
}
