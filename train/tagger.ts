// Learns parts of speech and features:
//   node train/tagger.ts --data FOLDER --lang en --out data/en
import { clustersOf, coarse, createClusters, fine, middle } from '../src/annotate/clusters.ts'
import { mix } from '../src/annotate/linear.ts'
import { describeFeatures, describeTag, fillClasses, findFeatures, isShouted, type TaggerModel, tagSentence } from '../src/annotate/tag.ts'
import { CLUSTER, describe, LOWER, WIDTH } from '../src/annotate/word-features.ts'
import { UPOS } from '../src/document/layers.ts'
import { readArguments } from './arguments.ts'
import { Counts, makeLexicon } from './lexicon.ts'
import { createPerceptron } from './perceptron.ts'
import { createRandom, shuffle } from './random.ts'
import { saveModel, treebanks } from './sources.ts'
import type { GoldDocument } from './treebank.ts'

const ROUNDS = Number(process.env.ROUNDS ?? 8)

/** A sentence in numbers. */
interface Example {
  readonly info: Int32Array
  readonly length: number
  readonly tags: Uint8Array
  readonly feats: readonly string[]
}

const { data, lang, out, language } = await readArguments()
const parts = { train: treebanks(data, lang, 'train'), dev: treebanks(data, lang, 'dev') }
const clusters = loadClusters()
const train = [...parts.train.values()].flat().flatMap(prepare)
const lexicon = makeLexicon(collectClasses(train))
for (const example of train) fillClasses(example.info, lexicon)
const upos = trainTags(train)
const features = trainFeatures(train)
const model: TaggerModel = { upos, lexicon, features }
const scores: Record<string, number> = {}
for (const [name, documents] of parts.dev) Object.assign(scores, measure(name, documents.flatMap(prepare), model))
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
    head: { feats: features.strings },
    numbers: { lexicon, fixed: features.fixed },
    scores,
  },
)

function loadClusters() {
  try {
    return createClusters(language.annotate.model('clusters'))
  } catch {
    console.error('without clusters')
    return null
  }
}

function prepare(document: GoldDocument): Example[] {
  return document.sentences.map(({ words }) => {
    const info = new Int32Array(words.length * WIDTH)
    for (const [i, { form }] of words.entries()) {
      describe(form, 0, form.length, info, i * WIDTH)
      if (!clusters) continue
      const packed = clustersOf(clusters, form)
      info[i * WIDTH + CLUSTER] = coarse(packed)
      info[i * WIDTH + CLUSTER + 1] = middle(packed)
      info[i * WIDTH + CLUSTER + 2] = fine(packed)
    }
    const tags = Uint8Array.from(words, w => UPOS.indexOf(w.upos as (typeof UPOS)[number]))
    return { info, length: words.length, tags, feats: words.map(w => w.feats) }
  })
}

/** Words seen often enough → a bit for each tag that they are seen with. */
function collectClasses(examples: readonly Example[]): Map<number, number> {
  const counts = new Counts<number>()
  for (const { info, length, tags } of examples)
    for (let i = 0; i < length; i++) counts.add(info[i * WIDTH + LOWER] as number, tags[i] as number)
  const out = new Map<number, number>()
  for (const [hash, values] of counts.entries()) {
    const total = [...values.values()].reduce((a, b) => a + b)
    if (total < 4) continue
    let mask = 0
    for (const [tag, count] of values) if (count * 50 >= total) mask |= 1 << tag
    out.set(hash, mask)
  }
  return out
}

function trainTags(examples: readonly Example[]) {
  const perceptron = createPerceptron(UPOS.length)
  const random = createRandom(1)
  const order = examples.map((_, i) => i)
  const found = new Float64Array(UPOS.length)
  const row = new Int32Array(64)
  for (let round = 1; round <= ROUNDS; round++) {
    shuffle(order, random)
    let wrong = 0
    let total = 0
    for (const index of order) {
      const { info, length, tags } = examples[index] as Example
      const guesses = new Uint8Array(length)
      const shouted = isShouted(info, 0, length)
      for (let i = 0; i < length; i++) {
        const count = describeTag(info, 0, length, i, guesses, shouted, row)
        perceptron.scores(row, count, found)
        const guess = top(found)
        const gold = tags[i] as number
        if (guess === gold) perceptron.pass()
        else {
          perceptron.update(row, count, gold, guess)
          wrong++
        }
        guesses[i] = guess
      }
      total += length
    }
    console.error(`tags, round ${round}: ${wrong} of ${total} wrong`)
  }
  return perceptron.finish()
}

function trainFeatures(examples: readonly Example[]): TaggerModel['features'] {
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
    const places: [Example, number][] = []
    for (const example of examples)
      for (let i = 0; i < example.length; i++)
        if (example.tags[i] === tag && !fixed.has(mix(example.info[i * WIDTH + LOWER] as number, tag))) places.push([example, i])
    const order = places.map((_, i) => i)
    for (let round = 0; round < ROUNDS; round++) {
      shuffle(order, random)
      for (const index of order) {
        const [example, i] = places[index] as [Example, number]
        const gold = list.indexOf(example.feats[i] as string)
        if (gold < 0) continue
        const count = describeFeatures(example.info, 0, example.length, i, example.tags, row)
        perceptron.scores(row, count, found)
        const guess = top(found)
        if (guess === gold) perceptron.pass()
        else perceptron.update(row, count, gold, guess)
      }
    }
    return perceptron.finish(1)
  })
  return { strings, classifiers, fixed: lexiconOfFixed }
}

function top(found: Float64Array): number {
  let best = 0
  for (let i = 1; i < found.length; i++) if ((found[i] as number) > (found[best] as number)) best = i
  return best
}

function measure(name: string, examples: readonly Example[], model: TaggerModel): Record<string, number> {
  let right = 0
  let full = 0
  let total = 0
  for (const { info, length, tags, feats } of examples) {
    fillClasses(info, model.lexicon)
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
