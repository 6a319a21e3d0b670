import type { AnnotateAnswers } from '../document/answers/annotate.ts'
import { UPOS } from '../document/layers.ts'
import type { Model } from '../resource/model.ts'
import { type Knowledge, knowledgeOf } from './knowledge.ts'
import { type Lexicon, lookUp } from './lexicon.ts'
import { best, type Linear, linearOf, mix, score } from './linear.ts'
import {
  CAPITALS,
  CASE,
  CASE_LOWER,
  CASE_NONE,
  CLASS,
  CLUSTER,
  LENGTH,
  LOWER,
  PREFIX,
  SHAPE,
  SUFFIX,
  USAGE,
  WIDTH,
} from './word-features.ts'

const TAGS = UPOS.length
/** Stands for the places before and after a sentence. */
const OUTSIDE = new Int32Array(WIDTH).fill(-1)

/** What the tagger has learned. */
export interface TaggerModel {
  readonly upos: Linear
  /** What it looks up of each word. */
  readonly knowledge: Knowledge
  /** Hash of the folded form of a word in small letters that has one tag only → the tag, from 1. */
  readonly certain: Lexicon
  readonly features: FeatureModel
}

/** Features of each part of speech: the strings there are, those that a form always has, and a classifier for the others. */
export interface FeatureModel {
  readonly strings: readonly (readonly string[])[]
  readonly classifiers: readonly (Linear | null)[]
  /** Hash of folded form and tag → number of its feature string, from 1. */
  readonly fixed: Lexicon
}

/** The tagger of a model file, with the models of its language that it was trained with. */
export function taggerOf(model: Model, answers: Pick<AnnotateAnswers, 'model'>): TaggerModel {
  const strings = (model.head.feats as string[][]) ?? []
  return {
    upos: linearOf(model, 'upos'),
    knowledge: knowledgeOf(model, answers),
    certain: model.numbers('certain', 'i32'),
    features: {
      strings,
      classifiers: strings.map((list, tag) => (list.length > 1 ? linearOf(model, `feats.${UPOS[tag]}`) : null)),
      fixed: model.numbers('fixed', 'i32'),
    },
  }
}

/** Tags the words `[first, end)` of one sentence, greedily from left to right; `tags` gets numbers of UPOS. */
export function tagSentence(info: Int32Array, first: number, end: number, model: TaggerModel, tags: Uint8Array): void {
  const scores = new Int32Array(TAGS)
  const shouted = isShouted(info, first, end)
  for (let i = first; i < end; i++) {
    const certain = certainTag(info, i, model.certain)
    if (certain >= 0) {
      tags[i] = certain
      continue
    }
    const count = describeTag(info, first, end, i, tags, shouted, features)
    score(model.upos, features, count, scores)
    tags[i] = best(scores, TAGS)
  }
}

/** The tag of a word that always has the same, -1 for others and for any word with a capital. */
export function certainTag(info: Int32Array, i: number, certain: Lexicon): number {
  const casing = info[i * WIDTH + CASE] as number
  return casing > CASE_LOWER ? -1 : lookUp(certain, info[i * WIDTH + LOWER] as number) - 1
}

const features = new Int32Array(64)

/** Are all letters of the sentence capitals? Then capitals say nothing. */
export function isShouted(info: Int32Array, first: number, end: number): number {
  for (let i = first; i < end; i++) if ((info[i * WIDTH + CASE] as number) === 1 || (info[i * WIDTH + CASE] as number) === 2) return 0
  return 1
}

/** Describes word `i` of a sentence whose words before it are tagged. */
export function describeTag(
  info: Int32Array,
  first: number,
  end: number,
  i: number,
  tags: Uint8Array,
  shouted: number,
  out: Int32Array,
): number {
  const at = (k: number, what: number): number => (k < first || k >= end ? (OUTSIDE[what] as number) : (info[k * WIDTH + what] as number))
  const lower = at(i, LOWER)
  const shape = at(i, SHAPE)
  const t1 = i - 1 >= first ? (tags[i - 1] as number) : 30
  const t2 = i - 2 >= first ? (tags[i - 2] as number) : 31
  const before = at(i - 1, LOWER)
  const after = at(i + 1, LOWER)
  const suffix2 = at(i, SUFFIX + 1)
  const suffix3 = at(i, SUFFIX + 2)
  const known = at(i, CLASS)
  const place = (i === first ? 1 : 0) + shouted * 2
  const cased = mix(at(i, CASE), place)
  const length = at(i, LENGTH)
  let n = 0
  const add = (template: number, a: number, b: number) => {
    out[n++] = mix(mix(template * 5783, a), b)
  }
  add(0, 0, 0)
  add(1, lower, 0)
  add(2, lower, cased)
  add(3, at(i, SUFFIX), length > 1 ? 1 : 0)
  add(4, suffix2, length > 2 ? cased : 9)
  add(5, suffix3, length > 3 ? 1 : 0)
  add(6, at(i, SUFFIX + 3), 0)
  add(7, at(i, PREFIX), 0)
  add(8, at(i, PREFIX + 1), 0)
  add(9, at(i, PREFIX + 2), 0)
  add(10, at(i, PREFIX + 3), 0)
  add(11, shape, place)
  add(12, before, 0)
  add(13, after, 0)
  add(14, at(i - 2, LOWER), 0)
  add(15, at(i + 2, LOWER), 0)
  add(16, t1, 0)
  add(17, t1, t2)
  add(18, lower, t1)
  add(19, mix(t1, t2), lower)
  add(20, suffix3, t1)
  add(21, before, lower)
  add(22, lower, after)
  add(23, at(i + 1, SUFFIX + 2), t1)
  add(24, at(i - 1, SUFFIX + 2), known)
  add(25, known, cased)
  add(26, known, t1)
  add(27, known, mix(at(i + 1, CLASS), t1))
  add(28, known, mix(at(i + 1, CLASS), at(i + 2, CLASS)))
  add(29, mix(known, t1), t2)
  add(30, shape, mix(at(i - 1, SHAPE), at(i + 1, SHAPE)))
  add(31, cased, mix(at(i + 1, CASE), t1))
  add(32, known, after)
  add(33, lower, at(i + 1, CLASS))
  const used = at(i, USAGE)
  const usedAfter = at(i + 1, USAGE)
  add(40, used, 0)
  add(41, used, cased)
  add(42, used, t1)
  add(43, used, usedAfter)
  add(44, at(i - 1, USAGE), used)
  add(45, usedAfter, t1)
  add(46, used, mix(t1, t2))
  add(47, used, suffix2)
  add(48, mix(used, t1), usedAfter)
  add(49, usedAfter, at(i + 2, USAGE))
  add(50, at(i, CAPITALS), cased)
  add(51, at(i, CAPITALS), mix(cased, t1))
  add(52, mix(at(i, CAPITALS), at(i + 1, CAPITALS)), cased)
  if (at(i, CASE) !== CASE_NONE) {
    add(34, at(i, CLUSTER), 0)
    add(35, at(i, CLUSTER + 1), 0)
    add(36, at(i, CLUSTER + 2), cased)
    add(37, at(i - 1, CLUSTER + 1), 0)
    add(38, at(i + 1, CLUSTER + 1), 0)
    add(39, at(i, CLUSTER), suffix2)
  }
  return n
}

