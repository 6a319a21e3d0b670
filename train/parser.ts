// Learns to parse:
//   node train/parser.ts --data FOLDER --vectors FILE --work FOLDER [--lang en] [--out data/en] [--epochs 24]
// FOLDER holds lang/en/*.conllu.gz; FILE is the vectors.tsv that train/clusters.ts leaves in its work folder; the clusters must stand in
// the out folder. After every epoch the state is kept in the work folder; the same command begun again goes on from there.
// The same input gives the same bytes.
import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { createClusters } from '../src/annotate/clusters.ts'
import { normalHash } from '../src/annotate/normalise.ts'
import { createParser } from '../src/annotate/parse.ts'
import { VECTOR_ONE } from '../src/annotate/parser/inputs.ts'
import { createMatrices } from '../src/annotate/parser/matrix.ts'
import { taggerOf } from '../src/annotate/tag.ts'
import { formatModel, loadModel, parseModel, writeModel } from '../src/resource/model.ts'
import { readTreebank } from './conllu.ts'
import { groupSentences, numberer, packBatch, readVocabulary } from './parser/batches.ts'
import { measureParser } from './parser/measure.ts'
import { adam, createNetwork, learnBatch, type Sizes } from './parser/network.ts'
import { keepState, resumeState } from './parser/state.ts'
import { tagByOthers, tagWords } from './parser/tagged.ts'
import { readVectors } from './parser/vectors.ts'
import { createRandom, shuffle } from './random.ts'

const FOLDS = 4
const SEED = 1
const WORDS_PER_STEP = 600
const RATE = 0.003
const WARM_UP = 200
/** Longer sentences teach little and cost much. */
const LONGEST = 120
const DROPOUT = { input: 0.15, layer: 0.2, heads: 0.2 }
const WIDTHS = { word: 32, suffix: 24, tag: 32, hidden: 80, layers: 2, arc: 64, label: 64 }

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    vectors: { type: 'string' },
    work: { type: 'string' },
    lang: { type: 'string', default: 'en' },
    out: { type: 'string' },
    epochs: { type: 'string', default: '24' },
  },
})
const { data, vectors: vectorFile, work, lang } = values
if (!data || !vectorFile || !work)
  throw new Error('usage: parser.ts --data FOLDER --vectors FILE --work FOLDER [--lang en] [--out data/en] [--epochs N]')
const out = pathToFileURL(`${resolve(values.out ?? `data/${lang}`)}/`)
const epochs = Number(values.epochs)
mkdirSync(work, { recursive: true })

const names = ['ewt', 'gum-open']
const fileOf = (name: string, part: string) => join(data, 'lang', lang, `${name}-${part}.conllu.gz`)
const files = Object.fromEntries(names.map(name => [name, fileOf(name, 'train')]))
const clusters = createClusters(loadModel(out, 'clusters'))
const gold = tagByOthers(files, Object.fromEntries(names.map(n => [n, readTreebank(files[n]!)])), clusters, { work, lang, folds: FOLDS })
const vocabulary = readVocabulary(gold)
const vectors = readVectors(vectorFile, VECTOR_ONE)
const number = numberer(vocabulary, new Map(vectors.words.map((w, i) => [w, i])))
const numbered = gold.map(number)

const sizes: Sizes = {
  ...WIDTHS,
  vector: vectors.width,
  words: vocabulary.words.length + 1,
  suffixes: vocabulary.suffixes.length + 1,
  tags: 18,
  feats: vocabulary.feats.length + 1,
  labels: (vocabulary.labels.length + 7) & ~7,
}
const matrices = createMatrices(256 << 20)
const net = createNetwork(
  sizes,
  Float32Array.from(vectors.bytes, x => x / VECTOR_ONE),
  matrices,
  SEED,
)
const random = createRandom(SEED + 1)
const stateFile = join(work, 'parser.state')
const kind = createHash('sha256')
  .update(JSON.stringify([sizes, epochs, DROPOUT, RATE, WORDS_PER_STEP]))
  .update(vectors.bytes)
  .digest('hex')
const progress = resumeState(stateFile, kind, net, random)
while (progress.epoch < epochs) {
  learnEpoch()
  progress.epoch++
  keepState(stateFile, kind, net, progress, random)
}
save()

