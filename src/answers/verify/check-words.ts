import type { Word } from '../../document/layers.ts'
import { childrenBy, relation } from '../../document/tree.ts'
import { formatDays } from '../../formats/view/values.ts'
import { STATUS_WORDS } from '../../formats/view/words.ts'
import type { EventStatus } from '../../record/event.ts'
import type { Span } from '../../record/span.ts'
import { foldName } from '../../util/fold.ts'
import { type Cited, spansLike } from './cited.ts'
import { matchDays } from './days.ts'
import type { Finding } from './finding.ts'
import { isSame, type Party, partiesIn } from './parties.ts'
import { within } from './text-index.ts'
import { quote, sentenceAround, sentenceAt, type Told, wordsIn } from './told.ts'
import { type Coverage, coverOf, isToldBy, shareWithoutNumbers, statusAt, tellSame } from './wording.ts'

/** A sentence that has this share of a claim's words tells the same. */
const LEAST_SHARED = 0.75

/** Checks a sentence from which no record was read: the sentence of the text that has most of its words, and whether that one tells it as done. */
export function checkWords(claim: Told, span: Span, from: Cited, keys: readonly string[]): Finding {
  const cited = from.told
  let best: {
    readonly span: Span
    readonly rank: number
    readonly share: number
    readonly onlyNames: boolean
    readonly noNumber: boolean
  } | null = null
  const hasNumber = wordsIn(claim, span).some(({ upos }) => upos === 'NUM')
  for (const sentence of spansLike(from, keys)) {
    const isVerb = hasVerb(claim, span, cited, sentence)
    const cover = coverOf(claim, span, cited, isVerb && !hasNumber ? reachOf(cited, sentence) : sentence)
    const { count, missing } = cover
    const share = shareWithoutNumbers(cover)
    // Of two sentences the one with the claim's verb tells it.
    const rank = share + (isVerb ? VERB_SHARE : 0)
    if (count < 2 || share === 0 || rank <= (best?.rank ?? 0)) continue
    const onlyNames = missing.every(term => term.isName)
    best = { span: sentence, rank, share, onlyNames, noNumber: missing.some(({ word }) => word.upos === 'NUM') }
  }
  const isTold = best !== null && best.share >= LEAST_SHARED
  if (!best || (!isTold && !(best.onlyNames && best.share >= 0.5)))
    return { verdict: 'absent', because: 'No sentence of the cited text says this.', quote: null, records: [] }
  const words = quote(cited, best.span)
  if (best.noNumber && hasVerb(claim, span, cited, best.span))
    return { verdict: 'contradicted', because: 'A sentence says it with another number or none.', quote: words, records: [] }
  const lemmas = new Set(wordsIn(claim, span).map(({ lemma }) => lemma))
  const others = new Set(wordsIn(cited, best.span).map(({ lemma }) => lemma))
  const [own, theirs] = [statusOf(claim, span, others), statusOf(cited, best.span, lemmas)]
  const because = `A sentence tells it as ${STATUS_WORDS[theirs] || 'a fact'}.`
  const isNotSo: Finding = { verdict: 'contradicted', because, quote: words, records: [] }
  if (own !== theirs && hasVerb(claim, span, cited, best.span)) return isNotSo
  if (best.onlyNames && best.share < 1 && isNominal(claim, span))
    return { verdict: 'contradicted', because: 'A sentence says it of somebody else.', quote: words, records: [] }
  if (best.onlyNames && best.share < 1)
    return { verdict: 'other', because: 'A sentence says it, but of somebody else.', quote: words, records: [] }
  if (!hasVerb(claim, span, cited, best.span))
    return { verdict: 'absent', because: 'Only something like it is told, in other words.', quote: words, records: [] }
  if (isOtherParty(claim, span, cited, best.span))
    return { verdict: 'other', because: 'A sentence says it, but of somebody else.', quote: words, records: [] }
  if (own !== theirs) return isNotSo
  const status = otherStatus(claim, span, cited, best.span)
  if (status) return { verdict: 'contradicted', because: `A sentence says it of one who is "${status}".`, quote: words, records: [] }
  const day = otherDay(claim, span, cited, best.span)
  if (day) return { verdict: 'other', because: `A sentence says it, but of ${day}.`, quote: words, records: [] }
  return { verdict: 'supported', because: 'A sentence of the text has these words.', quote: words, records: [] }
}

