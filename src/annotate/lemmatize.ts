import type { Model } from '../resource/model.ts'
import { best, type Linear, linearOf, mix, score } from './linear.ts'
import { type Lexicon, lookUp } from './tag.ts'
import { CASE, LENGTH, LOWER, PREFIX, SHAPE, SUFFIX } from './word-features.ts'

/**
 * How a lemma is made of a form: "lower:3:y" makes the form small, takes three characters off its end and appends "y"
 * (Chrupała 2006). Forms with plain apostrophes are meant.
 */
export interface Script {
  readonly lower: boolean
  readonly cut: number
  readonly append: string
}

/** What the lemmatizer has learned. */
export interface LemmaModel {
  readonly scripts: readonly Script[]
  readonly choice: Linear
  /** Hash of folded form, case, tag and features → number of its script, from 1. */
  readonly fixed: Lexicon
}

/** The lemmatizer of a model file. */
export function lemmatizerOf(model: Model): LemmaModel {
  const scripts = model.text('scripts').split('\n').map(parseScript)
  return { scripts, choice: linearOf(model, 'choice'), fixed: model.numbers('fixed', 'i32') }
}

/** "lower:3:y" and "keep:0:" as scripts. */
export function parseScript(text: string): Script {
  const [casing, cut, ...append] = text.split(':')
  return { lower: casing === 'lower', cut: Number(cut), append: append.join(':') }
}

/** The key under which a form with its tag and features is fixed. */
export function lemmaKey(info: Int32Array, base: number, tag: number, feats: number): number {
  return mix(mix(mix(info[base + LOWER] as number, info[base + CASE] as number), tag), feats)
}

/** The lemma of a word; `tag` and `feats` are their numbers, `base` its place in `info`. */
export function lemmaOf(form: string, info: Int32Array, base: number, tag: number, feats: number, model: LemmaModel): string {
  let script = lookUp(model.fixed, lemmaKey(info, base, tag, feats)) - 1
  if (script < 0) {
    const count = describeLemma(info, base, tag, feats, features)
    score(model.choice, features, count, scores)
    script = best(scores, model.choice.labels)
  }
  return applyScript(form, model.scripts[script] as Script)
}

const features = new Int32Array(32)
const scores = new Int32Array(4096)

/** Describes a form for the choice of its script. */
export function describeLemma(info: Int32Array, base: number, tag: number, feats: number, out: Int32Array): number {
  const at = (what: number): number => info[base + what] as number
  const type = mix(tag, feats)
  const short = Math.min(at(LENGTH), 5)
  let n = 0
  const add = (template: number, a: number, b: number) => {
    out[n++] = mix(mix(template * 3571, a), b)
  }
  add(0, type, 0)
  add(1, tag, at(CASE))
  add(2, type, at(SUFFIX))
  add(3, type, mix(at(SUFFIX + 1), short < 3 ? 1 : 0))
  add(4, type, mix(at(SUFFIX + 2), short < 4 ? 1 : 0))
  add(5, type, mix(at(SUFFIX + 3), short < 5 ? 1 : 0))
  add(6, tag, at(LOWER))
  add(7, type, mix(at(SHAPE), at(CASE)))
  add(8, type, short)
  add(9, at(LOWER), at(CASE))
  add(10, type, mix(at(PREFIX + 2), at(SUFFIX + 1)))
  add(11, tag, at(SUFFIX + 3))
  return n
}

/** Makes the lemma; a script that takes off more than there is leaves the form. */
export function applyScript(form: string, { lower, cut, append }: Script): string {
  const plain = plainQuotes(form)
  const base = lower ? plain.toLowerCase() : plain
  if (cut === 0) return base + append
  return cut > base.length || (cut === base.length && append === '') ? base : base.slice(0, base.length - cut) + append
}

/** The script that makes a lemma of a form: the longest common beginning stays. */
export function scriptFor(form: string, lemma: string): string {
  const plain = plainQuotes(form)
  const small = plain.toLowerCase()
  const kept = common(plain, lemma)
  const lowered = common(small, lemma)
  const lower = lowered > kept
  const base = lower ? small : plain
  const length = lower ? lowered : kept
  return `${lower ? 'lower' : 'keep'}:${base.length - length}:${lemma.slice(length)}`
}

function common(a: string, b: string): number {
  let i = 0
  while (i < a.length && a[i] === b[i]) i++
  return i
}

function plainQuotes(form: string): string {
  return /[’‘]/.test(form) && form.length > 1 ? form.replace(/[’‘]/g, "'") : form
}
