import type { AnnotateAnswers } from '../document/answers/annotate.ts'
import type { Language } from '../document/language.ts'
import { type Layers, type Sentence, UPOS, type Word } from '../document/layers.ts'
import { stage } from '../document/stage.ts'
import { abbreviationsOf } from './abbreviations.ts'
import { fillKnowledge } from './knowledge.ts'
import { type LemmaModel, lemmaOf, lemmatizerOf } from './lemmatize.ts'
import { linearOf } from './linear.ts'
import { findParagraphs } from './paragraphs.ts'
import { createParser, type Parser, parseAll, type Tree } from './parse.ts'
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
  const tokens = createTokens(Math.max(16, text.length >> 3))
  const sentences: Sentence[] = []
  const words: Word[] = []
  let drafts: Draft[] = []
  const finish = () => {
    const trees = parseAll(drafts, models.parser)
    for (const [d, draft] of drafts.entries()) pushSentence(draft, trees[d] as Tree, tokens, models, sentences, words)
    drafts = []
  }
  for (const [number, span] of findParagraphs(text).entries()) {
    const first = tokens.count
    tokenize(text, span, models.tokenizer, tokens)
    const end = tokens.count
    if (end === first) continue
    const info = describeWords(text, tokens, first, end)
    const tags = new Uint8Array(end - first)
    for (let i = first; i < end; i++) fillKnowledge(formOf(text, tokens, i), info, (i - first) * WIDTH, models.tagger.knowledge)
    const paragraph = { number, first, info, tags }
    let start = first
    for (const stop of splitSentences(text, tokens, info, first, end, models.sentences)) {
      tagSentence(info, start - first, stop - first, models.tagger, tags)
      drafts.push(draftSentence(text, tokens, paragraph, start, stop, models.tagger))
      start = stop
    }
    // Sentences are parsed together, but not too many wait.
    if (end - (drafts[0] as Draft).start >= TOGETHER) finish()
  }
  finish()
  return { sentences, words }
}

/** Words that wait for the parser at most, but for the last paragraph. */
const TOGETHER = 2000

/** A paragraph that is tagged; numbers of its words begin at `first`. */
interface Paragraph {
  readonly number: number
  readonly first: number
  readonly info: Int32Array
  readonly tags: Uint8Array
}

/** A sentence that is tagged and waits for its tree: words `[start, stop)`. */
interface Draft {
  readonly paragraph: Paragraph
  readonly start: number
  readonly stop: number
  readonly forms: string[]
  readonly upos: string[]
  readonly feats: string[]
  /** Numbers of the features among those of the tag. */
  readonly found: number[]
}

function modelsOf(answers: AnnotateAnswers): Models {
  const known = prepared.get(answers)
  if (known) return known
  const tokenizer = answers.model('tokenizer')
  const abbreviations = abbreviationsOf(answers)
  const models: Models = {
    tokenizer: tokenizerOf(tokenizer, { abbreviations, clitics: answers.clitics, whole: answers.whole }),
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

function draftSentence(text: string, tokens: Tokens, paragraph: Paragraph, start: number, stop: number, tagger: TaggerModel): Draft {
  const draft: Draft = { paragraph, start, stop, forms: [], upos: [], feats: [], found: [] }
  for (let i = start; i < stop; i++) {
    draft.forms.push(formOf(text, tokens, i))
    fillFeatures(draft, i - start, tagger)
  }
  return draft
}

/** Fills tag and features of word k of a draft from the tags of its paragraph. */
function fillFeatures({ paragraph, start, stop, upos, feats, found }: Draft, k: number, { features }: TaggerModel): void {
  const { first, info, tags } = paragraph
  const tag = tags[start - first + k] as number
  found[k] = findFeatures(info, start - first, stop - first, start - first + k, tags, features)
  upos[k] = UPOS[tag] as string
  feats[k] = features.strings[tag]?.[found[k] as number] ?? '_'
}

/** Takes over the tags that the parser mended, with their features. */
function takeTags(draft: Draft, mended: Uint8Array, tagger: TaggerModel): void {
  const { paragraph, start, upos } = draft
  paragraph.tags.set(mended, start - paragraph.first)
  for (const [k, tag] of mended.entries()) if (UPOS[tag] !== upos[k]) fillFeatures(draft, k, tagger)
}

function pushSentence(draft: Draft, tree: Tree, tokens: Tokens, models: Models, sentences: Sentence[], words: Word[]): void {
  const { heads, deprels, tags } = tree
  takeTags(draft, tags, models.tagger)
  const { paragraph, start, stop, forms, upos, feats, found } = draft
  const lemmas = forms.map((form, k) => {
    const base = (start - paragraph.first + k) * WIDTH
    const word = { form, base, tag: tags[k] as number, feats: found[k] as number, upos: upos[k] as string, features: feats[k] as string }
    return lemmaOf(word, paragraph.info, models.lemmatizer)
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
  sentences.push({ index, first: start, end: stop, span: [span[0], span[1]], paragraph: paragraph.number })
}