/** Features of word `i` of a tagged sentence, as a number of the strings of its tag. */
export function findFeatures(info: Int32Array, first: number, end: number, i: number, tags: Uint8Array, model: FeatureModel): number {
  const tag = tags[i] as number
  const classifier = model.classifiers[tag]
  if (!classifier) return 0
  const fixed = lookUp(model.fixed, mix(info[i * WIDTH + LOWER] as number, tag))
  if (fixed > 0) return fixed - 1
  const count = describeFeatures(info, first, end, i, tags, features)
  score(classifier, features, count, featureScores)
  return best(featureScores, classifier.labels)
}

const featureScores = new Int32Array(512)

/** The nearest noun or pronoun among the eight words before `i`, or the word before `first`. */
function nominalBefore(first: number, i: number, tags: Uint8Array): number {
  for (let k = i - 1; k >= first && k >= i - 8; k--) if (NOMINAL[tags[k] as number] === 1) return k
  return first - 1
}

const NOMINAL = Uint8Array.from(UPOS, tag => (tag === 'NOUN' || tag === 'PROPN' || tag === 'PRON' ? 1 : 0))

/** Describes a tagged word for the choice of its features. */
export function describeFeatures(info: Int32Array, first: number, end: number, i: number, tags: Uint8Array, out: Int32Array): number {
  const at = (k: number, what: number): number => (k < first || k >= end ? (OUTSIDE[what] as number) : (info[k * WIDTH + what] as number))
  const tag = (k: number): number => (k < first || k >= end ? 30 : (tags[k] as number))
  const lower = at(i, LOWER)
  const suffix = at(i, SUFFIX + 1)
  let n = 0
  const add = (template: number, a: number, b: number) => {
    out[n++] = mix(mix(template * 4219, a), b)
  }
  add(0, 0, 0)
  add(1, lower, 0)
  add(2, lower, at(i, CASE))
  add(3, at(i, SUFFIX), 0)
  add(4, suffix, 0)
  add(5, at(i, SUFFIX + 2), 0)
  add(6, at(i, SUFFIX + 3), 0)
  add(7, at(i, SHAPE), at(i, CASE))
  add(8, at(i - 1, LOWER), suffix)
  add(9, at(i - 1, LOWER), lower)
  add(10, lower, at(i + 1, LOWER))
  add(11, mix(tag(i - 1), tag(i - 2)), suffix)
  add(12, tag(i - 1), lower)
  add(13, mix(tag(i - 1), tag(i + 1)), suffix)
  add(14, tag(i + 1), lower)
  add(15, at(i + 1, LOWER), suffix)
  add(16, at(i - 2, LOWER), at(i - 1, LOWER))
  add(17, at(i - 2, LOWER), suffix)
  add(18, mix(tag(i - 2), tag(i - 3)), mix(tag(i - 1), suffix))
  add(19, at(i - 1, LOWER), mix(at(i - 2, LOWER), suffix))
  add(20, at(i - 1, SUFFIX + 1), suffix)
  add(21, at(i, CLUSTER + 1), suffix)
  // Verbs agree with a subject that mostly stands before them.
  const subject = nominalBefore(first, i, tags)
  add(22, mix(tag(subject), at(subject, SUFFIX)), suffix)
  add(23, at(subject, LOWER), suffix)
  add(24, at(subject, LOWER), lower)
  add(25, mix(tag(subject), i - subject), mix(at(subject, SUFFIX + 1), suffix))
  add(26, mix(at(subject, LOWER), at(subject - 1, LOWER)), suffix)
  add(27, lower, mix(tag(subject), at(subject, SUFFIX)))
  add(28, mix(tag(i - 1), tag(i - 2)), lower)
  return n
}
