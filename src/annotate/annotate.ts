import type { AnnotateAnswers } from '../document/answers/annotate.ts'
import type { Language } from '../document/language.ts'
import { type Layers, type Sentence, UPOS, type Word } from '../document/layers.ts'
import { stage } from '../document/stage.ts'
import { abbreviationsOf } from './abbreviations.ts'
import { fillKnowledge } from './knowledge.ts'
import { type LemmaModel, lemmaOf, lemmatizerOf } from './lemmatize.ts'
import { linearOf } from './linear.ts'
import { findParagraphs } from './paragraphs.ts'
import { createParser, type Parser, parse } from './parse.ts'
import { type SentenceModel, splitSentences } from './sentences.ts'
import { findFeatures, type TaggerModel, taggerOf, tagSentence } from './tag.ts'
import { type TokenizerModel, tokenize, tokenizerOf } from './tokenize.ts'
import { createTokens, type Tokens } from './tokens.ts'
import { describeWords, WIDTH } from './word-features.ts'

/** Everything that the chain from text to tree has learned. */
interface Models {
  readonly tokenizer: TokenizerModel
  readonly sentences: SentenceModel
  readonly tagger: TaggerModel
  readonly lemmatizer: LemmaModel
  readonly parser: Parser
}

const prepared = new WeakMap<AnnotateAnswers, Models>()

/** Cuts the report into sentences and words, tags them, finds lemmas and hangs each word on its head. */
export const wordsStage = stage({
  name: 'words',
  needs: ['report'],
  gives: ['sentences', 'words'],
  run: ({ report }, language) => annotate(report.text, language),
})

/** Sentences and words of a text; any string will do. */
export function annotate(text: string, language: Language): Pick<Layers, 'sentences' | 'words'> {
  const models = modelsOf(language.annotate)
  const tokens = createTokens(Math.max(16, text.length >> 2))
  const sentences: Sentence[] = []
  const words: Word[] = []
  for (const [paragraph, span] of findParagraphs(text).entries()) {
    const first = tokens.count
    tokenize(text, span, models.tokenizer, tokens)
    const end = tokens.count
    if (end === first) continue
    const info = describeWords(text, tokens, first, end)
    const tags = new Uint8Array(end - first)
    for (let i = first; i < end; i++) fillKnowledge(formOf(text, tokens, i), info, (i - first) * WIDTH, models.tagger.knowledge)
    let start = first
    for (const stop of splitSentences(text, tokens, info, first, end, models.sentences)) {
      tagSentence(info, start - first, stop - first, models.tagger, tags)
      pushSentence(text, tokens, info, first, start, stop, tags, paragraph, models, sentences, words)
      start = stop
    }
  }
  return { sentences, words }
}

function modelsOf(answers: AnnotateAnswers): Models {
  const known = prepared.get(answers)
  if (known) return known
  const tokenizer = answers.model('tokenizer')
  const abbreviations = abbreviationsOf(answers)
  const models: Models = {
    tokenizer: tokenizerOf(tokenizer, { abbreviations, clitics: answers.clitics }),
    sentences: { boundaries: linearOf(tokenizer, 'boundaries'), abbreviations },
    tagger: taggerOf(answers.model('tagger'), answers),
    lemmatizer: lemmatizerOf(answers.model('lemmatizer'), answers.irregular),
    parser: createParser(answers.model('parser')),
  }
  prepared.set(answers, models)
  return models
}

function formOf(text: string, tokens: Tokens, i: number): string {
  return tokens.forms.get(i) ?? text.slice(tokens.starts[i], tokens.ends[i])
}

function pushSentence(
  text: string,
  tokens: Tokens,
  info: Int32Array,
  paragraphFirst: number,
  start: number,
  stop: number,
  tags: Uint8Array,
  paragraph: number,
  models: Models,
  sentences: Sentence[],
  words: Word[],
): void {
  const { features } = models.tagger
  const forms: string[] = []
  const upos: string[] = []
  const feats: string[] = []
  const found: number[] = []
  const findFeats = (i: number) => {
    const feature = findFeatures(info, start - paragraphFirst, stop - paragraphFirst, i - paragraphFirst, tags, features)
    const tag = tags[i - paragraphFirst] as number
    found[i - start] = feature
    upos[i - start] = UPOS[tag] as string
    feats[i - start] = features.strings[tag]?.[feature] ?? '_'
  }
  for (let i = start; i < stop; i++) {
    forms.push(formOf(text, tokens, i))
    findFeats(i)
  }
  const { heads, deprels, tags: mended } = parse({ forms, upos, feats }, models.parser)
  tags.set(mended, start - paragraphFirst)
  for (let i = start; i < stop; i++) if (UPOS[mended[i - start] as number] !== upos[i - start]) findFeats(i)
  const lemmas = forms.map((form, k) => {
    const place = start - paragraphFirst + k
    const word = {
      form,
      base: place * WIDTH,
      tag: tags[place] as number,
      feats: found[k] as number,
      upos: upos[k] as string,
      features: feats[k] as string,
    }
    return lemmaOf(word, info, models.lemmatizer)
  })
  const children: number[][] = forms.map(() => [])
  for (let i = 0; i < forms.length; i++) children[heads[i] as number]?.push(start + i)
  const index = sentences.length
  for (let i = start; i < stop; i++) {
    const form = forms[i - start] as string
    const head = heads[i - start] as number
    const group = tokens.groups[i] as number
    words.push({
      index: i,
      sentence: index,
      start: tokens.starts[i] as number,
      end: tokens.ends[i] as number,
      form,
      lower: form.toLowerCase(),
      lemma: lemmas[i - start] as string,
      upos: upos[i - start] as Word['upos'],
      feats: feats[i - start] as string,
      head: head < 0 ? -1 : start + head,
      deprel: deprels[i - start] as string,
      children: children[i - start] as number[],
      token: group < 0 ? null : group,
    })
  }
  const span = [tokens.starts[start] as number, tokens.ends[stop - 1] as number] as const
  sentences.push({ index, first: start, end: stop, span: [span[0], span[1]], paragraph })
}
