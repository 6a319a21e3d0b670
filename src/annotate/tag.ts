import type { AnnotateAnswers } from '../document/answers/annotate.ts'
import { UPOS } from '../document/layers.ts'
import type { Model } from '../resource/model.ts'
import { type Knowledge, knowledgeOf } from './knowledge.ts'
import { type Lexicon, lookUp } from './lexicon.ts'
import { best, type Linear, linearOf, mix, score } from './linear.ts'
import { addPacked, LANES, type PackedLinear, packedOf, ROOM, unpackSums } from './packed.ts'
import {
  CAPITALS,
  CASE,
  CASE_INITIAL,
  CASE_LOWER,
  CASE_NONE,
  CASE_UPPER,
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
import { createWordSums, findSlot, type WordSums } from './word-sums.ts'

const TAGS = UPOS.length
/** Stands for the places before and after a sentence. */
const OUTSIDE = new Int32Array(WIDTH).fill(-1)

/** What the tagger has learned. */
export interface TaggerModel {
  readonly upos: PackedLinear
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
    upos: packedOf(model, 'tags'),
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
  const scores = new Int32Array(ROOM)
  const sums = new Int32Array(LANES)
  const known = wordSumsOf(model.upos)
  const shouted = isShouted(info, first, end)
  for (let i = first; i < end; i++) {
    const certain = certainTag(info, i, model.certain)
    if (certain >= 0) {
      tags[i] = certain
      continue
    }
    const cased = info[i * WIDTH + CASE] !== CASE_NONE
    layOutPlace(info, first, end, i, tags, shouted)
    const at = addWord(info, i, placeOf(i, first, shouted), cased, model.upos, known)
    for (let lane = 0; lane < LANES; lane++) sums[lane] = known.sums[at + lane] as number
    addPacked(model.upos, features, hashFeatures(OF_PLACE, cased, features), sums, 0)
    unpackSums(sums, 0, scores)
    const tag = best(scores, TAGS)
    // "WHO delivered tents": a pronoun in capitals among words that are not is a name.
    tags[i] = tag === PRONOUN && shouted === 0 && info[i * WIDTH + CASE] === CASE_UPPER ? NAME : tag
  }
}

const PRONOUN = UPOS.indexOf('PRON')
const NAME = UPOS.indexOf('PROPN')

const remembered = new WeakMap<PackedLinear, WordSums>()

function wordSumsOf(linear: PackedLinear): WordSums {
  const known = remembered.get(linear) ?? createWordSums(LANES)
  remembered.set(linear, known)
  return known
}

/** The sums of the features that word `i` has at any place like this one, computed where they are not remembered; gives where they begin. */
function addWord(info: Int32Array, i: number, place: number, cased: boolean, linear: PackedLinear, known: WordSums): number {
  const { at, found } = findSlot(known, info, i * WIDTH, place)
  if (found) return at
  layOutWord(info, i, place)
  addPacked(linear, features, hashFeatures(OF_WORD, cased, features), known.sums, at)
  return at
}

/** The tag of a word that always has the same, -1 for others and for any word with a capital. */
export function certainTag(info: Int32Array, i: number, certain: Lexicon): number {
  const casing = info[i * WIDTH + CASE] as number
  return casing > CASE_LOWER ? -1 : lookUp(certain, info[i * WIDTH + LOWER] as number) - 1
}

const features = new Int32Array(64)

/** Are all letters of the sentence capitals? Then capitals say nothing. */
export function isShouted(info: Int32Array, first: number, end: number): number {
  for (let i = first; i < end; i++) {
    const casing = info[i * WIDTH + CASE]
    if (casing === CASE_LOWER || casing === CASE_INITIAL) return 0
  }
  return 1
}

/**
 * The features of a word are hashes of a template number and two values. The values are laid out first, one pair a template, and hashed
 * in one loop: this is the innermost part of tagging. Templates from CASED on are left out for words without letters. Those of OF_WORD
 * look at the word alone, those of OF_PLACE at the words and tags around it.
 */
const LEFT = new Int32Array(64)
const RIGHT = new Int32Array(64)
const CASED = 47
const TEMPLATES = 53
const BASES = Int32Array.from({ length: TEMPLATES }, (_, k) => (k < 34 ? k : k < CASED ? k + 6 : k - 13) * 5783)
const OF_WORD = Int32Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 25, 34, 35, 41, 44, 47, 48, 49, 52)
const ALL = Int32Array.from({ length: TEMPLATES }, (_, k) => k)
const OF_PLACE = ALL.filter(k => !OF_WORD.includes(k))

