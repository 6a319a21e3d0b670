// Learns parts of speech and features; uses the clusters and the usage of words where the language has them:
//   node train/tagger.ts --data FOLDER --lang en --out data/en
import { createClusters, NO_CLUSTERS } from '../src/annotate/clusters.ts'
import { NO_LEXICON } from '../src/annotate/knowledge.ts'
import { mix } from '../src/annotate/linear.ts'
import { describeFeatures, findFeatures, type TaggerModel, tagSentence } from '../src/annotate/tag.ts'
import { LOWER, WIDTH } from '../src/annotate/word-features.ts'
import { UPOS } from '../src/document/layers.ts'
import type { Model } from '../src/resource/model.ts'
import { GriotError } from '../src/util/error.ts'
import { readArguments } from './arguments.ts'
import { Counts, makeLexicon } from './lexicon.ts'
import { createPerceptron, mergeLinears } from './perceptron.ts'
import { createRandom, shuffle } from './random.ts'
import { saveModel, treebanks } from './sources.ts'
import { collectTags, highest, lookUpWords, prepareSentences, type TaggedExample, trainTags } from './tagging.ts'

const ROUNDS = 12
const SEEDS = [1, 2, 3]
/** Weights below this (of 512) change nothing that can be measured. */
const LEAST = Number(process.env.LEAST ?? 8)

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
const upos = mergeLinears(
  SEEDS.map(seed => trainTags(train, certain, ROUNDS, seed)),
  LEAST,
)
const features = trainFeatures(train)
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
  { upos, ...Object.fromEntries(features.classifiers.flatMap((c, t) => (c ? [[`feats.${UPOS[t]}`, c]] : []))) },
  {},
  {
    what: 'Parts of speech and features of words',
    command: `node train/tagger.ts --data FOLDER --lang ${lang} --out data/${lang}`,
    head: { feats: features.strings, uses: [clusters, usage].flatMap(m => (m ? [m.name] : [])) },
    numbers: { lexicon: classes, certain, fixed: features.fixed },
    scores,
  },
)

function findModel(name: string): Model | null {
  try {
    return language.annotate.model(name)
  } catch (error) {
    if (!(error instanceof GriotError && error.code === 'model-missing')) throw error
    console.error(`the language has no ${name}`)
    return null
  }
}

function trainFeatures(examples: readonly TaggedExample[]): TaggerModel['features'] {
  const strings: string[][] = UPOS.map(() => [])
  const counts = UPOS.map(() => new Map<string, number>())
  for (const { tags, feats, length } of examples)
    for (let i = 0; i < length; i++) {
      const of = counts[tags[i] as number] as Map<string, number>
      of.set(feats[i] as string, (of.get(feats[i] as string) ?? 0) + 1)
    }
  for (const [tag, of] of counts.entries())
    strings[tag] = [...of]
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .filter(([, n]) => n > 2)
      .map(([s]) => s)
  const known = new Counts<number>()
  for (const { info, tags, feats, length } of examples)
    for (let i = 0; i < length; i++) {
      const tag = tags[i] as number
      known.add(mix(info[i * WIDTH + LOWER] as number, tag), (strings[tag] as string[]).indexOf(feats[i] as string))
    }
  const fixed = new Map<number, number>()
  for (const [key, values] of known.entries()) {
    const total = [...values.values()].reduce((a, b) => a + b)
    const [value, count] = [...values].sort((a, b) => b[1] - a[1])[0] as [number, number]
    if (total >= 3 && count >= total * 0.99 && value >= 0) fixed.set(key, value + 1)
  }
  const lexiconOfFixed = makeLexicon(fixed)
  const classifiers = strings.map((list, tag) => {
    if (list.length < 2) return null
    const perceptron = createPerceptron(list.length)
    const random = createRandom(2)
    const found = new Float64Array(list.length)
    const row = new Int32Array(64)
    const places: [TaggedExample, number][] = []
    for (const example of examples)
      for (let i = 0; i < example.length; i++)
        if (example.tags[i] === tag && !fixed.has(mix(example.info[i * WIDTH + LOWER] as number, tag))) places.push([example, i])
    const order = places.map((_, i) => i)
    for (let round = 0; round < ROUNDS; round++) {
      shuffle(order, random)
      for (const index of order) {
        const [example, i] = places[index] as [TaggedExample, number]
        const gold = list.indexOf(example.feats[i] as string)
        if (gold < 0) continue
        const count = describeFeatures(example.info, 0, example.length, i, example.tags, row)
        perceptron.scores(row, count, found)
        const guess = highest(found)
        if (guess === gold) perceptron.pass()
        else perceptron.update(row, count, gold, guess)
      }
    }
    return perceptron.finish(1)
  })
  return { strings, classifiers, fixed: lexiconOfFixed }
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
