import type { SpeechVerb } from '../../document/answers/statements.ts'
import type { Language } from '../../document/language.ts'
import type { Word } from '../../document/layers.ts'
import type { MentionIndex } from '../../document/mentions.ts'
import { afterArticle, beforeVerb, behindVerb, frontOf, isFiniteVerb, isMarkedFinite } from './beside-verb.ts'
import { opensAlone } from './clause-content.ts'
import type { Content } from './cue.ts'

/** A cue found by the order of the words, with the head of the speaker's phrase. */
type Ordered = Content & { readonly speaker: number }

/** How many words the order looks at on either side of a cue, so that time stays linear. */
const REACH = 200

/**
 * "…, the minister said on Wednesday": the subject stands between a comma and the verb, and no clause follows. The order of the words
 * is surer than the tree here.
 */
export function postposedCue(
  words: readonly Word[],
  word: Word,
  verb: SpeechVerb,
  index: MentionIndex,
  language: Language,
): Ordered | null {
  const before = beforeVerb(words, word, index)
  if (!before || !isFiniteVerb(words, word)) return null
  let speaker = before
  let i = frontOf(words, before.first)
  if (words[i]?.upos === 'CCONJ') {
    const other = index.endingAt(i)
    if (!other) return null
    speaker = other
    i = frontOf(words, other.first)
  }
  const mark = words[i]
  if (!mark || mark.form !== ',' || mark.sentence !== word.sentence) return null
  const content = segmentBefore(words, i)
  if (!content.some(k => isVerbal(words[k]) && tellsAlone(words, words[k] as Word)) || isSubordinate(words, content)) return null
  if (hasFiniteVerb(words, word) && !endsBehind(words, word, verb.addressee, language)) return null
  if (words[word.index + 1]?.form === ',' && !hasFiniteVerb(words, word)) content.push(...segmentBehind(words, word.index + 2))
  return { rule: 'statements/postposed-cue', content, speaker: speaker.head }
}

/** A finite verb, or a past form that the tree may have hung on its own subject: "the truce |held|, monitors said". */
function tellsAlone(words: readonly Word[], word: Word): boolean {
  // "|Asked| about the shelling, the army said …": a participle that opens the sentence, whatever the tagger reads.
  if (opensAlone(words, word)) return false
  if (isFiniteVerb(words, word)) return true
  const noun = words[word.head]
  return word.deprel === 'acl' && word.feats.includes('Tense=Past') && noun?.deprel === 'nsubj' && noun.index < word.index
}

function isVerbal(word: Word | undefined): boolean {
  return word?.upos === 'VERB' || word?.upos === 'AUX'
}

/** "When the rain stopped, the mayor warned of …": a subordinate clause alone is nothing said. */
function isSubordinate(words: readonly Word[], content: readonly number[]): boolean {
  const first = words[content[0] as number] as Word
  const opens = first.upos === 'SCONJ' || (first.deprel === 'advmod' && first.feats.includes('PronType'))
  return opens && !content.some(k => words[k]?.form === ',')
}

function hasFiniteVerb(words: readonly Word[], word: Word): boolean {
  return segmentBehind(words, word.index + 1).some(k => (words[k] as Word).feats.includes('VerbForm=Fin'))
}

/** "…, witnesses said, though it was unclear …": a comma behind the cue and a clause that is the writer's own. */
function endsBehind(words: readonly Word[], word: Word, addressee: ReadonlySet<string>, language: Language): boolean {
  const close = closingComma(words, word, addressee)
  const next = close === null ? undefined : words[close + 1]
  return next !== undefined && (language.statements.remarks.has(next.lower) || OWN.test(next.feats))
}

/** Participles and relative pronouns behind a cue go on about the speaker. */
const OWN = /VerbForm=(?:Ger|Part)|PronType=Rel/

/** The words in front of one, back to a semicolon or the start of the sentence. */
function segmentBefore(words: readonly Word[], end: number): number[] {
  const out: number[] = []
  const sentence = words[end]?.sentence
  for (let k = end - 1; k > end - REACH && words[k]?.sentence === sentence && words[k]?.form !== ';'; k--) out.push(k)
  out.reverse()
  return out.slice(behindDateline(words, out))
}

/** How many words a place, a date and an agency in front of a report may take. */
const DATELINE = 20

/** Where the report begins behind "GOMA, Congo, Sept 9 (Press) -": a dash with blanks around it and no verb in front; 0 where there is none. */
function behindDateline(words: readonly Word[], run: readonly number[]): number {
  for (let k = 0; k < Math.min(run.length, DATELINE); k++) {
    const at = words[run[k] as number] as Word
    if (isVerbal(at)) return 0
    if (/^[-–—―]+$/.test(at.form) && at.start > (words[at.index - 1]?.end ?? 0)) return k + 1
  }
  return 0
}

