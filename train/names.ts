/**
 * Trains the name recogniser.
 *   node train/names.ts --out data/en --lang FOLDER --re3d FILE --actors FOLDER --gazetteer FOLDER [--epochs 10]
 * The folders are those of the treebanks and names, of the actors and of the gazetteer. The clusters (data/en/clusters.bin) must be there.
 * The same data gives the same bytes.
 */
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { createClusters } from '../src/annotate/clusters.ts'
import { createTable } from '../src/annotate/names/lists.ts'
import { loadModel, writeModel } from '../src/resource/model.ts'
import { augment, isUsable } from './names/augment.ts'
import { readRe3d, readUner, readWikigold } from './names/corpora.ts'
import { createWeights, encode, trainEpoch } from './names/crf.ts'
import { readGum } from './names/gum.ts'
import { buildLists } from './names/lists.ts'
import { quantise } from './names/quantise.ts'
import { createRandom, shuffle } from './random.ts'

const SEED = 20240307

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    lang: { type: 'string' },
    re3d: { type: 'string' },
    actors: { type: 'string' },
    gazetteer: { type: 'string' },
    epochs: { type: 'string', default: '10' },
    clusters: { type: 'string', default: 'data/en' },
    rate: { type: 'string', default: '0.05' },
    dropout: { type: 'string', default: '0.5' },
    decay: { type: 'string', default: '0' },
    minimum: { type: 'string', default: '2' },
    rows: { type: 'string', default: '300000' },
  },
})
const { out, lang, re3d, actors, gazetteer } = values
if (!out || !lang || !re3d || !actors || !gazetteer)
  throw new Error('usage: names.ts --out FOLDER --lang FOLDER --re3d FILE --actors FOLDER --gazetteer FOLDER [--epochs N]')

const folder = (path: string): URL => new URL(`${pathToFileURL(resolve(path)).href}/`)
const random = createRandom(SEED)
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
const usable = { ...built, people: built.people.filter(isUsable), places: built.places.filter(isUsable) }
const samples = [...real, ...augment(real, usable, random)]
const data = encode(samples, clusters, lists, Number(values.minimum), random)
say(`${real.length} sentences, ${samples.length} with the changed ones, ${data.allowed.length} words, ${data.keys.length} features`)

const weights = createWeights(data.keys.length)
const order = Int32Array.from(samples, (_, i) => i)
const epochs = Number(values.epochs)
for (let epoch = 0; epoch < epochs; epoch++) {
  shuffle(order as unknown as number[], random)
  const begun = performance.now()
  const loss = trainEpoch(
    data,
    order,
    weights,
    { rate: Number(values.rate), dropout: Number(values.dropout), decay: Number(values.decay) },
    random,
  )
  say(`epoch ${epoch + 1} of ${epochs}: loss ${loss.toFixed(4)}, ${Math.round((performance.now() - begun) / 1000)} s`)
}

const { keys, weights: small, scale } = quantise(data.keys, weights.rows, Number(values.rows))
say(`${keys.length} features kept, scale ${scale}`)
writeModel(
  folder(out),
  { scale },
  {
    keys,
    weights: small,
    steps: Float32Array.from(weights.steps),
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
      'lists: GeoNames (CC BY 4.0), Natural Earth (public domain), Wikidata office holders (CC0), CIA World Factbook (CC0), UCDP actors (CC BY 4.0), OFAC (public domain), PETRARCH dictionaries (MIT), IATI and CRS code lists (MIT, CC BY 4.0), ROR (CC0), Party Facts (MIT), Name Suggestion Index (BSD 3-clause), Unicode CLDR (Unicode License v3)',
    ],
    licence: 'CC BY-SA 4.0, as the treebank text it learned from; no text can be had back from it',
    command: `node train/names.ts --out data/en --lang FOLDER --re3d FILE --actors FOLDER --gazetteer FOLDER --epochs ${epochs}`,
    scores: {},
  },
)

function say(what: string): void {
  process.stderr.write(`${what}\n`)
}