function learnEpoch(): void {
  const order = numbered.flatMap((s, i) => (s.length <= LONGEST ? [i] : []))
  shuffle(order, random)
  const groups = groupSentences(order, numbered, WORDS_PER_STEP)
  let loss = 0
  for (const [k, group] of groups.entries()) {
    const mark = matrices.mark()
    loss += learnBatch(matrices, net, packBatch(group), { ...DROPOUT, random })
    matrices.release(mark)
    const done = (progress.epoch + k / groups.length) / epochs
    adam(net, RATE * Math.min(1, progress.step / WARM_UP) * (1 - done), ++progress.step)
  }
  console.error(`epoch ${progress.epoch + 1} of ${epochs}: loss ${(loss / groups.length).toFixed(3)}`)
}

function save(): void {
  // Sorted by hash, so that words are found without a table in memory.
  const sorted = (words: readonly string[]) => {
    const seen = new Set<number>()
    return words
      .map((word, i) => ({ hash: normalHash(word), i }))
      .filter(({ hash }) => !seen.has(hash) && seen.add(hash))
      .sort((a, b) => a.hash - b.hash)
  }
  const rows = (table: string, order: readonly { i: number }[]) => {
    const { data: from, cols } = net.weights[table]!
    const to = new Float32Array((order.length + 1) * cols)
    to.set(from.subarray(0, cols))
    for (const [k, { i }] of order.entries()) to.set(from.subarray((i + 1) * cols, (i + 2) * cols), (k + 1) * cols)
    return { shape: [order.length + 1, cols], numbers: to }
  }
  const [words, suffixes, vectorWords] = [sorted(vocabulary.words), sorted(vocabulary.suffixes), sorted(vectors.words)]
  const tables: Record<string, ReturnType<typeof rows>> = { word: rows('word', words), suffix: rows('suffix', suffixes) }
  for (const { name, value } of net.all) tables[name] ??= { shape: [value.rows, value.cols], numbers: Float32Array.from(value.data) }
  const bytes = new Int8Array(vectorWords.length * vectors.width)
  for (const [k, { i }] of vectorWords.entries())
    bytes.set(vectors.bytes.subarray(i * vectors.width, (i + 1) * vectors.width), k * vectors.width)
  const head = { matrices: Object.fromEntries(Object.entries(tables).map(([name, { shape }]) => [name, shape])) }
  const hashes = (list: readonly { hash: number }[]) => Uint32Array.from(list, ({ hash }) => hash)
  const arrays = {
    ...Object.fromEntries(Object.entries(tables).map(([name, { numbers }]) => [name, numbers])),
    words: hashes(words),
    suffixes: hashes(suffixes),
    vectorWords: hashes(vectorWords),
    vectors: bytes,
    feats: vocabulary.feats.join('\n'),
    labelNames: vocabulary.labels.join('\n'),
  }
  writeModel(out, head, arrays, {
    name: 'parser',
    what: 'Dependency parser: recurrent network over word vectors, tags and features',
    sources: [
      'UD English EWT 2.16 (train): CC BY-SA 4.0',
      'UD English GUM 2.16, documents under open licences (train): CC BY 4.0, texts CC BY, CC BY-SA or public domain',
      'Word vectors: see clusters.card.json',
    ],
    licence: 'CC BY-SA 4.0',
    command: `node train/parser.ts --data FOLDER --vectors WORK/vectors.tsv --work WORK --lang ${lang} --out data/${lang} --epochs ${epochs}`,
    scores: measure(formatModel(head, arrays)),
  })
}

function measure(bytes: Uint8Array): Record<string, number> {
  const parser = createParser(parseModel(bytes, 'parser'))
  const tagger = taggerOf(loadModel(out, 'tagger'))
  const scores: Record<string, number> = {}
  for (const name of names) {
    const dev = readTreebank(fileOf(name, 'dev'))
    const tagged = dev.map(s => ({ ...s, ...tagWords(s.forms, tagger, clusters) }))
    for (const [tags, sentences] of [
      ['gold', dev],
      ['found', tagged],
    ] as const) {
      const { uas, las } = measureParser(sentences, parser)
      scores[`${name}-dev UAS, given words, ${tags} tags`] = uas
      scores[`${name}-dev LAS, given words, ${tags} tags`] = las
    }
  }
  console.error(scores)
  return scores
}
