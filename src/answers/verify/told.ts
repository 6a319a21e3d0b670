import { annotate } from '../../annotate/annotate.ts'
import { type ClaimAnswers, NO_CLAIM_ANSWERS } from '../../document/answers/claims.ts'
import type { Language } from '../../document/language.ts'
import type { Sentence, Word } from '../../document/layers.ts'
import { loadLanguage } from '../../lang/index.ts'
import type { EntityRecord } from '../../record/entity.ts'
import type { ReadingRecord } from '../../record/reading.ts'
import type { Span } from '../../record/span.ts'
import { indexText, type TextIndex } from './text-index.ts'

/** A text as it is compared, claim or cited: its reading, and its words with their lemmas and trees. */
export interface Told {
  readonly reading: ReadingRecord
  readonly language: Language
  readonly cues: ClaimAnswers['cues']
  readonly anybody: ClaimAnswers['anybody']
  readonly opposites: ClaimAnswers['opposites']
  readonly same: ClaimAnswers['same']
  readonly everywhere: ClaimAnswers['everywhere']
  readonly words: readonly Word[]
  readonly sentences: readonly Sentence[]
  readonly entities: ReadonlyMap<string, EntityRecord>
  readonly index: TextIndex
}

/** Makes a reading ready to be compared; null where Griot does not read its language. */
export async function tell(reading: ReadingRecord): Promise<Told | null> {
  const language = await loadLanguage(reading.report.language)
  if (!language) return null
  const { words, sentences } = annotate(reading.report.text, language)
  const entities = new Map(reading.entities.map(entity => [entity.id, entity]))
  return { reading, language, ...(language.claims ?? NO_CLAIM_ANSWERS), words, sentences, entities, index: indexText(reading, sentences) }
}

/** The words of a span, in reading order. */
export function wordsIn({ words }: Told, [start, end]: Span): Word[] {
  const out: Word[] = []
  for (let i = firstFrom(words, start); i < words.length; i++) {
    const word = words[i] as Word
    if (word.start >= end) break
    out.push(word)
  }
  return out
}

/** The sentence in which a span begins; the span itself where there is none. */
export function sentenceAround(told: Told, span: Span): Span {
  return told.sentences[sentenceAt(told, span)]?.span ?? span
}

/** Number of the sentence in which a span begins, from 0. */
export function sentenceAt({ sentences }: Told, [start]: Span): number {
  let low = 0
  let high = sentences.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sentences[middle] as Sentence).span[1] <= start) low = middle + 1
    else high = middle
  }
  return low
}

/** The words of a span as a quotation: one line. */
export function quote({ reading }: Told, span: Span): string {
  return reading.report.text
    .slice(...span)
    .replace(/\s+/g, ' ')
    .trim()
}

/** Does the outer span hold where the inner one begins? */
export function holds(outer: Span, inner: Span): boolean {
  return inner[0] >= outer[0] && inner[0] < outer[1]
}

function firstFrom(words: readonly Word[], start: number): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle] as Word).end <= start) low = middle + 1
    else high = middle
  }
  return low
}