function put(template: number, left: number, right: number): void {
  LEFT[template] = left
  RIGHT[template] = right
}

/** Hashes the templates as they are laid out; gives their number. */
function hashFeatures(templates: Int32Array, cased: boolean, out: Int32Array): number {
  let n = 0
  for (let t = 0; t < templates.length; t++) {
    const k = templates[t] as number
    if (k >= CASED && !cased) break
    out[n++] = mix(mix(BASES[k] as number, LEFT[k] as number), RIGHT[k] as number)
  }
  return n
}

/** Describes word `i` of a sentence whose words before it are tagged; gives the number of features. */
export function describeTag(
  info: Int32Array,
  first: number,
  end: number,
  i: number,
  tags: Uint8Array,
  shouted: number,
  out: Int32Array,
): number {
  layOutWord(info, i, placeOf(i, first, shouted))
  layOutPlace(info, first, end, i, tags, shouted)
  return hashFeatures(ALL, info[i * WIDTH + CASE] !== CASE_NONE, out)
}

/** What the capitals of a word may come from: it is the first, all are capitals. */
function placeOf(i: number, first: number, shouted: number): number {
  return (i === first ? 1 : 0) + shouted * 2
}

function layOutWord(info: Int32Array, i: number, place: number): void {
  const base = i * WIDTH
  const lower = info[base + LOWER] as number
  const suffix2 = info[base + SUFFIX + 1] as number
  const known = info[base + CLASS] as number
  const used = info[base + USAGE] as number
  const length = info[base + LENGTH] as number
  const cased = mix(info[base + CASE] as number, place)
  put(1, lower, 0)
  put(2, lower, cased)
  put(3, info[base + SUFFIX] as number, length > 1 ? 1 : 0)
  put(4, suffix2, length > 2 ? cased : 9)
  put(5, info[base + SUFFIX + 2] as number, length > 3 ? 1 : 0)
  LEFT[6] = info[base + SUFFIX + 3] as number
  LEFT[7] = info[base + PREFIX] as number
  LEFT[8] = info[base + PREFIX + 1] as number
  LEFT[9] = info[base + PREFIX + 2] as number
  LEFT[10] = info[base + PREFIX + 3] as number
  put(11, info[base + SHAPE] as number, place)
  put(25, known, cased)
  LEFT[34] = used
  put(35, used, cased)
  put(41, used, suffix2)
  put(44, info[base + CAPITALS] as number, cased)
  LEFT[47] = info[base + CLUSTER] as number
  LEFT[48] = info[base + CLUSTER + 1] as number
  put(49, info[base + CLUSTER + 2] as number, cased)
  put(52, info[base + CLUSTER] as number, suffix2)
}