/** "The foreign minister", "the deputy foreign minister": a word on an office of the sentence that makes it another one than the claim's. */
function otherStatus(claim: Told, span: Span, cited: Told, sentence: Span): string | null {
  const { offices, statuses } = cited.language.positions
  const own = wordsIn(claim, span)
  const held = new Set(own.flatMap(({ upos, lemma }) => (upos === 'NOUN' || upos === 'PROPN' ? [foldName(lemma)] : [])))
  for (const word of wordsIn(cited, sentence)) {
    if (!held.has(foldName(word.lemma)) || !offices.has(word.lemma.toLowerCase())) continue
    for (let i = word.index - 1; i >= 0 && i > word.index - MOST_TITLE; i--) {
      const { lower, upos } = cited.words[i] as Word
      if (!(upos === 'ADJ' || upos === 'NOUN' || upos === 'PROPN')) break
      const status = statuses.get(lower)
      if ((status === 'deputy' || status === 'former') && !own.some(word => word.lower === lower)) return lower
    }
  }
  return null
}

/** Words of a title in front of its noun. */
const MOST_TITLE = 5

/** The days of a sentence where it has days, and none of them is one of the claim; null where it has none or the claim names none. */
function otherDay(claim: Told, span: Span, cited: Told, sentence: Span): string | null {
  const dated = (told: Told, at: Span) => within(told.index.times, at).filter(({ start, end }) => start ?? end)
  const [own, theirs] = [dated(claim, span), dated(cited, sentence)]
  const isOther = own.length > 0 && own.every(day => theirs.every(other => matchDays(day, other) === 'different'))
  return theirs[0] && isOther ? (formatDays(theirs[0]) ?? 'another time') : null
}

/** "The minister is Luc Marchand": whoever else is the minister, he is not. */
function isNominal(claim: Told, span: Span): boolean {
  const root = wordsIn(claim, span).find(word => relation(word) === 'root')
  return root !== undefined && root.upos !== 'VERB' && childrenBy(claim.words, root.index, 'cop').length > 0
}

/** The words of a claim, but with a verb that says the opposite of its own: "welcomed the truce", "condemned the truce". */
export function checkOpposite(claim: Told, span: Span, cited: Cited, keys: readonly string[]): Finding | null {
  const { told } = cited
  const lemmas = new Set(wordsIn(claim, span).map(({ lemma }) => lemma))
  const isSaidSo = statusOf(claim, span) === 'occurred'
  for (const sentence of spansLike(cited, keys)) {
    const own = coverOf(claim, span, told, sentence)
    const cover = opposedIn(own, told, sentence, lemmas) ? own : coverOf(claim, span, told, reachOf(told, sentence))
    const known = cover.count - cover.missing.length
    if (known < 2 || (known + 1) / cover.count < LEAST_SHARED * 0.9) continue
    const verb = opposedIn(cover, told, sentence, lemmas)
    const found = { quote: quote(told, sentence), records: [] }
    if (verb) return { verdict: 'contradicted', because: `The text says the opposite: "${verb}".`, ...found }
    const nothing = deniedNoun(claim, span, told, sentence)
    if (nothing) return { verdict: 'contradicted', because: `The text says that there is no ${nothing}.`, ...found }
    const isNobody = isSaidSo && cover.missing.length > 0 && cover.missing.every(({ isName }) => isName)
    if (isNobody && hasNobody(told, sentence, lemmas)) return { verdict: 'contradicted', because: 'The text says it of nobody.', ...found }
  }
  return null
}

/** A verb of the sentence, not one of the claim's own, that is against one of the claim that the sentence does not have. */
function opposedIn({ missing }: Coverage, told: Told, sentence: Span, lemmas: ReadonlySet<string>): string | null {
  const against = missing.flatMap(({ word }) =>
    word.upos === 'VERB' || word.upos === 'ADJ' ? [...(told.opposites.get(word.lemma) ?? [])] : [],
  )
  const verb = wordsIn(told, sentence).find(
    ({ upos, lemma }) => (upos === 'VERB' || upos === 'ADJ') && against.includes(lemma) && !isToldBy(told, lemma, lemmas),
  )
  if (verb?.upos === 'VERB' && statusAt(told, verb.index) === 'planned') return null
  const isNot = verb?.children.some(child => told.cues.get(told.words[child]?.lower ?? '')?.includes('negated'))
  return verb && !isNot ? verb.lower : null
}

/** "Found fraud", "noted faults but no fraud": a noun of the claim that the sentence has with a "no" of its own. */
function deniedNoun(claim: Told, span: Span, told: Told, sentence: Span): string | null {
  const own = new Set(wordsIn(claim, span).flatMap(word => (word.upos === 'NOUN' && !isDenied(claim, word) ? word.lemma : [])))
  return wordsIn(told, sentence).find(word => word.upos === 'NOUN' && own.has(word.lemma) && isDenied(told, word))?.lemma ?? null
}

function isDenied({ words, cues }: Told, noun: Word): boolean {
  return childrenBy(words, noun.index, 'det').some(({ lower }) => cues.get(lower)?.includes('negated'))
}

