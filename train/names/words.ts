import { abbreviationsOf } from '../../src/annotate/abbreviations.ts'
import { linearOf } from '../../src/annotate/linear.ts'
import { findParagraphs } from '../../src/annotate/paragraphs.ts'
import { splitSentences } from '../../src/annotate/sentences.ts'
import { tokenize, tokenizerOf } from '../../src/annotate/tokenize.ts'
import { createTokens } from '../../src/annotate/tokens.ts'
import { describeWords } from '../../src/annotate/word-features.ts'
import { english } from '../../src/lang/en/index.ts'

const { annotate } = english
const model = annotate.model('tokenizer')
const abbreviations = abbreviationsOf(annotate)
const tokenizer = tokenizerOf(model, { abbreviations, clitics: annotate.clitics, whole: annotate.whole })
const splitter = { boundaries: linearOf(model, 'boundaries'), abbreviations }

/** Sentences of a text, and its words with their place. */
export interface CutText {
  readonly sentences: readonly { readonly first: number; readonly end: number }[]
  readonly words: readonly { readonly form: string; readonly start: number; readonly end: number }[]
}

/** Sentences and words of a text as the reader cuts them, without tags and trees: names rest on the words alone. */
export function cutWords(text: string): CutText {
  const tokens = createTokens(Math.max(16, text.length >> 2))
  const sentences: { first: number; end: number }[] = []
  for (const span of findParagraphs(text)) {
    let first = tokens.count
    tokenize(text, span, tokenizer, tokens)
    const info = describeWords(text, tokens, first, tokens.count)
    for (const end of splitSentences(text, tokens, info, first, tokens.count, splitter)) {
      sentences.push({ first, end })
      first = end
    }
  }
  const words = Array.from({ length: tokens.count }, (_, i) => {
    const start = tokens.starts[i] as number
    const end = tokens.ends[i] as number
    return { form: tokens.forms.get(i) ?? text.slice(start, end), start, end }
  })
  return { sentences, words }
}
