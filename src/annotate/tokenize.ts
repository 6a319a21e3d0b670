import type { Span } from '../record/span.ts'
import type { Model } from '../resource/model.ts'
import { type Abbreviations, goesOn } from './abbreviations.ts'
import { ADDRESS, type Atoms, createAtoms, cutAtoms, hashFolded, isCapital } from './atoms.ts'
import { APOSTROPHE, DIGIT, isUpper, kindOf, LETTER, PAIRED, SPACE } from './chars.ts'
import { type Expansion, type ExpansionModel, expandWords } from './expand.ts'
import { best, type Linear, linearOf, mix, score } from './linear.ts'
import { createTokens, pushToken, type Tokens } from './tokens.ts'

/** What a joint between two atoms is: inside a word, between words, between words of one multiword token. */
export const JOIN = 0
export const SPLIT = 1
export const GROUP = 2

/** What the tokenizer has learned and been told. */
export interface TokenizerModel extends ExpansionModel, JointLists {
  readonly joints: Linear
}

/** Lists of the language that the joints are described with. */
export interface JointLists {
  readonly clitics: readonly string[]
  readonly abbreviations: Abbreviations
}

/** The tokenizer of a model file. Its text "expansions" has a line for each form: "sure" or "doubt", the form, its parts. */
export function tokenizerOf(model: Model, { whole, ...lists }: JointLists & { readonly whole: ReadonlySet<string> }): TokenizerModel {
  const expansions = new Map<number, Expansion>()
  for (const line of model.text('expansions').split('\n')) {
    const [degree, form = '', ...parts] = line.split(' ')
    if (form !== '' && !whole.has(form)) expansions.set(hashFolded(form, 0, form.length), { parts, sure: degree === 'sure' })
  }
  return { joints: linearOf(model, 'joints'), doubts: linearOf(model, 'doubts'), expansions, ...lists }
}

/** Called at each joint with the features that describe it; answers what the joint is. */
export type Decide = (features: Int32Array, count: number, joint: number) => number

/** Appends the words of one paragraph. Linear in its length whatever it holds. */
export function tokenize(text: string, paragraph: Span, model: TokenizerModel, tokens: Tokens): void {
  const scores = new Int32Array(3)
  const decide: Decide = (features, count) => {
    score(model.joints, features, count, scores)
    return best(scores, 3)
  }
  const words = createTokens(64)
  walkJoints(text, paragraph, model, decide, (start, end, continues) => pushWord(words, start, end, continues))
  expandWords(text, words, model, tokens)
}

function pushWord(words: Tokens, start: number, end: number, continues: boolean): void {
  const before = words.count - 1
  if (continues && (words.groups[before] as number) < 0) words.groups[before] = before
  pushToken(words, start, end, continues ? (words.groups[before] as number) : -1)
}

/**
 * Walks the stretches between white space and decides each joint between their atoms from left to right. `word` gets every word and
 * whether it continues the multiword token of the word before.
 */
export function walkJoints(
  text: string,
  [from, limit]: Span,
  lists: JointLists,
  decide: Decide,
  word: (start: number, end: number, continues: boolean) => void,
): void {
  const atoms = scratch
  const features = jointFeatures
  let at = from
  while (at < limit) {
    while (at < limit && kindOf(text.charCodeAt(at)) === SPACE) at++
    if (at >= limit) break
    const end = cutAtoms(text, at, limit, lists.clitics, atoms)
    if (atoms.count === 1) {
      word(at, end, false)
      at = end
      continue
    }
    const next = nextWord(text, end, limit)
    const context = mix(stretchKind(text, at, end, atoms), 3)
    let begin = 0
    let previous = SPLIT
    let continues = false
    for (let joint = 0; joint + 1 < atoms.count; joint++) {
      const count = describeJoint(text, atoms, joint, begin, previous, context, next, lists.abbreviations, features)
      if (standsApart(atoms, joint)) previous = SPLIT
      else if (isAbbreviation(text, atoms, joint, begin, next, lists.abbreviations)) previous = JOIN
      else previous = decide(features, count, atoms.ends[joint] as number)
      if (previous === JOIN) continue
      word(atoms.starts[begin] as number, atoms.ends[joint] as number, continues)
      continues = previous === GROUP
      begin = joint + 1
    }
    word(atoms.starts[begin] as number, end, continues)
    at = end
  }
}

/** Is one side an address and the other a quote or a bracket? */
function standsApart({ kinds }: Atoms, joint: number): boolean {
  const left = kinds[joint] as number
  const right = kinds[joint + 1] as number
  return (left === ADDRESS && (right === PAIRED || right === APOSTROPHE)) || (right === ADDRESS && (left === PAIRED || left === APOSTROPHE))
}

/** Is the right side the full stop of an abbreviation that cannot end a sentence here? */
function isAbbreviation(text: string, atoms: Atoms, joint: number, begin: number, next: Next, abbreviations: Abbreviations): boolean {
  const stop = atoms.starts[joint + 1] as number
  if (joint + 2 !== atoms.count || text.charCodeAt(stop) !== 46 || (atoms.ends[joint + 1] as number) !== stop + 1) return false
  const kind = abbreviationUpTo(text, atoms.starts[begin] as number, stop + 1, abbreviations)
  return next.kind !== 0 && goesOn(kind, next.kind === CAPITAL, next.kind === DIGIT)
}

