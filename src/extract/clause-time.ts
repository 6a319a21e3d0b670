import type { TimeMention, Word } from '../document/layers.ts'
import { childBy, childrenBy, clauseHead, relation } from '../document/tree.ts'

/**
 * Which time expression belongs to a predicate (a verb, or a noun that names an event), or null. What hangs on the predicate itself comes first,
 * then what stands in its clause, then the time of the clause that it is part of: an object or adjunct takes its verb's, an infinitive or a
 * participle that of the verb over it, a verb and its "when" clause each other's, a coordinated clause a time put in front of the first one; verbs
 * side by side ("was shot and killed on Friday") share one. What is said is never dated by when it
 * was said, a relative clause never by its main clause, and a reporting verb never by words inside the quotation.
 *
 * The ends of a period give the whole of it. Sets, bare lengths and "now" or "recently" date nothing.
 */
export function timeOf(words: readonly Word[], times: readonly TimeMention[], predicate: number): TimeMention | null {
  const attached = attachmentsOf(words, times)
  let index = predicate
  let fronted = false
  for (let steps = 0; steps < 8; steps++) {
    const found = best(
      [attached.direct.get(index), attached.within.get(index), steps === 0 ? attached.subject.get(index) : undefined],
      m => !fronted || m.first < predicateStart(words, index),
      attached.quoted,
      index,
    )
    if (found) return whole(found, attached)
    const word = words[index]
    const begun = steps === 0 ? (childBy(words, index, 'xcomp') ?? besideIt(words, index)) : null
    const inner = begun && best([attached.direct.get(begun.index)], () => true, attached.quoted, index)
    if (inner) return whole(inner, attached)
    const clause = steps === 0 ? (childrenBy(words, index, 'advcl').find(child => isAtOnce(words, child)) ?? null) : null
    const atOnce =
      clause && best([attached.direct.get(clause.index), attached.within.get(clause.index)], () => true, attached.quoted, index)
    if (atOnce) return whole(atOnce, attached)
    if (!word || word.head < 0) return null
    const step = stepUp(words, word)
    if (step === null) return null
    fronted = step === 'fronted'
    index = word.head
  }
  return null
}

/** May a predicate without a time take that of the word over it? */
function stepUp(words: readonly Word[], word: Word): 'any' | 'fronted' | null {
  const above = words[word.head] as Word
  const up = relation(word)
  if (up === 'conj') return (word.upos === 'VERB' || word.upos === 'AUX') && besideIt(words, word.head) !== word ? 'fronted' : 'any'
  if (up === 'xcomp' || ARGUMENTS.has(up)) return 'any'
  // "attacked the town on Friday, killing two": a clause without a subject or a conjunction of its own goes with its verb.
  if (up === 'advcl' && above.upos === 'VERB') return !childBy(words, word.index, 'nsubj', 'mark') || isAtOnce(words, word) ? 'any' : null
  return null
}

/** "Heard gunfire on Friday when soldiers attacked": a clause that tells when, by an adverb in front of it, is of the time of its verb. */
function isAtOnce(words: readonly Word[], { index, children }: Word): boolean {
  return children.some(child => {
    const { upos, deprel, feats } = words[child] as Word
    return child < index && upos === 'ADV' && deprel === 'advmod' && /PronType=(?:Int|Rel)/.test(feats)
  })
}

/** The verb that a conjunction joins to one right in front of it. */
function besideIt(words: readonly Word[], index: number): Word | null {
  const [verb, joint, next] = [words[index], words[index + 1], words[index + 2]]
  const isJoined = joint?.upos === 'CCONJ' && next?.head === index && next.deprel === 'conj'
  return isJoined && verb?.upos === 'VERB' && next.upos === 'VERB' ? next : null
}

const ARGUMENTS = new Set(['nsubj', 'obj', 'iobj', 'obl', 'nmod', 'appos', 'compound', 'amod'])

/** Where a clause begins for what may stand in front of it: at its subject or at the predicate itself. */
function predicateStart(words: readonly Word[], index: number): number {
  return Math.min(index, childBy(words, index, 'nsubj', 'csubj', 'expl')?.index ?? index)
}

interface Attachments {
  /** Word → times that hang on it. */
  readonly direct: ReadonlyMap<number, readonly TimeMention[]>
  /** Predicate → times that hang on something in its clause. */
  readonly within: ReadonlyMap<number, readonly TimeMention[]>
  /** Predicate → days that hang on its subject: "the attack on Friday killed two". */
  readonly subject: ReadonlyMap<number, readonly TimeMention[]>
  /** Days that a conjunction joins to the one before: "3 and 4 April". */
  readonly joined: ReadonlyMap<TimeMention, TimeMention>
  /** Number of the quotation that a word stands in, 0 outside. */
  readonly quoted: Int32Array
}

const cache = new WeakMap<readonly TimeMention[], Attachments>()

/** Made once for a list of times, so that asking for every predicate of a text stays linear. */
function attachmentsOf(words: readonly Word[], times: readonly TimeMention[]): Attachments {
  const known = cache.get(times)
  if (known && known.quoted.length === words.length) return known
  const direct = new Map<number, TimeMention[]>()
  const within = new Map<number, TimeMention[]>()
  const subject = new Map<number, TimeMention[]>()
  for (const mention of times) if (isDating(mention)) attach(words, mention, { direct, within, subject })
  const made = { direct, within, subject, joined: joinDays(words, times), quoted: quotationsOf(words) }
  cache.set(times, made)
  return made
}

