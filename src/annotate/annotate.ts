import type { AnnotateAnswers } from '../document/answers/annotate.ts'
import type { Language } from '../document/language.ts'
import { type Layers, type Sentence, UPOS, type Word } from '../document/layers.ts'
import { stage } from '../document/stage.ts'
import { abbreviationsOf } from './abbreviations.ts'
import { createLemmas, findLemma, type Lemmas, lemmatizerOf } from './lemmatize.ts'
import { linearOf } from './linear.ts'
import { findParagraphs } from './paragraphs.ts'
import { createParser, type Parser, parseAll, type Tree } from './parse.ts'
import { type SentenceModel, splitSentences } from './sentences.ts'
import { findFeatures, type TaggerModel, taggerOf, tagSentence } from './tag.ts'
import { type TokenizerModel, tokenize, tokenizerOf } from './tokenize.ts'
import { createTokens, type Tokens } from './tokens.ts'
import { WIDTH } from './word-features.ts'
import { createWordForms, type DescribedWords, describeForms, type WordForms } from './word-forms.ts'

/** Everything that the chain from text to tree has learned. */
interface Models {
  readonly tokenizer: TokenizerModel
  readonly sentences: SentenceModel
  readonly tagger: TaggerModel
  readonly forms: WordForms
  readonly lemmas: Lemmas
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
    const described = describeForms(text, tokens, first, end, models.forms)
    const { info } = described
    const tags = new Uint8Array(end - first)
    const paragraph = { number, first, tags, ...described }
    let start = first
    for (const stop of splitSentences(text, tokens, info, first, end, models.sentences)) {
      tagSentence(info, start - first, stop - first, models.tagger, tags)
      drafts.push(draftSentence(paragraph, start, stop, models.tagger))
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
interface Paragraph extends DescribedWords {
  readonly number: number
  readonly first: number
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
  const tagger = taggerOf(answers.model('tagger'), answers)
  const models: Models = {
    tokenizer: tokenizerOf(tokenizer, { abbreviations, clitics: answers.clitics, whole: answers.whole }),
    sentences: { boundaries: linearOf(tokenizer, 'boundaries'), abbreviations },
    tagger,
    forms: createWordForms(tagger.knowledge),
    lemmas: createLemmas(lemmatizerOf(answers.model('lemmatizer'), answers.irregular)),
    parser: createParser(answers.model('parser')),
  }
  prepared.set(answers, models)
  return models
}

function draftSentence(paragraph: Paragraph, start: number, stop: number, tagger: TaggerModel): Draft {
  const forms = paragraph.forms.slice(start - paragraph.first, stop - paragraph.first)
  const draft: Draft = { paragraph, start, stop, forms, upos: [], feats: [], found: [] }
  for (let k = 0; k < stop - start; k++) fillFeatures(draft, k, tagger)
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
  const children = childrenOf(heads, start)
  const index = sentences.length
  for (let i = start; i < stop; i++) {
    const k = i - start
    const row = i - paragraph.first
    const form = forms[k] as string
    const head = heads[k] as number
    const group = tokens.groups[i] as number
    const numbers = { base: row * WIDTH, tag: tags[k] as number, feats: found[k] as number }
    const tagged = { form, ...numbers, upos: upos[k] as string, features: feats[k] as string }
    words.push({
      index: i,
      sentence: index,
      start: tokens.starts[i] as number,
      end: tokens.ends[i] as number,
      form,
      lower: paragraph.lowers[row] as string,
      lemma: findLemma(tagged, paragraph.info, models.lemmas),
      upos: upos[k] as Word['upos'],
      feats: feats[k] as string,
      head: head < 0 ? -1 : start + head,
      deprel: deprels[k] as string,
      children: children[k] as readonly number[],
      token: group < 0 ? null : group,
    })
  }
  const span = [tokens.starts[start] as number, tokens.ends[stop - 1] as number] as const
  sentences.push({ index, first: start, end: stop, span: [span[0], span[1]], paragraph: paragraph.number })
}

/** The words that hang on each word of a sentence, in reading order; numbers of words begin at `start`. */
function childrenOf(heads: Int32Array, start: number): (readonly number[])[] {
  // Where the words that hang on word i - 1 end, and those on word i begin.
  const begins = new Int32Array(heads.length + 1)
  for (const head of heads) if (head >= 0) begins[head + 1]!++
  for (let i = 0; i < heads.length; i++) begins[i + 1]! += begins[i]!
  const next = begins.slice()
  const all: number[] = []
  for (let i = 0; i < begins[heads.length]!; i++) all.push(0)
  for (let i = 0; i < heads.length; i++) if (heads[i]! >= 0) all[next[heads[i]!]!++] = start + i
  const out: (readonly number[])[] = []
  // Pieces have no room to spare, as lists that grow have: words are kept long.
  for (let i = 0; i < heads.length; i++) out.push(begins[i]! < begins[i + 1]! ? all.slice(begins[i], begins[i + 1]) : NONE)
  return out
}

const NONE: readonly number[] = []
