import { findFeatures, type TaggerModel, tagSentence } from '../../src/annotate/tag.ts'
import { UPOS } from '../../src/document/layers.ts'
import { trainFeatures } from '../features.ts'
import { packLinear } from '../perceptron.ts'
import { collectTags, lookUpWords, prepareSentences, type TaggedExample, trainTags } from '../tagging.ts'
import type { GoldDocument } from '../treebank.ts'

/** A gold tree with the tags that the parser is shown beside the true ones. */
export interface TreeExample {
  readonly forms: readonly string[]
  readonly upos: readonly string[]
  readonly feats: readonly string[]
  readonly trueUpos: readonly string[]
  /** Counted from 0, -1 for the root. */
  readonly heads: readonly number[]
  readonly deprels: readonly string[]
}

const ROUNDS = 6
const SEED = 1

/** The sentences of documents with their true tags. */
export function withTrueTags(documents: readonly GoldDocument[]): TreeExample[] {
  return documents.flatMap(({ sentences }) =>
    sentences.map(({ words }) => {
      const upos = words.map(w => w.upos)
      return {
        forms: words.map(w => w.form),
        upos,
        feats: words.map(w => w.feats),
        trueUpos: upos,
        heads: words.map(w => w.head),
        deprels: words.map(w => w.deprel),
      }
    }),
  )
}

/** The same with the tags that a tagger finds. */
export function withFoundTags(documents: readonly GoldDocument[], tagger: TaggerModel): TreeExample[] {
  const examples = documents.flatMap(prepareSentences)
  lookUpWords(examples, tagger.knowledge)
  return withTrueTags(documents).map((tree, i) => ({ ...tree, ...findTags(examples[i] as TaggedExample, tagger) }))
}

/**
 * The same with the tags of taggers that have not learned from the sentence, since that is how the parser will meet words: documents are
 * dealt out to folds, and for each fold a tagger is trained on all others. They look words up where `tagger` does.
 */
export function withTagsOfOthers(documents: readonly GoldDocument[], tagger: TaggerModel, folds: number): TreeExample[] {
  const others = taggersOfOthers(documents, tagger, folds)
  return documents.flatMap((document, d) => withFoundTags([document], others[d % folds] as TaggerModel))
}

/** For each fold a tagger that has learned from the documents of all others; document `d` is in fold `d % folds`. */
export function taggersOfOthers(documents: readonly GoldDocument[], tagger: TaggerModel, folds: number): TaggerModel[] {
  const examples = documents.map(prepareSentences)
  return Array.from({ length: folds }, (_, fold) => {
    console.error(`tagger without part ${fold + 1} of ${folds}`)
    const others = examples.filter((_, d) => d % folds !== fold).flat()
    const { classes, certain } = collectTags(others)
    const knowledge = { ...tagger.knowledge, classes }
    lookUpWords(others, knowledge)
    const upos = packLinear(trainTags(others, certain, ROUNDS, SEED), 1)
    return { upos, knowledge, certain, features: trainFeatures(others, ROUNDS) }
  })
}

function findTags({ info, length }: TaggedExample, tagger: TaggerModel): { upos: string[]; feats: string[] } {
  const tags = new Uint8Array(length)
  tagSentence(info, 0, length, tagger, tags)
  const feats = [...tags].map((tag, i) => tagger.features.strings[tag]?.[findFeatures(info, 0, length, i, tags, tagger.features)] ?? '_')
  return { upos: [...tags].map(tag => UPOS[tag] as string), feats }
}
