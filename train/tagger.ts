// Learns parts of speech and features; uses the clusters and the usage of words where the language has them:
//   node train/tagger.ts --data FOLDER --lang en --out data/en
import { createClusters, NO_CLUSTERS } from '../src/annotate/clusters.ts'
import { NO_LEXICON } from '../src/annotate/knowledge.ts'
import { findFeatures, type TaggerModel, tagSentence } from '../src/annotate/tag.ts'
import { UPOS } from '../src/document/layers.ts'
import { type Model, modelsIn } from '../src/resource/model.ts'
import { GriotError } from '../src/util/error.ts'
import { readArguments } from './arguments.ts'
import { trainFeatures } from './features.ts'
import { mergeLinears, packLinear } from './perceptron.ts'
import { saveModel, treebanks } from './sources.ts'
import { collectTags, lookUpWords, prepareSentences, type TaggedExample, trainTags } from './tagging.ts'

const ROUNDS = 12
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8]
/** Weights below this (of 512), and features that have only weights below that, change little. */
const LEAST_WEIGHT = 150
const LEAST_ROW = 400

const { data, lang, out, language } = await readArguments()
const train = [...treebanks(data, lang, 'train').values()].flat().flatMap(prepareSentences)
const { classes, certain } = collectTags(train)
const clusters = findModel('clusters')
const usage = findModel('usage')
const knowledge = {
  clusters: clusters ? createClusters(clusters) : NO_CLUSTERS,
  usage: usage ? usage.numbers('usage', 'i32') : NO_LEXICON,
  classes,
}
lookUpWords(train, knowledge)
const upos = packLinear(
  mergeLinears(
    SEEDS.map(seed => trainTags(train, certain, ROUNDS, seed)),
    LEAST_WEIGHT,
  ),
  LEAST_ROW,
)
const features = trainFeatures(train, ROUNDS)
const model: TaggerModel = { upos, knowledge, certain, features }
const scores: Record<string, number> = {}
for (const [name, documents] of treebanks(data, lang, 'dev')) {
  const examples = documents.flatMap(prepareSentences)
  lookUpWords(examples, knowledge)
  Object.assign(scores, measure(name, examples, model))
}
console.error(scores)
saveModel(
  out,
  'tagger',
  lang,
  Object.fromEntries(features.classifiers.flatMap((c, t) => (c ? [[`feats.${UPOS[t]}`, c]] : []))),
  {},
  {
    what: 'Parts of speech and features of words',
    command: `node train/tagger.ts --data FOLDER --lang ${lang} --out data/${lang}`,
    head: { feats: features.strings, uses: [clusters, usage].flatMap(m => (m ? [m.name] : [])) },
    numbers: { 'tags.table': upos.table, 'tags.rows': upos.rows, lexicon: classes, certain, fixed: features.fixed },
    scores,
  },
)

/** A model that stands where the tagger will stand, else the one that the language has. */
function findModel(name: string): Model | null {
  for (const find of [modelsIn(out), language.annotate.model])
    try {
      return find(name)
    } catch (error) {
      if (!(error instanceof GriotError && error.code === 'model-missing')) throw error
    }
  console.error(`the language has no ${name}`)
  return null
}

function measure(name: string, examples: readonly TaggedExample[], model: TaggerModel): Record<string, number> {
  let right = 0
  let full = 0
  let total = 0
  for (const { info, length, tags, feats } of examples) {
    const guesses = new Uint8Array(length)
    tagSentence(info, 0, length, model, guesses)
    for (let i = 0; i < length; i++) {
      total++
      if (guesses[i] !== tags[i]) continue
      right++
      if (model.features.strings[guesses[i] as number]?.[findFeatures(info, 0, length, i, guesses, model.features)] === feats[i]) full++
    }
  }
  const percent = (n: number) => Math.round((10000 * n) / total) / 100
  return { [`${name}-dev UPOS, given tokens`]: percent(right), [`${name}-dev UPOS and features, given tokens`]: percent(full) }
}