/** The words from one on, up to a semicolon or the end of the sentence. */
function segmentBehind(words: readonly Word[], first: number): number[] {
  const out: number[] = []
  const sentence = words[first - 1]?.sentence
  for (let k = first; k < first + REACH && words[k]?.sentence === sentence && words[k]?.form !== ';'; k++) out.push(k)
  return out
}

/** "Lagos, which denies it, said …": does a phrase in front of the verb open its sentence or what a semicolon sets off? */
function opensSegment(words: readonly Word[], first: number, word: Word): boolean {
  const front = words[frontOf(words, first)]
  return front?.sentence !== word.sentence || front.form === ';' || front.upos === 'CCONJ'
}

/** How many words may follow the verb of a cue that commas set off: "the minister said on Friday in Bamako". */
const INSERTED = 12

/**
 * "Prices, the minister said on Friday, would fall": commas set off the speaker and the verb, the sentence goes on around them. What
 * follows the verb opens with a preposition, an adverb or the one spoken to, else it is what is said.
 */
export function parentheticCue(
  words: readonly Word[],
  word: Word,
  verb: SpeechVerb,
  index: MentionIndex,
  language: Language,
): Ordered | null {
  const before = beforeVerb(words, word, index)
  if (!before || !isFiniteVerb(words, word)) return null
  let open = frontOf(words, before.first)
  for (let k = 0; k < 8 && /^(?:SCONJ|ADP|NOUN|PROPN|ADJ|DET|PART)$/.test(words[open]?.upos ?? ''); k++) open--
  const phrase = index.startingAt(afterArticle(words, open + 1))
  if (words[open]?.form !== ',' || words[open]?.sentence !== word.sentence) return null
  const close = closingComma(words, word, verb.addressee)
  const next = close === null ? undefined : words[close + 1]
  if (close === null || !next || next.sentence !== word.sentence || next.upos === 'PUNCT') return null
  if (OWN.test(next.feats) || language.statements.remarks.has(next.lower)) return null
  // "charities that, |she claimed|, take bribes": what is said is the relative clause alone.
  if (words[open - 1]?.feats.includes('PronType=Rel'))
    return { rule: 'statements/inserted-cue', content: segmentBehind(words, close + 1), speaker: (phrase ?? before).head }
  const front = segmentBefore(words, open)
  const joins = next.upos === 'CCONJ' || next.upos === 'SCONJ'
  if (joins && (isVerbal(words[close + 2]) || !front.some(k => isMarkedFinite(words, words[k] as Word)))) return null
  const back = segmentBehind(words, close + 1)
  if (!front.some(k => words[k]?.upos !== 'PUNCT') || !back.some(k => isMarkedFinite(words, words[k] as Word))) return null
  return { rule: 'statements/inserted-cue', content: [...front, ...back], speaker: (phrase ?? before).head }
}

/** The comma that ends an inserted cue, or null. */
function closingComma(words: readonly Word[], word: Word, addressee: ReadonlySet<string>): number | null {
  const first = words[word.index + 1]
  const opens = first && (first.upos === 'ADP' || first.upos === 'ADV' || (addressee.has('obj') && first.deprel.endsWith('obj')))
  if (!first || (first.form !== ',' && !opens)) return null
  for (let k = word.index + 1; k <= word.index + INSERTED && words[k]?.sentence === word.sentence; k++) {
    const at = words[k] as Word
    if (at.form === ',') return k
    if (at.upos === 'SCONJ' || at.upos === 'PUNCT' || isFiniteVerb(words, at)) return null
  }
  return null
}

/** "…, said Petrus Korisano, an official": the subject stands behind the verb, the clause and a comma (or a quotation) in front. */
export function invertedCue(words: readonly Word[], word: Word, { addressee }: SpeechVerb, index: MentionIndex): Ordered | null {
  const behind = behindVerb(words, word, index)
  const comma = words[word.index - 1]
  // What follows "told" is who was told, and what stands for nobody ("yesterday") says nothing.
  if (
    !behind ||
    addressee.has('obj') ||
    (behind.kind === null && behind.as === 'description') ||
    comma?.form !== ',' ||
    comma.sentence !== word.sentence ||
    !isFiniteVerb(words, word)
  )
    return null
  const front = beforeVerb(words, word, index)
  if (front && opensSegment(words, front.first, word)) return null
  const next = words[behind.end]
  // "…, said the army would leave": a verb behind the noun makes it the subject of what is said.
  if (next?.sentence === word.sentence && /^(?:VERB|AUX|ADV)$/.test(next.upos)) return null
  const content = segmentBefore(words, word.index - 1)
  return content.some(k => isMarkedFinite(words, words[k] as Word))
    ? { rule: 'statements/postposed-cue', content, speaker: behind.head }
    : null
}