/** No abbreviation is longer; a longer word is not looked up, or many full stops in one would take quadratic time. */
const LONGEST_ABBREVIATION = 12

function abbreviationUpTo(text: string, start: number, end: number, abbreviations: Abbreviations): number {
  return end - start > LONGEST_ABBREVIATION ? 0 : (abbreviations.get(hashFolded(text, start, end)) ?? 0)
}

const scratch = createAtoms()
const jointFeatures = new Int32Array(32)

/** Kind of what begins with a capital letter. */
const CAPITAL = 9

/** Kind and hash of what follows the stretch: how a full stop is read depends on it. */
interface Next {
  readonly kind: number
  readonly hash: number
}

function nextWord(text: string, end: number, limit: number): Next {
  let at = end
  while (at < limit && kindOf(text.charCodeAt(at)) === SPACE) at++
  if (at >= limit) return { kind: 0, hash: 0 }
  const unit = text.charCodeAt(at)
  const kind = kindOf(unit)
  let stop = at + 1
  while (stop < limit && stop < at + 24 && kindOf(text.charCodeAt(stop)) === kind) stop++
  return { kind: kind === LETTER && isUpper(unit) ? CAPITAL : kind, hash: hashFolded(text, at, stop) }
}

/** Signs of addresses and the like anywhere in the stretch change how all its joints are read. */
function stretchKind(text: string, start: number, end: number, atoms: Atoms): number {
  let kind = 0
  for (let i = 0; i < atoms.count; i++) {
    const unit = text.charCodeAt(atoms.starts[i] as number)
    if (unit === 64) kind |= 1
    else if (unit === 47) kind |= text.charCodeAt((atoms.starts[i] as number) - 1) === 58 && atoms.ends[i] !== end ? 2 : 4
    else if (unit === 95) kind |= 8
  }
  if (end - start > 4 && text.startsWith('www', start)) kind |= 2
  return kind
}

function describeJoint(
  text: string,
  atoms: Atoms,
  joint: number,
  begin: number,
  previous: number,
  context: number,
  next: Next,
  abbreviations: Abbreviations,
  out: Int32Array,
): number {
  const { hashes, starts, ends, count } = atoms
  const left = hashes[joint] as number
  const right = hashes[joint + 1] as number
  const leftKind = kindAt(text, atoms, joint)
  const rightKind = kindAt(text, atoms, joint + 1)
  const left2 = joint > 0 ? (hashes[joint - 1] as number) : 1
  const right2 = joint + 2 < count ? (hashes[joint + 2] as number) : 1
  const left2Kind = joint > 0 ? kindAt(text, atoms, joint - 1) : 0
  const right2Kind = joint + 2 < count ? kindAt(text, atoms, joint + 2) : 0
  const types = leftKind * 16 + rightKind
  // What the word would be so far, and how many atoms it has.
  let sofar = 5
  for (let i = Math.max(begin, joint - 6); i <= joint; i++) sofar = mix(sofar, hashes[i] as number)
  const size = Math.min(joint - begin, 5) + (begin === 0 ? 8 : 0)
  const rest = Math.min(count - joint - 2, 3)
  const leftLength = Math.min((ends[joint] as number) - (starts[joint] as number), 6)
  const rightLength = Math.min((ends[joint + 1] as number) - (starts[joint + 1] as number), 6)
  let n = 0
  const add = (template: number, a: number, b: number) => {
    out[n++] = mix(mix(template * 7919, a), b)
  }
  add(1, left, right)
  add(2, types, previous)
  add(3, left, rightKind)
  add(4, leftKind, right)
  add(5, mix(left2, left), right)
  add(6, mix(left, right), right2)
  add(7, mix(left2Kind, left), rightKind)
  add(8, mix(left2Kind, types), right2Kind)
  add(9, sofar, right)
  add(10, mix(sofar, right), rest === 0 ? next.kind : 20)
  add(11, mix(size, types), rest)
  add(12, mix(size, leftKind), right)
  add(13, mix(leftLength, rightLength), types)
  add(14, mix(context, types), previous)
  add(15, mix(context, left), right)
  add(16, mix(leftKind, right), mix(right2Kind, rest))
  add(17, mix(left, right), mix(right2Kind, left2Kind))
  if (text.charCodeAt(starts[joint + 1] as number) === 46) {
    const abbreviation = abbreviationUpTo(text, starts[begin] as number, (starts[joint + 1] as number) + 1, abbreviations)
    add(23, abbreviation, mix(rest, next.kind))
    add(24, abbreviation, mix(leftKind, rightLength))
  }
  if (rest === 0) {
    add(18, mix(right, next.kind), mix(leftKind, leftLength))
    add(19, mix(sofar, right), next.hash)
    add(20, right, next.hash)
  }
  add(21, mix(left, size), rightKind)
  add(22, mix(leftKind, rightKind), mix(right2, left2))
  return n
}

/** The kind of an atom, capitals apart; signs are told apart by their hash. */
function kindAt(text: string, atoms: Atoms, index: number): number {
  if (!isCapital(text, atoms, index)) return atoms.kinds[index] as number
  return (atoms.ends[index] as number) - (atoms.starts[index] as number) === 1 ? 11 : 10
}
