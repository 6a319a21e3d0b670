/**
 * Trains the name recogniser.
 *   node train/names.ts --out data/en --lang FOLDER --re3d FILE --actors FOLDER --gazetteer FOLDER --raw TEXT.txt.gz [--epochs 7]
 * The folders are those of the treebanks and names, of the actors and of the gazetteer; the text is gzipped, one paragraph a line: a first model
 * labels a part of it for the second. The clusters (data/en/clusters.bin) must be there.
 * The same data gives the same bytes.
 */
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { createClusters } from '../src/annotate/clusters.ts'
import { createTable } from '../src/annotate/names/lists.ts'
import { type NameModel, packWeights } from '../src/annotate/names/model.ts'
import { loadModel, writeModel } from '../src/resource/model.ts'
import { augment, isUsable } from './names/augment.ts'
import { readRe3d, readUner, readWikigold } from './names/corpora.ts'
import { addUp, createWeights, encode, trainEpoch } from './names/crf.ts'
import { readGum } from './names/gum.ts'
import { buildLists } from './names/lists.ts'
import { type Quantised, quantise } from './names/quantise.ts'
import { readRaw } from './names/raw.ts'
import type { Sample } from './names/samples.ts'
import { scoreFile } from './names/score.ts'
import { createRandom, shuffle } from './random.ts'

const SEED = 20240307
/** Epochs at the end whose mean is kept: it is steadier than the last alone. */
const AVERAGED = 3

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    lang: { type: 'string' },
    re3d: { type: 'string' },
    actors: { type: 'string' },
    gazetteer: { type: 'string' },
    epochs: { type: 'string', default: '7' },
    clusters: { type: 'string', default: 'data/en' },
    rate: { type: 'string', default: '0.05' },
    dropout: { type: 'string', default: '0.5' },
    decay: { type: 'string', default: '0' },
    minimum: { type: 'string', default: '2' },
    rows: { type: 'string', default: '340000' },
    raw: { type: 'string' },
    step: { type: 'string', default: '12' },
  },
})
const { out, lang, re3d, actors, gazetteer, raw: rawText } = values
if (!out || !lang || !re3d || !actors || !gazetteer || !rawText)
  throw new Error(
    'usage: names.ts --out FOLDER --lang FOLDER --re3d FILE --actors FOLDER --gazetteer FOLDER --raw TEXT.txt.gz [--epochs N]',
  )

const folder = (path: string): URL => new URL(`${pathToFileURL(resolve(path)).href}/`)
const built = buildLists(actors, gazetteer)
const lists = { phrases: createTable(built.phrases.keys, built.phrases.bits), words: createTable(built.words.keys, built.words.bits) }
say(`${built.phrases.keys.length} phrases, ${built.words.keys.length} words on lists`)
const clusters = createClusters(loadModel(folder(values.clusters), 'clusters'))
const real = [
  ...readUner(join(lang, 'ner/uner-ewt-train.jsonl.gz')),
  ...readWikigold(join(lang, 'ner/wikigold.jsonl.gz')),
  ...readGum(join(lang, 'en/gum-open-train.conllu.gz'), join(lang, 'ner/gum-open-train.jsonl.gz')),
  ...readRe3d(re3d),
]
const usable = {
  ...built,
  people: built.people.filter(isUsable),
  places: built.places.filter(isUsable),
  organisations: built.organisations.filter(name => isUsable(name) && /^\p{Lu}\p{Ll}/u.test(name)),
}
const random = createRandom(SEED)
const epochs = Number(values.epochs)
const known = [...real, ...augment(real, usable, random)]
const raw = readRaw(rawText, Number(values.step), asModel(train(known, 'without raw text')))
say(`${raw.length} sentences of raw text`)
const trained = train([...known, ...raw, ...augment(raw, usable, random)], 'with raw text')
const scores = scoreFiles(asModel(trained))
const { keys, weights: small, scale, steps } = trained
say(`${keys.length} features kept, scale ${scale}`)
writeModel(
  folder(out),
  { scale },
  {
    slots: packWeights(keys, small),
    steps,
    'phrases.keys': built.phrases.keys,
    'phrases.bits': built.phrases.bits,
    'words.keys': built.words.keys,
    'words.bits': built.words.bits,
  },
  {
    name: 'names',
    what: 'Finds names of people, places, organisations and others: a linear-chain CRF over words, shapes, clusters and lists of names (as hashes).',
    sources: [
      'UNER English EWT, train part (CC BY-SA 4.0)',
      'WikiGold (CC BY 4.0)',
      'UD English GUM, open documents of the train part (CC BY, CC BY-SA, public domain by document; annotation CC BY 4.0)',
      're3d (dstl), train part without BBC texts (US public domain, OGL 3.0, CC BY-SA 3.0, CC BY 3.0 AU, EEAS notice)',
      'Wikipedia, Portal:Current events (CC BY-SA 4.0), labelled by a first model and the lists',
      'lists: GeoNames (CC BY 4.0), Natural Earth (public domain), Wikidata office holders (CC0), CIA World Factbook (CC0), UCDP actors (CC BY 4.0), OFAC (public domain), PETRARCH dictionaries (MIT), IATI and CRS code lists (MIT, CC BY 4.0), ROR (CC0), Party Facts (MIT), Name Suggestion Index (BSD 3-clause), Unicode CLDR (Unicode License v3)',
    ],
    licence: 'CC BY-SA 4.0, as the treebank text it learned from; no text can be had back from it',
    command: `node train/names.ts --out data/en --lang FOLDER --re3d FILE --actors FOLDER --gazetteer FOLDER --raw wikipedia-current-events.txt.gz --epochs ${epochs}`,
    scores,
  },
)

interface Trained extends Quantised {
  readonly steps: Float32Array<ArrayBuffer>
}

function train(samples: readonly Sample[], what: string): Trained {
  const data = encode(samples, clusters, lists, Number(values.minimum), random)
  say(`${what}: ${samples.length} sentences, ${data.allowed.length} words, ${data.keys.length} features`)
  const weights = createWeights(data.keys.length)
  const mean = createWeights(data.keys.length)
  const order = Int32Array.from({ length: data.first.length - 1 }, (_, i) => i)
  const settings = { rate: Number(values.rate), dropout: Number(values.dropout), decay: Number(values.decay) }
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order as unknown as number[], random)
    const begun = performance.now()
    const loss = trainEpoch(data, order, weights, settings, random)
    if (epoch >= epochs - AVERAGED) addUp(mean, weights, 1 / Math.min(AVERAGED, epochs))
    say(`epoch ${epoch + 1} of ${epochs}: loss ${loss.toFixed(4)}, ${Math.round((performance.now() - begun) / 1000)} s`)
  }
  return { ...quantise(data.keys, mean.rows, data.rows, Number(values.rows)), steps: Float32Array.from(mean.steps) }
}

function asModel({ keys, weights, scale, steps }: Trained): NameModel {
  const scores = Float64Array.from(steps)
  return { slots: packWeights(keys, weights), scale, steps: scores, factors: scores.map(Math.exp), lists, clusters }
}

function scoreFiles(model: NameModel): Record<string, number> {
  const of = (file: string): number => Math.round(1000 * scoreFile(join(lang as string, 'ner', file), model)) / 1000
  return {
    'F1 UNER EWT dev': of('uner-ewt-dev.jsonl.gz'),
    'F1 GUM open dev (names made by a rule)': of('gum-open-dev.jsonl.gz'),
  }
}

function say(what: string): void {
  process.stderr.write(`${what}\n`)
}