/** "No group has claimed the attack": is the subject of the claim's verb nobody? */
function hasNobody(told: Told, sentence: Span, lemmas: ReadonlySet<string>): boolean {
  const verb = wordsIn(told, sentence).find(({ upos, lemma }) => upos === 'VERB' && lemmas.has(lemma))
  const subject = verb && childrenBy(told.words, verb.index, 'nsubj')[0]
  const words = subject ? [subject, ...childrenBy(told.words, subject.index, 'det')] : []
  return words.some(word => told.cues.get(word.lower)?.includes('negated'))
}

/** A sentence with a pronoun, or with a bare noun that is known ("the attack"), has what it means from the one before it. */
export function reachOf(told: Told, sentence: Span): Span {
  const before = told.sentences[sentenceAt(told, sentence) - 1]
  return before && wordsIn(told, sentence).some(word => pointsBack(told, word)) ? [before.span[0], sentence[1]] : sentence
}

function pointsBack({ words, index }: Told, { upos, children, start, end }: Word): boolean {
  if (upos === 'PRON') return true
  const [article, other] = children.map(child => words[child]).filter(word => word?.upos !== 'PUNCT')
  const isKnown = upos === 'NOUN' && article?.feats.includes('Definite=Def') === true && other === undefined
  return isKnown && !within(index.mentions, [start, end]).some(({ mention }) => mention.as === 'name')
}

/** Does the sentence have the verb of the claim, or a word of the same stem? */
function hasVerb(claim: Told, span: Span, cited: Told, sentence: Span): boolean {
  const verb = wordsIn(claim, span).find(word => word.upos === 'VERB' && relation(word) === 'root')
  if (!verb) return true
  const stem = verb.lemma.slice(0, STEM)
  return wordsIn(cited, sentence).some(
    ({ lemma }) => tellSame(cited, verb.lemma, lemma) || (stem.length === STEM && lemma.startsWith(stem)),
  )
}

const STEM = 5
const VERB_SHARE = 0.25

/** Does the sentence have another named party as subject or object of the claim's verb? */
function isOtherParty(claim: Told, span: Span, cited: Told, sentence: Span): boolean {
  const verb = wordsIn(claim, span).find(word => word.upos === 'VERB' && relation(word) === 'root')
  const theirs = verb && wordsIn(cited, sentence).find(word => word.upos === 'VERB' && word.lemma === verb.lemma)
  if (!verb || !theirs) return false
  if (isOtherSubject(claim, verb, cited, theirs, sentence)) return true
  return SIDES.some(side => {
    const [a, b] = [partiesAt(claim, verb, side), partiesAt(cited, theirs, side)].map(list => list.filter(({ isNamed }) => isNamed))
    return a !== undefined && b !== undefined && a.length > 0 && b.length > 0 && !a.some(x => b.some(y => isSame(x, y)))
  })
}

/** Is the subject of the claim's verb nowhere in a sentence whose verb has a named one? */
function isOtherSubject(claim: Told, verb: Word, cited: Told, theirs: Word, sentence: Span): boolean {
  const [subject, other] = [childrenBy(claim.words, verb.index, 'nsubj')[0], childrenBy(cited.words, theirs.index, 'nsubj')[0]]
  const isNamed = other && [other, ...other.children.map(child => cited.words[child])].some(word => word?.upos === 'PROPN')
  if (!subject || !isNamed) return false
  return coverOf(claim, [subject.start, subject.end], cited, sentence).share === 0
}

const SIDES = ['nsubj', 'obj'] as const

/** Who stands as subject or object of a verb; "whom" stands for the noun in front of it. */
function partiesAt(told: Told, verb: Word, side: (typeof SIDES)[number]): Party[] {
  const word = childrenBy(told.words, verb.index, side)[0]
  if (!word) return []
  const meant = word.upos === 'PRON' && verb.deprel === 'acl:relcl' ? (told.words[verb.head] ?? word) : word
  const all = [meant, ...meant.children.flatMap(child => (told.words[child]?.deprel.startsWith('flat') ? (told.words[child] ?? []) : []))]
  return all.flatMap(({ start, end }) => partiesIn(told, [start, end]))
}

/** Whether what a sentence tells took place: its verbs, the least certain of them; of those with these lemmas where it has one. */
function statusOf(told: Told, span: Span, lemmas: ReadonlySet<string> = new Set()): EventStatus {
  const all = wordsIn(told, sentenceAround(told, span)).filter(word => word.upos === 'VERB')
  const named = all.filter(({ lemma }) => isToldBy(told, lemma, lemmas))
  const verbs = named.length > 0 ? named : all
  const found = verbs.map(verb => statusAt(told, verb.index))
  return (['denied', 'negated', 'planned', 'possible'] as const).find(status => found.includes(status)) ?? 'occurred'
}
