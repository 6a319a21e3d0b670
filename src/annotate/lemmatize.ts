import type { AnnotateAnswers } from '../document/answers/annotate.ts'
import type { Model } from '../resource/model.ts'
import { ownCopy } from '../util/own-copy.ts'
import { type Lexicon, lookUp } from './lexicon.ts'
import { best, type Linear, linearOf, mix, score } from './linear.ts'
import { CASE, LENGTH, LOWER, PREFIX, SHAPE, SUFFIX } from './word-features.ts'
import { LONGEST_FORM } from './word-forms.ts'

/**
 * How a lemma is made of a form: "lower:3:y" makes the form small, takes three characters off its end and appends "y"
 * (Chrupała 2006). "keep" leaves capitals, "bare" leaves out commas ("1,200"). Forms with plain apostrophes are meant.
 */
export interface Script {
  readonly start: Start
  readonly cut: number
  readonly append: string
}

const STARTS = ['keep', 'lower', 'bare'] as const
type Start = (typeof STARTS)[number]

/** What the lemmatizer has learned. */
export interface LemmaModel {
  readonly scripts: readonly Script[]
  readonly choice: Linear
  /** Hash of folded form, case, tag and features → number of its script, from 1. */
  readonly fixed: Lexicon
  readonly irregular: AnnotateAnswers['irregular']
}

/** The lemmatizer of a model file. */
export function lemmatizerOf(model: Model, irregular: AnnotateAnswers['irregular']): LemmaModel {
  const scripts = model.text('scripts').split('\n').map(parseScript)
  return { scripts, choice: linearOf(model, 'choice'), fixed: model.numbers('fixed', 'i32'), irregular }
}

/** "lower:3:y" and "keep:0:" as scripts. */
export function parseScript(text: string): Script {
  const [start, cut, ...append] = text.split(':')
  return { start: start as Start, cut: Number(cut), append: append.join(':') }
}

/** The key under which a form with its tag and features is fixed. */
export function lemmaKey(info: Int32Array, base: number, tag: number, feats: number): number {
  return mix(mix(mix(info[base + LOWER] as number, info[base + CASE] as number), tag), feats)
}

/** A tagged word whose lemma is asked for; `tag` and `feats` are the numbers of `upos` and `features`, `base` its place in `info`. */
export interface Tagged {
  readonly form: string
  readonly base: number
  readonly tag: number
  readonly feats: number
  readonly upos: string
  readonly features: string
}

/** Lemmas that are remembered, each at one place only. */
const SLOTS = 8192

/** Lemmas of words that come again; what was read before changes none. */
export interface Lemmas {
  readonly model: LemmaModel
  readonly forms: string[]
  /** Numbers of tag and features. */
  readonly kinds: Int32Array
  readonly lemmas: string[]
}

/** Remembers nothing yet. */
export function createLemmas(model: LemmaModel): Lemmas {
  return { model, forms: Array(SLOTS).fill(''), kinds: new Int32Array(SLOTS), lemmas: Array(SLOTS).fill('') }
}

/** The lemma of a word, as `lemmaOf` finds it. */
export function findLemma(word: Tagged, info: Int32Array, { model, forms, kinds, lemmas }: Lemmas): string {
  const { form, base, tag, feats } = word
  if (form.length > LONGEST_FORM) return lemmaOf(word, info, model)
  const kind = feats * 32 + tag
  const hash = lemmaKey(info, base, tag, feats)
  const slot = (hash ^ (hash >>> 16)) & (SLOTS - 1)
  if (kinds[slot] === kind && forms[slot] === form) return lemmas[slot] as string
  const lemma = lemmaOf(word, info, model)
  forms[slot] = form
  kinds[slot] = kind
  lemmas[slot] = lemma === form ? form : ownCopy(lemma)
  return lemmas[slot] as string
}

/** The lemma of a word: from the list of irregular forms, else as seen in training, else by its ending. */
export function lemmaOf(word: Tagged, info: Int32Array, model: LemmaModel): string {
  const { form, base, tag, feats } = word
  if (model.irregular.size > 0 && form.length < 20) {
    const found = model.irregular.get(form.toLowerCase())
    if (found && found.upos === word.upos && word.features.includes(found.feature)) return found.lemma
  }
  const fixed = lookUp(model.fixed, lemmaKey(info, base, tag, feats))
  if (fixed > 0) return applyScript(form, model.scripts[fixed - 1] as Script)
  const count = describeLemma(info, base, tag, feats, features)
  score(model.choice, features, count, scores)
  return applyScript(form, model.scripts[best(scores, model.choice.labels)] as Script)
}

const features = new Int32Array(32)
const scores = new Int32Array(4096)

/** Describes a form for the choice of its script. */
export function describeLemma(info: Int32Array, base: number, tag: number, feats: number, out: Int32Array): number {
  const at = (what: number): number => info[base + what] as number
  const type = mix(tag, feats)
  const short = Math.min(at(LENGTH), 5)
  let n = 0
  out[n++] = feature(0, type, 0)
  out[n++] = feature(1, tag, at(CASE))
  out[n++] = feature(2, type, at(SUFFIX))
  out[n++] = feature(3, type, mix(at(SUFFIX + 1), short < 3 ? 1 : 0))
  out[n++] = feature(4, type, mix(at(SUFFIX + 2), short < 4 ? 1 : 0))
  out[n++] = feature(5, type, mix(at(SUFFIX + 3), short < 5 ? 1 : 0))
  out[n++] = feature(6, tag, at(LOWER))
  out[n++] = feature(7, type, mix(at(SHAPE), at(CASE)))
  out[n++] = feature(8, type, short)
  out[n++] = feature(9, at(LOWER), at(CASE))
  out[n++] = feature(10, type, mix(at(PREFIX + 2), at(SUFFIX + 1)))
  out[n++] = feature(11, tag, at(SUFFIX + 3))
  return n
}

function feature(template: number, a: number, b: number): number {
  return mix(mix(template * 3571, a), b)
}

/** Makes the lemma; a script that takes off more than there is leaves the form. */
export function applyScript(form: string, { start, cut, append }: Script): string {
  const base = startOf(form, start)
  if (cut === 0) return base + append
  return cut > base.length || (cut === base.length && append === '') ? base : base.slice(0, base.length - cut) + append
}

/** The script that makes a lemma of a form: the one that takes off least. */
export function scriptFor(form: string, lemma: string): string {
  let found = ''
  let least = Number.POSITIVE_INFINITY
  for (const start of STARTS) {
    const base = startOf(form, start)
    let kept = 0
    while (kept < base.length && base[kept] === lemma[kept]) kept++
    const cost = base.length + lemma.length - 2 * kept
    if (cost >= least) continue
    least = cost
    found = `${start}:${base.length - kept}:${lemma.slice(kept)}`
  }
  return found
}

function startOf(form: string, start: Start): string {
  const plain = plainQuotes(form)
  if (start === 'keep') return plain
  return start === 'lower' ? plain.toLowerCase() : plain.replaceAll(',', '')
}

function plainQuotes(form: string): string {
  return form.length > 1 && (form.includes('’') || form.includes('‘')) ? form.replace(/[’‘]/g, "'") : form
}
