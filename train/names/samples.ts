import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { KINDS, LABELS, labelIn, labelOf } from '../../src/annotate/names/labels.ts'
import { cutWords } from './words.ts'

/** A sentence to learn from: for each word the labels it may have, a bit a label. One bit: it is known; more: the corpus does not tell. */
export interface Sample {
  readonly doc: string
  /** 0 for the corpus whose ways of marking names are ours; another number for one that has ways of its own. */
  readonly corpus?: number
  readonly forms: readonly string[]
  readonly allowed: Int32Array
}

/** The sentences as those of a corpus that marks names in its own way. */
export function inCorpus(corpus: number, samples: readonly Sample[]): Sample[] {
  return samples.map(sample => ({ ...sample, corpus }))
}

/** A record of a names corpus: text and labelled stretches of it. */
export interface NamedText {
  readonly id: string
  readonly doc?: string
  readonly text: string
  readonly entities: readonly NamedSpan[]
  readonly other?: readonly NamedSpan[]
}

export interface NamedSpan {
  readonly start: number
  readonly end: number
  readonly label: string
}

export const OUTSIDE = 1
/** Any label whatever. */
export const OPEN = (1 << LABELS) - 1
/** Outside, or a name of a kind that the corpus does not mark. */
export const OUTSIDE_OR_MISC = OUTSIDE | kindMask(KINDS.indexOf('MISC'))

/** All labels of a kind. */
export function kindMask(kind: number): number {
  return 0b1111 << labelOf(kind, 0)
}

/** Reads JSON Lines, gzipped or not. */
export function readLines<T>(file: string): T[] {
  const bytes = readFileSync(file)
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()
  return text
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as T)
}

/**
 * Sentences of a record. `open` says what a span stands for: a kind with certainty, a mask of labels for each of its words, or null
 * for no name; `rest` is the mask of words with a capital outside all spans (other words are outside for certain).
 */
export function toSamples(
  record: NamedText,
  read: (span: NamedSpan, text: string) => number | readonly [number] | null,
  rest: number,
): Sample[] {
  const { sentences, words } = cutWords(record.text)
  const masks = Int32Array.from(words, word => (hasCapital(word.form) ? rest : OUTSIDE))
  for (const span of [...record.entities, ...(record.other ?? [])]) {
    const meaning = read(span, record.text.slice(span.start, span.end))
    const first = words.findIndex(word => word.end > span.start)
    let end = first
    while (end < words.length && (words[end] as { start: number }).start < span.end) end++
    for (let i = first; i < end; i++) {
      if (meaning === null) masks[i] = OUTSIDE
      else masks[i] = typeof meaning === 'number' ? 1 << labelIn(meaning, i - first, end - first) : meaning[0]
    }
  }
  return sentences.map(({ first, end }) => ({
    doc: record.doc ?? record.id,
    forms: words.slice(first, end).map(word => word.form),
    allowed: masks.slice(first, end),
  }))
}

export function hasCapital(form: string): boolean {
  return form !== form.toLowerCase()
}
