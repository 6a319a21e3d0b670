import type { Language } from '../../document/language.ts'
import type { Word } from '../../document/layers.ts'
import type { MentionIndex } from '../../document/mentions.ts'
import { readsAs } from '../../document/phrase.ts'
import { clauseHead, relation, subtree } from '../../document/tree.ts'
import { afterArticle } from './beside-verb.ts'
import type { Cue } from './cue.ts'

/** "…, according to the ministry". */
export function attributionCue(words: readonly Word[], word: Word, index: MentionIndex, language: Language): Cue | null {
  for (const phrase of language.statements.attributions) {
    if (!readsAs(words, word.index, phrase)) continue
    const last = word.index + phrase.length
    let source = words[word.head]
    if (!source || source.index < last) source = words[last] && nounAfter(words, last)
    if (!source) return null
    if (language.statements.standards.has(source.lemma.toLowerCase())) return null
    const content = attributedWords(words, word.index, source.index, phrase.length)
    return {
      rule: 'statements/source-phrase',
      words: phrase.map((_, k) => word.index + k),
      act: 'assert',
      speaker: index.at(source.index).length ? source.index : (index.startingAt(afterArticle(words, last))?.head ?? source.index),
      content,
      addressee: null,
      // "According to Lee, the road is closed" says nothing of a quotation in front of it.
      quotes: words[word.index - 1]?.sentence === word.sentence || content.length === 0,
    }
  }
  return null
}

/**
 * What a source phrase is about. Set off by a comma, or at the start, it covers its sentence up to the next comma-bound phrase of
 * the kind; inside a clause it covers that clause.
 */
function attributedWords(words: readonly Word[], first: number, source: number, length: number): number[] {
  const { sentence } = words[first] as Word
  const own = new Set(subtree(words, source))
  for (let k = 0; k < length; k++) own.add(first + k)
  const before = words[first - 1]
  const setOff = !before || before.sentence !== sentence || before.upos === 'PUNCT'
  const governor = words[source]?.head ?? -1
  if (!setOff && governor >= 0) return subtree(words, clauseHead(words, governor), w => own.has(w.index)).filter(i => !own.has(i))
  const out: number[] = []
  let start = first
  while (words[start - 1]?.sentence === sentence) start--
  for (let i = start; words[i]?.sentence === sentence; i++) if (!own.has(i)) out.push(i)
  // A phrase at the end of its clause says nothing of the clause that "and" adds.
  const joined =
    before?.sentence === sentence
      ? out.findIndex(
          i =>
            i > first &&
            words[i]?.upos === 'CCONJ' &&
            words[i - 1]?.form === ',' &&
            relation(words[(words[i] as Word).head] as Word) === 'conj',
        )
      : -1
  return joined < 0 ? out : out.slice(0, joined)
}

function nounAfter(words: readonly Word[], from: number): Word | undefined {
  for (let i = from; i < Math.min(words.length, from + 12); i++) {
    const word = words[i] as Word
    if ((word.upos === 'NOUN' || word.upos === 'PROPN') && (word.head < from || word.head > i + 12)) return word
  }
  return undefined
}
