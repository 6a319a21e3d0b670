import type { AnnotateAnswers } from '../document/answers/annotate.ts'
import type { Model } from '../resource/model.ts'
import { type Clusters, clustersOf, coarse, createClusters, fine, middle, NO_CLUSTERS } from './clusters.ts'
import { type Lexicon, lookUp } from './lexicon.ts'
import { CAPITALS, CLASS, CLUSTER, LOWER, USAGE } from './word-features.ts'

/** What is known of words beyond their letters. */
export interface Knowledge {
  readonly clusters: Clusters
  /** Hash of a folded form → pattern of its tags in raw text × 8 + how often it has a capital there. */
  readonly usage: Lexicon
  /** Hash of a folded form → a bit for each tag that it has in the treebanks. */
  readonly classes: Lexicon
}

/** A lexicon without words. */
export const NO_LEXICON: Lexicon = new Int32Array(2)

/** The knowledge that a tagger was trained with: its own lexicon, and the models of the language that its head names. */
export function knowledgeOf(tagger: Model, answers: Pick<AnnotateAnswers, 'model'>): Knowledge {
  const uses = tagger.head.uses as readonly string[]
  return {
    clusters: uses.includes('clusters') ? createClusters(answers.model('clusters')) : NO_CLUSTERS,
    usage: uses.includes('usage') ? answers.model('usage').numbers('usage', 'i32') : NO_LEXICON,
    classes: tagger.numbers('lexicon', 'i32'),
  }
}

/** Fills what is looked up of a word whose letters are described at `base`. */
export function fillKnowledge(form: string, info: Int32Array, base: number, { clusters, usage, classes }: Knowledge): void {
  const lower = info[base + LOWER] as number
  info[base + CLASS] = lookUp(classes, lower)
  const used = lookUp(usage, lower)
  info[base + USAGE] = used >> 3
  info[base + CAPITALS] = used & 7
  if (clusters === NO_CLUSTERS) return
  const packed = clustersOf(clusters, form)
  info[base + CLUSTER] = coarse(packed)
  info[base + CLUSTER + 1] = middle(packed)
  info[base + CLUSTER + 2] = fine(packed)
}
