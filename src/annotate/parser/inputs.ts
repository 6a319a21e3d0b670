import { UPOS } from '../../document/layers.ts'
import type { Model } from '../../resource/model.ts'
import { ownCopy } from '../../util/own-copy.ts'
import { normalHash } from '../normalise.ts'
import { LONGEST_FORM } from '../word-forms.ts'
import type { Matrices, Matrix } from './matrix.ts'
import { biasRows } from './recurrence.ts'
import type { Weights } from './scoring.ts'
import { createSlots } from './slots.ts'

/** Beginnings and ends of a word that have vectors of their own, each marked with its kind. */
export function affixesOf(form: string): string[] {
  return [`a:${form.slice(-2)}`, `b:${form.slice(-3)}`, `c:${form.slice(-4)}`, `d:${form.slice(0, 3)}`]
}

/** Frozen vectors are kept in bytes; this is their 1. */
export const VECTOR_ONE = 128

export const SHAPES = 6

/** How a word is written: 0 without letters, 1 with a digit, 2 in small letters, 3 with a capital first, 4 in capitals, 5 mixed. */
export function shapeOf(form: string): number {
  let [small, large] = [0, 0]
  for (let i = 0; i < form.length; i++) {
    const code = form.charCodeAt(i)
    if (code >= 0x30 && code <= 0x39) return 1
    const char = form[i]!
    if (char !== char.toUpperCase()) small++
    else if (char !== char.toLowerCase()) large++
  }
  if (small + large === 0) return 0
  if (large === 0) return 2
  if (small === 0 && large > 1) return 4
  return large === 1 && form[0] !== form[0]!.toLowerCase() ? 3 : 5
}

/** What a word gives to the gates of the first layer, both directions side by side and in short form, remembered for words seen before. */
export interface Inputs {
  /** The rows of words in `gates`, which stay valid until the next call. */
  rows(forms: readonly string[], upos: readonly string[], feats: readonly string[]): Int32Array
  /** Two gates in a cell. */
  readonly gates: Matrix
}

/** Words that are remembered; with more, those go that were not asked for lately. */
const ROOM = 6144
/** Forms that have numbers; with more, all are forgotten. */
const FORMS = 1 << 16

/** Looks words up in the tables of a parser's model; `weights` holds the matrices of that model. */
export function createInputs(m: Matrices, model: Model, weights: Weights): Inputs {
  const find = { word: finder(model, 'words'), affix: finder(model, 'affixes'), vector: finder(model, 'vectorWords') }
  const vectors = model.numbers('vectors', 'i8')
  const tags = new Map<string, number>(UPOS.map((tag, i) => [tag, i + 1]))
  const features = new Map(
    model
      .text('feats')
      .split('\n')
      .map((feat, i) => [feat, i + 1]),
  )
  const entry = joinColumns(m, weights.in0f!, weights.in0b!)
  const bias = joinColumns(m, weights.bias0f!, weights.bias0b!)
  const gates = m.make(ROOM, entry.cols / 2)
  const slots = createSlots(ROOM)
  const forms = new Map<string, number>()
  let numbers = 0
  const [width, vectorWidth] = [entry.rows, vectors.length / model.numbers('vectorWords', 'u32').length]

  /** Writes the input of a word to a row. */
  const describe = (form: string, tag: number, feat: number, out: Float32Array): void => {
    const hash = normalHash(form)
    out.fill(0)
    let at = addRow(weights.word!, find.word(hash) + 1, out, 0)
    const vector = find.vector(hash) * vectorWidth
    if (vector >= 0) for (let i = 0; i < vectorWidth; i++) out[at + i]! += vectors[vector + i]! / VECTOR_ONE
    at += vectorWidth
    for (const affix of affixesOf(form)) addRow(weights.affix!, find.affix(normalHash(affix)) + 1, out, at)
    at += weights.affix!.cols
    addRow(weights.tag!, tag, out, at)
    addRow(weights.feat!, feat, out, at)
    addRow(weights.shape!, shapeOf(form), out, at)
  }

  const numberOf = (form: string): number => {
    const known = forms.get(form)
    if (known !== undefined) return known
    // A very long form would keep much memory and hardly comes again.
    if (form.length <= LONGEST_FORM) forms.set(ownCopy(form), numbers)
    return numbers++
  }

  return {
    gates,
    rows(words, upos, feats) {
      if (numbers + words.length > FORMS) {
        slots.clear()
        forms.clear()
        numbers = 0
      }
      slots.begin()
      const rows = new Int32Array(words.length)
      const fresh: number[] = []
      for (let i = 0; i < words.length; i++) {
        const form = numberOf(words[i]!)
        const kind = (tags.get(upos[i]!) ?? 0) * (features.size + 1) + (features.get(feats[i]!) ?? 0)
        const row = slots.find(form * 8192 + kind)
        if (row < 0) fresh.push(i)
        rows[i] = row < 0 ? ~row : row
      }
      if (fresh.length) {
        const mark = m.mark()
        const input = m.make(fresh.length, width)
        fresh.forEach((i, k) => {
          describe(words[i]!, tags.get(upos[i]!) ?? 0, features.get(feats[i]!) ?? 0, input.data.subarray(k * width, (k + 1) * width))
        })
        const sums = biasRows(m, fresh.length, bias)
        m.plain.multiply(input, entry, sums)
        for (const [k, i] of fresh.entries()) m.shorten(sums, k, gates, rows[i]!)
        m.release(mark)
      }
      return rows
    },
  }
}

function addRow(table: Matrix, row: number, out: Float32Array, at: number): number {
  for (let i = 0; i < table.cols; i++) out[at + i]! += table.data[row * table.cols + i]!
  return at + table.cols
}

/** Finds the place of a hash in a sorted list of the model, -1 where it is not. */
function finder(model: Model, name: string): (hash: number) => number {
  const hashes = model.numbers(name, 'u32')
  // Where the hashes that begin with the same bits begin.
  const begins = new Int32Array((1 << BITS) + 1)
  for (const hash of hashes) begins[(hash >>> (32 - BITS)) + 1]!++
  for (let i = 0; i < 1 << BITS; i++) begins[i + 1]! += begins[i]!
  return hash => {
    const bits = hash >>> (32 - BITS)
    for (let i = begins[bits]!, end = begins[bits + 1]!; i < end; i++) if (hashes[i] === hash) return i
    return -1
  }
}

/** So many bits of a hash leave a dozen of a list to look through. */
const BITS = 12

function joinColumns(m: Matrices, left: Matrix, right: Matrix): Matrix {
  const out = m.make(left.rows, left.cols + right.cols)
  m.gather({ matrix: left }, out, 0, left.cols)
  m.gather({ matrix: right }, out, left.cols, right.cols)
  return out
}
