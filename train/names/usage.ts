import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { annotate } from '../../src/annotate/annotate.ts'
import { KINDS } from '../../src/annotate/names/labels.ts'
import { extend, MAX_PIECES, PHRASE_LISTS, pieceHash, USES } from '../../src/annotate/names/lists.ts'
import type { NameModel } from '../../src/annotate/names/model.ts'
import { packUses, type Uses } from '../../src/annotate/names/usage.ts'
import { findNames } from '../../src/annotate/names.ts'
import type { Name, Word } from '../../src/document/layers.ts'
import { english } from '../../src/lang/en/index.ts'
import { type BuiltLists, toEntries } from './lists.ts'
import { hasCapital } from './samples.ts'

/** How raw text uses words (by `pieceHash`) and phrases of several words (counts by kind), as a model finds names in it. */
export interface Usage {
  readonly words: Map<number, Uses>
  readonly phrases: Map<number, Float64Array>
}

/** Words and phrases seen less often tell too little. */
const LEAST = 3
/** Share of the times that a phrase must be found as one kind. */
const ONE_KIND = 0.8
const MIN_WORDS = 8

/** Adds up the uses in a gzipped text, one paragraph a line; takes every `step`th. */
export function countUses(file: string, step: number, model: NameModel, usage: Usage): void {
  const lines = gunzipSync(readFileSync(file)).toString().split('\n')
  for (let l = 0; l < lines.length; l += step) countParagraph(lines[l] as string, model, usage)
}

function countParagraph(text: string, model: NameModel, { words: uses, phrases }: Usage): void {
  const { sentences, words } = annotate(text, english)
  if (words.length < MIN_WORDS) return
  const places: (keyof Uses)[] = words.map(() => 'others')
  for (const name of findNames({ sentences, words }, model)) {
    for (let i = name.first; i < name.end; i++) places[i] = placeIn(name, i)
    const phrase = phraseOf(words, name)
    if (phrase === 0) continue
    const counts = phrases.get(phrase) ?? new Float64Array(KINDS.length)
    const kind = KINDS.indexOf(name.label)
    counts[kind] = (counts[kind] as number) + 1
    phrases.set(phrase, counts)
  }
  // The first word of a sentence has its capital from there.
  for (const { first, end } of sentences)
    for (let i = first + 1; i < end; i++) {
      const { form } = words[i] as Word
      const piece = hasCapital(form) ? pieceHash(form) : 0
      if (piece === 0) continue
      const count = uses.get(piece) ?? { first: 0, last: 0, places: 0, organisations: 0, others: 0 }
      count[places[i] as keyof Uses]++
      uses.set(piece, count)
    }
}

function placeIn({ label, first, end }: Name, i: number): keyof Uses {
  if (label === 'LOC') return 'places'
  if (label === 'ORG') return 'organisations'
  if (label !== 'PER') return 'others'
  return i === first && end > first + 1 ? 'first' : 'last'
}

/** The hash of a name of several words, 0 for others. */
function phraseOf(words: readonly Word[], { first, end }: Name): number {
  const pieces = words.slice(first, end).flatMap(word => pieceHash(word.form) || [])
  return pieces.length > 1 && pieces.length <= MAX_PIECES ? pieces.reduce(extend, 0) : 0
}

const FOUND = { PER: 'found-person', LOC: 'found-place', ORG: 'found-organisation', MISC: 'found-other' } as const

/** The lists with the uses of their words and others, and the phrases that raw text uses as names of one kind. */
export function addUses(lists: BuiltLists, usage: Usage): BuiltLists {
  const words = new Map(Array.from(lists.words.keys, (key, i) => [key, lists.words.bits[i] as number]))
  for (const [key, uses] of usage.words)
    if (Object.values(uses).reduce((a, b) => a + b) >= LEAST) words.set(key, (words.get(key) ?? 0) | (packUses(uses) << USES))
  const phrases = new Map(Array.from(lists.phrases.keys, (key, i) => [key, lists.phrases.bits[i] as number]))
  for (const [key, counts] of usage.phrases) {
    const all = counts.reduce((a, b) => a + b)
    const kind = KINDS.find((_, k) => (counts[k] as number) >= ONE_KIND * all)
    if (kind && all >= LEAST) phrases.set(key, (phrases.get(key) ?? 0) | (1 << PHRASE_LISTS.indexOf(FOUND[kind])))
  }
  return { ...lists, words: toEntries(words), phrases: toEntries(phrases) }
}
