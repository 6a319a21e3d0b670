import type { Word } from '../../document/layers.ts'
import type { MentionIndex } from '../../document/mentions.ts'
import { afterArticle, beforeVerb, behindVerb, frontOf, isFiniteVerb } from './beside-verb.ts'
import type { Content } from './cue.ts'

/**
 * "…, the minister said on Wednesday": the subject stands between a comma and the verb, and no clause follows. The order of the words
 * is surer than the tree here.
 */
export function postposedCue(words: readonly Word[], word: Word, index: MentionIndex): (Content & { speaker: number }) | null {
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
  const content: number[] = []
  let verbs = 0
  for (let k = i - 1; words[k]?.sentence === word.sentence; k--) {
    content.unshift(k)
    if (/^(?:VERB|AUX)$/.test((words[k] as Word).upos) && isFiniteVerb(words, words[k] as Word)) verbs++
  }
  if (!verbs) return null
  for (let k = word.index + 1; words[k]?.sentence === word.sentence; k++) if ((words[k] as Word).feats.includes('VerbForm=Fin')) return null
  if (words[word.index + 1]?.form === ',') for (let k = word.index + 2; words[k]?.sentence === word.sentence; k++) content.push(k)
  return { rule: 'statements/postposed-cue', content, speaker: speaker.head }
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
  addressee: ReadonlySet<string>,
  index: MentionIndex,
): (Content & { speaker: number }) | null {
  const before = beforeVerb(words, word, index)
  if (!before || !isFiniteVerb(words, word)) return null
  let open = frontOf(words, before.first)
  for (let k = 0; k < 8 && /^(?:SCONJ|ADP|NOUN|PROPN|ADJ|DET|PART)$/.test(words[open]?.upos ?? ''); k++) open--
  const phrase = index.startingAt(afterArticle(words, open + 1))
  if (words[open]?.form !== ',' || words[open]?.sentence !== word.sentence) return null
  const close = closingComma(words, word, addressee)
  const next = close === null ? undefined : words[close + 1]
  if (close === null || !next || next.sentence !== word.sentence || !/^(?:AUX|VERB|ADV|DET|PRON|NOUN|PROPN|ADP)$/.test(next.upos))
    return null
  if (/^VerbForm=(?:Ger|Part)|\|VerbForm=(?:Ger|Part)|PronType=Rel/.test(next.feats)) return null
  const front: number[] = []
  for (let k = open - 1; words[k]?.sentence === word.sentence; k--) front.unshift(k)
  const back: number[] = []
  for (let k = close + 1; words[k]?.sentence === word.sentence; k++) back.push(k)
  if (!front.some(k => words[k]?.upos !== 'PUNCT') || !back.some(k => isFiniteVerb(words, words[k] as Word))) return null
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
export function invertedCue(words: readonly Word[], word: Word, index: MentionIndex): (Content & { speaker: number }) | null {
  const behind = behindVerb(words, word, index)
  const comma = words[word.index - 1]
  if (!behind || comma?.form !== ',' || comma.sentence !== word.sentence || !isFiniteVerb(words, word)) return null
  const next = words[behind.end]
  // "…, said the army would leave": a verb behind the noun makes it the subject of what is said.
  if (next?.sentence === word.sentence && /^(?:VERB|AUX|ADV)$/.test(next.upos)) return null
  const content: number[] = []
  for (let k = word.index - 2; words[k]?.sentence === word.sentence; k--) content.unshift(k)
  return content.some(k => isFiniteVerb(words, words[k] as Word))
    ? { rule: 'statements/postposed-cue', content, speaker: behind.head }
    : null
}