function layOutPlace(info: Int32Array, first: number, end: number, i: number, tags: Uint8Array, shouted: number): void {
  const base = i * WIDTH
  const rowsBefore = i - 1 >= first ? info : OUTSIDE
  const before = i - 1 >= first ? base - WIDTH : 0
  const rowsAfter = i + 1 < end ? info : OUTSIDE
  const after = i + 1 < end ? base + WIDTH : 0
  const t1 = i - 1 >= first ? (tags[i - 1] as number) : 30
  const t2 = i - 2 >= first ? (tags[i - 2] as number) : 31
  const lower = info[base + LOWER] as number
  const lowerBefore = rowsBefore[before + LOWER] as number
  const lowerAfter = rowsAfter[after + LOWER] as number
  const shape = info[base + SHAPE] as number
  const known = info[base + CLASS] as number
  const knownAfter = rowsAfter[after + CLASS] as number
  const used = info[base + USAGE] as number
  const usedAfter = rowsAfter[after + USAGE] as number
  const capitals = info[base + CAPITALS] as number
  const cased = mix(info[base + CASE] as number, placeOf(i, first, shouted))
  const pair = mix(t1, t2)
  LEFT[12] = lowerBefore
  LEFT[13] = lowerAfter
  LEFT[14] = i - 2 >= first ? (info[base - 2 * WIDTH + LOWER] as number) : -1
  LEFT[15] = i + 2 < end ? (info[base + 2 * WIDTH + LOWER] as number) : -1
  LEFT[16] = t1
  put(17, t1, t2)
  put(18, lower, t1)
  put(19, pair, lower)
  put(20, info[base + SUFFIX + 2] as number, t1)
  put(21, lowerBefore, lower)
  put(22, lower, lowerAfter)
  put(23, rowsAfter[after + SUFFIX + 2] as number, t1)
  put(24, rowsBefore[before + SUFFIX + 2] as number, known)
  put(26, known, t1)
  put(27, known, mix(knownAfter, t1))
  put(28, known, mix(knownAfter, i + 2 < end ? (info[base + 2 * WIDTH + CLASS] as number) : -1))
  put(29, mix(known, t1), t2)
  put(30, shape, mix(rowsBefore[before + SHAPE] as number, rowsAfter[after + SHAPE] as number))
  put(31, cased, mix(rowsAfter[after + CASE] as number, t1))
  put(32, known, lowerAfter)
  put(33, lower, knownAfter)
  put(36, used, t1)
  put(37, used, usedAfter)
  put(38, rowsBefore[before + USAGE] as number, used)
  put(39, usedAfter, t1)
  put(40, used, pair)
  put(42, mix(used, t1), usedAfter)
  put(43, usedAfter, i + 2 < end ? (info[base + 2 * WIDTH + USAGE] as number) : -1)
  put(45, capitals, mix(cased, t1))
  put(46, mix(capitals, rowsAfter[after + CAPITALS] as number), cased)
  LEFT[50] = rowsBefore[before + CLUSTER + 1] as number
  LEFT[51] = rowsAfter[after + CLUSTER + 1] as number
}

function feature(template: number, a: number, b: number): number {
  return mix(mix(template * 4219, a), b)
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
  out[n++] = feature(0, 0, 0)
  out[n++] = feature(1, lower, 0)
  out[n++] = feature(2, lower, at(i, CASE))
  out[n++] = feature(3, at(i, SUFFIX), 0)
  out[n++] = feature(4, suffix, 0)
  out[n++] = feature(5, at(i, SUFFIX + 2), 0)
  out[n++] = feature(6, at(i, SUFFIX + 3), 0)
  out[n++] = feature(7, at(i, SHAPE), at(i, CASE))
  out[n++] = feature(8, at(i - 1, LOWER), suffix)
  out[n++] = feature(9, at(i - 1, LOWER), lower)
  out[n++] = feature(10, lower, at(i + 1, LOWER))
  out[n++] = feature(11, mix(tag(i - 1), tag(i - 2)), suffix)
  out[n++] = feature(12, tag(i - 1), lower)
  out[n++] = feature(13, mix(tag(i - 1), tag(i + 1)), suffix)
  out[n++] = feature(14, tag(i + 1), lower)
  out[n++] = feature(15, at(i + 1, LOWER), suffix)
  out[n++] = feature(16, at(i - 2, LOWER), at(i - 1, LOWER))
  out[n++] = feature(17, at(i - 2, LOWER), suffix)
  out[n++] = feature(18, mix(tag(i - 2), tag(i - 3)), mix(tag(i - 1), suffix))
  out[n++] = feature(19, at(i - 1, LOWER), mix(at(i - 2, LOWER), suffix))
  out[n++] = feature(20, at(i - 1, SUFFIX + 1), suffix)
  out[n++] = feature(21, at(i, CLUSTER + 1), suffix)
  // Verbs agree with a subject that mostly stands before them.
  const subject = nominalBefore(first, i, tags)
  out[n++] = feature(22, mix(tag(subject), at(subject, SUFFIX)), suffix)
  out[n++] = feature(23, at(subject, LOWER), suffix)
  out[n++] = feature(24, at(subject, LOWER), lower)
  out[n++] = feature(25, mix(tag(subject), i - subject), mix(at(subject, SUFFIX + 1), suffix))
  out[n++] = feature(26, mix(at(subject, LOWER), at(subject - 1, LOWER)), suffix)
  out[n++] = feature(27, lower, mix(tag(subject), at(subject, SUFFIX)))
  out[n++] = feature(28, mix(tag(i - 1), tag(i - 2)), lower)
  return n
}
