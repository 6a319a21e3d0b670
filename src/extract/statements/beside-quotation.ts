import type { Word } from '../../document/layers.ts'
import type { MentionIndex } from '../../document/mentions.ts'
import { relation } from '../../document/tree.ts'
import { afterArticle, behindVerb } from './beside-verb.ts'
import type { Cue } from './cue.ts'
import type { Quotation } from './quotations.ts'

/** How many words the phrase of the speaker may take between a quotation and the verb behind it. */
const PHRASE = 40

/**
 * "“…,” said Ann Lee, the mayor" and "“…,” Ann Lee, the mayor, said": right behind a quotation the speaker's phrase follows the verb or
 * opens the clause, whatever the tree says of it.
 */
export function besideQuotation(
  cue: Cue,
  text: string,
  words: readonly Word[],
  index: MentionIndex,
  quotations: readonly Quotation[],
): Cue {
  const verb = words[cue.words[0] as number]
  if (!cue.quotes || !verb || (verb.upos !== 'VERB' && verb.upos !== 'AUX')) return cue
  if (quotations.some(q => q.inner[0] <= verb.start && verb.start < q.inner[1])) return cue
  const before = quotations.findLast(q => q.outer[1] <= verb.start && !q.continues)
  if (!before) return cue
  const first = firstBehind(words, verb.index, before.outer[1])
  if (first === null) return cue
  const clause = (words[first] as Word).start
  if (between(words, first, verb.index).every(w => w.upos === 'ADV' || w.upos === 'AUX')) {
    const speaker = behindVerb(words, verb, index)
    // "“…,” said one of them": what the tree takes from inside the quotation does not say it.
    const inside =
      cue.speaker !== null &&
      quotations.some(
        q => q.inner[0] <= (words[cue.speaker as number]?.start ?? -1) && (words[cue.speaker as number]?.end ?? 0) <= q.inner[1],
      )
    return speaker ? { ...cue, speaker: speaker.head, clause } : inside ? { ...cue, speaker: null, clause } : cue
  }
  // A full stop in front of the closing mark: what stands behind is a sentence of its own.
  if (/\.\s?['’]?$/.test(text.slice(...before.inner).slice(-3))) return cue
  const opening = index.startingAt(afterArticle(words, first))
  if (!opening || opening.end > verb.index || opening.rule === 'mentions/relative') return cue
  return between(words, opening.end, verb.index).some(w => isMainVerb(words, w)) ? cue : { ...cue, speaker: opening.head, clause }
}

/** The first word behind a quotation's end, marks aside; null where a sentence ends in between or the verb is too far. */
function firstBehind(words: readonly Word[], verb: number, end: number): number | null {
  let first = verb
  while (first > 0 && verb - first < PHRASE && (words[first - 1] as Word).start >= end && !/[.?!:]$/.test(stop(words[first - 1] as Word)))
    first--
  const previous = words[first - 1]
  if (previous && previous.start >= end) return null
  while (first < verb && words[first]?.upos === 'PUNCT') first++
  return first
}

/** The form of a mark that could end a sentence. */
function stop(word: Word): string {
  return word.upos === 'PUNCT' ? word.form : ''
}

function between(words: readonly Word[], from: number, to: number): readonly Word[] {
  return words.slice(from, to)
}

/** A finite verb that is in no relative clause. */
function isMainVerb(words: readonly Word[], word: Word): boolean {
  if (word.upos !== 'VERB' || !word.feats.includes('VerbForm=Fin')) return false
  if (relation(word) === 'acl') return false
  for (let i = word.index - 1; i > word.index - 6 && i >= 0; i--) if (words[i]?.feats.includes('PronType=Rel')) return false
  return true
}