/** Neighbouring days with a conjunction between them, by the first and by the second, as one period. */
function joinDays(words: readonly Word[], times: readonly TimeMention[]): Map<TimeMention, TimeMention> {
  const out = new Map<TimeMention, TimeMention>()
  for (const [i, second] of times.entries()) {
    const first = times[i - 1]
    if (!first || words[first.end]?.upos !== 'CCONJ' || first.end + 1 !== second.first) continue
    const [a, b] = [first.time, second.time]
    if (
      a.precision !== 'day' ||
      b.precision !== 'day' ||
      !a.start ||
      !b.end ||
      a.start >= b.end ||
      Date.parse(b.end) - Date.parse(a.start) > NEAR
    )
      continue
    const both: TimeMention = { ...first, end: second.end, time: { ...a, end: b.end, value: `${a.start}/${b.end}`, precision: 'range' } }
    out.set(first, both)
    out.set(second, both)
  }
  return out
}

/** A week in milliseconds. */
const NEAR = 7 * 86400000

/** The whole of the period that an expression is an end or a part of. */
function whole(found: TimeMention, { joined }: Attachments): TimeMention {
  return joined.get(found) ?? (found.range ? { ...found, time: found.range } : found)
}

function isDating({ time }: TimeMention): boolean {
  if (time.type === 'set' || time.value.endsWith('_REF')) return false
  return time.type !== 'duration' || time.start !== null || time.end !== null
}

function attach(
  words: readonly Word[],
  mention: TimeMention,
  { direct, within, subject }: Readonly<Record<'direct' | 'within' | 'subject', Map<number, TimeMention[]>>>,
): void {
  const head = words[headOf(words, mention)]
  if (!head) return
  // "the attack was on Friday": the time is the predicate, its subject is what it dates.
  const dated = childBy(words, head.index, 'cop') ? childBy(words, head.index, 'nsubj') : null
  if (dated) add(direct, dated.index, mention)
  if (head.head < 0) return
  add(direct, head.head, mention)
  // A time that opens the sentence is the clause's, also where the tree hangs it on the noun behind it.
  if (opensSentence(words, mention)) add(direct, clauseHead(words, head.head), mention)
  const rel = head.deprel
  // "Wednesday's ruling": the day of the ruling, not of what is said about it.
  if (rel === 'nmod:poss' || rel === 'compound' || rel === 'amod' || rel === 'nummod') return
  for (let i = head.head, steps = 0; steps < 8; steps++) {
    const word = words[i] as Word
    if (/^nsubj/.test(word.deprel) && mention.time.precision === 'day') add(subject, word.head, mention)
    if (!INSIDE_CLAUSE.has(relation(word)) || word.head < 0) return
    i = word.head
    add(within, i, mention)
  }
}

function opensSentence(words: readonly Word[], mention: TimeMention): boolean {
  const before = words[mention.first - 1]
  const sentence = words[mention.first]?.sentence
  return before?.sentence !== sentence || (before?.upos === 'ADP' && words[mention.first - 2]?.sentence !== sentence)
}

const INSIDE_CLAUSE = new Set(['obl', 'obj', 'iobj', 'nmod', 'advmod', 'appos', 'amod', 'nummod', 'compound', 'fixed', 'flat'])

function add(map: Map<number, TimeMention[]>, key: number, mention: TimeMention): void {
  const list = map.get(key)
  if (list) list.push(mention)
  else map.set(key, [mention])
}

/** The word of an expression that hangs on something outside it. */
function headOf(words: readonly Word[], { first, end }: TimeMention): number {
  for (let i = first; i < end; i++) {
    const head = words[i]?.head ?? -1
    if (head < first || head >= end) return i
  }
  return first
}

/** Of the first list that has any: settled before unsettled, finer before coarser, nearer before farther. */
function best(
  lists: readonly (readonly TimeMention[] | undefined)[],
  fits: (mention: TimeMention) => boolean,
  quoted: Int32Array,
  index: number,
): TimeMention | null {
  for (const list of lists) {
    let chosen: TimeMention | null = null
    for (const mention of (list ?? []).slice(0, MOST))
      if (quoted[mention.first] === quoted[index] && fits(mention) && (!chosen || isBetter(mention, chosen, index))) chosen = mention
    if (chosen) return chosen
  }
  return null
}

/** More times than this on one word are a list of figures or a broken tree; the first ones do. */
const MOST = 16

function isBetter(a: TimeMention, b: TimeMention, index: number): boolean {
  const settled = Number(isSettled(a)) - Number(isSettled(b))
  if (settled !== 0) return settled > 0
  const fine = FINENESS.indexOf(b.time.precision) - FINENESS.indexOf(a.time.precision)
  return fine !== 0 ? fine > 0 : Math.abs(a.first - index) < Math.abs(b.first - index)
}

const FINENESS: readonly TimeMention['time']['precision'][] = ['day', 'week', 'range', 'month', 'quarter', 'year']

function isSettled({ time }: TimeMention): boolean {
  return time.start !== null || time.end !== null
}

/** Numbers the quotations: words between quotation marks share a number. A straight mark opens and closes inside one sentence only. */
function quotationsOf(words: readonly Word[]): Int32Array {
  const out = new Int32Array(words.length)
  let open = 0
  let straight = false
  let count = 0
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word
    if (straight && word.sentence !== words[i - 1]?.sentence) {
      open = 0
      straight = false
    }
    if (word.form === '“' || word.form === '``' || word.form === '«') open = ++count
    else if (word.form === '”' || word.form === "''" || word.form === '»') open = 0
    else if (word.form === '"') {
      straight = open === 0
      open = straight ? ++count : 0
    }
    out[i] = open
  }
  return out
}
