// Learns to parse:
//   node train/parser.ts --data FOLDER --vectors FILE --work FOLDER [--lang en] [--out data/en] [--epochs 18]
// FILE is the vectors.tsv that train/clusters.ts leaves in its work folder; the tagger must stand in the data folder of the language. What
// was tagged and, after every epoch, the state are kept in the work folder: the same command begun again goes on from there.
// The same input gives the same bytes.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { VECTOR_ONE } from '../src/annotate/parser/inputs.ts'
import { createMatrices } from '../src/annotate/parser/matrix.ts'
import { taggerOf } from '../src/annotate/tag.ts'
import { UPOS } from '../src/document/layers.ts'
import { loadLanguage } from '../src/lang/index.ts'
import { formatModel, writeModel } from '../src/resource/model.ts'
import { adam } from './parser/adam.ts'
import { parserArrays } from './parser/arrays.ts'
import { groupSentences, numberer, packBatch, readVocabulary } from './parser/batches.ts'
import { learnBatch } from './parser/learn.ts'
import { measureParser } from './parser/measure.ts'
import { createNetwork } from './parser/network.ts'
import { keepState, resumeState } from './parser/state.ts'
import { type TreeExample, withFoundTags, withTagsOfOthers, withTrueTags } from './parser/tagged.ts'
import { readVectors } from './parser/vectors.ts'
import { createRandom, shuffle } from './random.ts'
import { treebanks } from './sources.ts'

const FOLDS = 4
const SEED = 1
const WORDS_PER_STEP = 600
const RATE = 0.003
const WARM_UP = 200
/** Longer sentences teach little and cost much. */
const LONGEST = 120
const DROPOUT = { input: 0.15, layer: 0.25, heads: 0.25 }
const WIDTHS = { word: 32, affix: 32, tag: 32, hidden: 96, layers: 2, arc: 64, label: 64 }

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    vectors: { type: 'string' },
    work: { type: 'string' },
    lang: { type: 'string', default: 'en' },
    out: { type: 'string' },
    epochs: { type: 'string', default: '18' },
  },
})
const { data, vectors: vectorFile, work, lang } = values
if (!data || !vectorFile || !work)
  throw new Error('usage: node train/parser.ts --data FOLDER --vectors FILE --work FOLDER [--lang en] [--out data/en] [--epochs 18]')
const epochs = Number(values.epochs)
mkdirSync(work, { recursive: true })
const language = await loadLanguage(lang)
if (!language) throw new Error(`Griot does not read the language ${lang}`)
const tagger = taggerOf(language.annotate.model('tagger'), language.annotate)

const trees = tagTrees(join(work, 'parser.trees'))
const vocabulary = readVocabulary(trees)
const vectors = readVectors(vectorFile, VECTOR_ONE)
const numbered = trees.map(numberer(vocabulary, new Map(vectors.words.map((w, i) => [w, i]))))
const matrices = createMatrices(256 << 20)
const sizes = {
  ...WIDTHS,
  vector: vectors.width,
  words: vocabulary.words.length + 1,
  affixes: vocabulary.affixes.length + 1,
  tags: UPOS.length + 1,
  feats: vocabulary.feats.length + 1,
  labels: (vocabulary.labels.length + 7) & ~7,
}
const net = createNetwork(
  sizes,
  Float32Array.from(vectors.bytes, x => x / VECTOR_ONE),
  matrices,
  SEED,
)
const random = createRandom(SEED + 1)
const state = join(work, 'parser.state')
const kind = fingerprint(JSON.stringify([sizes, epochs, DROPOUT, RATE, WORDS_PER_STEP, trees]), vectors.bytes)
const progress = resumeState(state, kind, net, random)
while (progress.epoch < epochs) {
  learnEpoch()
  progress.epoch++
  keepState(state, kind, net, progress, random)
}
const { head, arrays } = parserArrays(net, vocabulary, vectors)
writeModel(pathToFileURL(`${resolve(values.out ?? `data/${lang}`)}/`), head, arrays, {
  name: 'parser',
  what: 'Dependency parser: a recurrent network over word vectors, tags and features',
  sources: [
    'UD English EWT 2.16 (train): CC BY-SA 4.0',
    'UD English GUM 2.16, documents under open licences (train): CC BY 4.0, texts CC BY, CC BY-SA or public domain',
    'word vectors of the texts that clusters.card.json names, under the terms it gives',
  ],
  licence: 'CC BY-SA 4.0',
  command: `node train/parser.ts --data FOLDER --vectors WORK/vectors.tsv --work WORK --lang ${lang} --out data/${lang} --epochs ${epochs}`,
  scores: measure(formatModel(head, arrays)),
})

function fingerprint(...parts: (string | Uint8Array | Int8Array)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(typeof part === 'string' ? part : new Uint8Array(part.buffer, part.byteOffset, part.byteLength))
  return hash.digest('hex')
}

/** The trees to learn from with tags found by others; kept in a file. */
function tagTrees(file: string): TreeExample[] {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as TreeExample[]
  const tagged = withTagsOfOthers([...treebanks(data!, lang!, 'train').values()].flat(), tagger, FOLDS)
  writeFileSync(file, JSON.stringify(tagged))
  return tagged
}

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

function measure(bytes: Uint8Array): Record<string, number> {
  const scores: Record<string, number> = {}
  for (const [name, documents] of treebanks(data!, lang!, 'dev')) {
    Object.assign(scores, measureParser(`${name}-dev, given words and tags`, withTrueTags(documents), bytes))
    Object.assign(scores, measureParser(`${name}-dev, given words`, withFoundTags(documents, tagger), bytes))
  }
  console.error(scores)
  return scores
}
