/**
 * Trains the name recogniser.
 *   node train/names.ts --out data/en --data FOLDER --re3d FILE --actors FOLDER --gazetteer FOLDER --raw TEXT.txt.gz [--uses TEXT.txt.gz …] [--epochs 7]
 * The folders are those of the treebanks and names (in lang/), of the actors and of the gazetteer; texts are gzipped, one paragraph a line. A first
 * model labels a part of the raw text for the second, and tells how all of it and a part of the others use their words. The reader must find words, tags and trees already.
 * The same data gives the same bytes.
 */
import { basename, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { createClusters } from '../src/annotate/clusters.ts'
import { createTable, type NameLists } from '../src/annotate/names/lists.ts'
import { type NameModel, packWeights } from '../src/annotate/names/model.ts'
import { createParser } from '../src/annotate/parse.ts'
import { type TaggerModel, taggerOf } from '../src/annotate/tag.ts'
import { english } from '../src/lang/en/index.ts'
import { writeModel } from '../src/resource/model.ts'
import { augment, isUsable } from './names/augment.ts'
import { readRe3d, readUner, readWikigold } from './names/corpora.ts'
import { addUp, createWeights, type Encoded, encode, trainEpoch, type Weights } from './names/crf.ts'
import { readGum } from './names/gum.ts'
import { type BuiltLists, buildLists } from './names/lists.ts'
import { type Quantised, quantise } from './names/quantise.ts'
import { readRaw } from './names/raw.ts'
import { inCorpus, type Sample } from './names/samples.ts'
import { scoreFile } from './names/score.ts'
import { tagSamples } from './names/tags.ts'
import { addUses, countUses, type Usage } from './names/usage.ts'
import { taggersOfOthers } from './parser/tagged.ts'
import { createRandom, shuffle } from './random.ts'
import { treebanks } from './sources.ts'

const SEED = 20240307
/** Epochs at the end whose mean is kept: it is steadier than the last alone. */
const AVERAGED = 3
/** Trainings of the second model, each in an order of its own, whose mean is kept. */
const RUNS = 2
/** Documents of the treebanks are tagged by taggers that have not learned from them; see train/parser.ts. */
const FOLDS = 4

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    data: { type: 'string' },
    re3d: { type: 'string' },
    actors: { type: 'string' },
    gazetteer: { type: 'string' },
    epochs: { type: 'string', default: '7' },
    rate: { type: 'string', default: '0.05' },
    dropout: { type: 'string', default: '0.5' },
    decay: { type: 'string', default: '0' },
    minimum: { type: 'string', default: '2' },
    rows: { type: 'string', default: '340000' },
    raw: { type: 'string' },
    uses: { type: 'string', multiple: true, default: [] },
    step: { type: 'string', default: '12' },
    usesStep: { type: 'string', default: '4' },
  },
})
const { out, data: folderOfData, re3d, actors, gazetteer, raw: rawText } = values
if (!out || !folderOfData || !re3d || !actors || !gazetteer || !rawText)
  throw new Error(
    'usage: names.ts --out FOLDER --data FOLDER --re3d FILE --actors FOLDER --gazetteer FOLDER --raw TEXT.txt.gz [--uses TEXT.txt.gz …] [--epochs N]',
  )

const folder = (path: string): URL => new URL(`${pathToFileURL(resolve(path)).href}/`)
const built = buildLists(actors, gazetteer)
say(`${built.phrases.keys.length} phrases, ${built.words.keys.length} words on lists`)
const { annotate } = english
const clusters = createClusters(annotate.model('clusters'))
const parser = createParser(annotate.model('parser'))
const lang = join(folderOfData, 'lang')
const uner = readUner(join(lang, 'ner/uner-ewt-train.jsonl.gz'))
const gum = readGum(join(lang, 'en/gum-open-train.conllu.gz'), join(lang, 'ner/gum-open-train.jsonl.gz'))
const taggerFor = taggers([...uner, ...gum])
const real = [
  ...uner,
  ...inCorpus(1, readWikigold(join(lang, 'ner/wikigold.jsonl.gz'))),
  ...inCorpus(2, gum),
  ...inCorpus(3, readRe3d(re3d)),
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
// The first labels text of yet another sort: it learns from all corpora alike.
const first = asModel(train(inCorpus(0, known), tablesOf(built), 1, 'without raw text'))
const raw = readRaw(rawText, Number(values.step), first)
say(`${raw.length} sentences of raw text`)
const usage: Usage = { words: new Map(), phrases: new Map() }
countUses(rawText, 1, first, usage)
for (const file of values.uses) countUses(file, Number(values.usesStep), first, usage)
const used = addUses(built, usage)
say(`${used.phrases.keys.length} phrases, ${used.words.keys.length} words with their uses`)
const trained = train([...known, ...raw, ...augment(raw, usable, random)], tablesOf(used), RUNS, 'with raw text')
const scores = scoreFiles(asModel(trained))
const { keys, weights: small, scale, steps } = trained
say(`${keys.length} features kept, scale ${scale}`)
writeModel(
  folder(out),
  { scale },
  {
    slots: packWeights(keys, small),
    steps,
    'phrases.keys': used.phrases.keys,
    'phrases.bits': used.phrases.bits,
    'words.keys': used.words.keys,
    'words.bits': used.words.bits,
  },
  {
    name: 'names',
    what: 'Finds names of people, places, organisations and others: a linear-chain CRF over words, shapes, clusters, parts of speech, lists of names and what raw text uses as names (as hashes).',
    sources: [
      'UNER English EWT, train part (CC BY-SA 4.0)',
      'WikiGold (CC BY 4.0)',
      'UD English GUM, open documents of the train part (CC BY, CC BY-SA, public domain by document; annotation CC BY 4.0)',
      're3d (dstl), train part without BBC texts (US public domain, OGL 3.0, CC BY-SA 3.0, CC BY 3.0 AU, EEAS notice)',
      'Wikipedia, Portal:Current events and articles (CC BY-SA 4.0), labelled by a first model and the lists',
      'travel advisories (US public domain, Australia and Ireland CC BY 4.0, UK OGL 3.0), US Office of the Historian (public domain): counts of names found',
      'lists: GeoNames (CC BY 4.0), Natural Earth (public domain), Wikidata office holders (CC0), CIA World Factbook (CC0), UCDP actors (CC BY 4.0), OFAC (public domain), PETRARCH dictionaries (MIT), IATI and CRS code lists (MIT, CC BY 4.0), ROR (CC0), Party Facts (MIT), Name Suggestion Index (BSD 3-clause), Unicode CLDR (Unicode License v3)',
    ],
    licence: 'CC BY-SA 4.0, as the treebank text it learned from; no text can be had back from it',
    command: `node train/names.ts --out data/en --data FOLDER --re3d FILE --actors FOLDER --gazetteer FOLDER --raw ${basename(rawText)}${values.uses.map(file => ` --uses ${basename(file)}`).join('')} --epochs ${epochs}`,
    scores,
  },
)

interface Trained extends Quantised {
  readonly steps: Float32Array<ArrayBuffer>
  readonly lists: NameLists
}

/** The tagger of each sentence: one that has not learned from its document. The samples are of the treebanks' documents, in their order. */
function taggers(samples: readonly Sample[]): (sample: Sample) => TaggerModel {
  const tagger = taggerOf(annotate.model('tagger'), annotate)
  const documents = [...treebanks(folderOfData as string, 'en', 'train').values()].flat()
  const names = [...new Set(samples.map(sample => sample.doc))]
  if (names.length !== documents.length) throw new Error('names and treebanks are not of the same documents')
  const others = taggersOfOthers(documents, tagger, FOLDS)
  const known = new Map(names.map((name, d) => [name, others[d % FOLDS] as TaggerModel]))
  return sample => known.get(sample.doc) ?? tagger
}

function tablesOf({ phrases, words }: BuiltLists): NameLists {
  return { phrases: createTable(phrases.keys, phrases.bits), words: createTable(words.keys, words.bits) }
}

function train(samples: readonly Sample[], lists: NameLists, runs: number, what: string): Trained {
  const tags = tagSamples(samples, taggerFor, parser)
  const data = encode(samples, sample => tags.get(sample) as Uint8Array, clusters, lists, Number(values.minimum), random)
  say(`${what}: ${samples.length} sentences, ${data.allowed.length} words, ${data.keys.length} features`)
  const mean = createWeights(data)
  for (let run = 0; run < runs; run++) learn(data, runs, mean)
  return { ...quantise(data.keys, mean.rows, data.rows, Number(values.rows)), steps: Float32Array.from(mean.steps), lists }
}

/** Learns from the start and adds a share of the weights to the mean of so many runs. */
function learn(data: Encoded, runs: number, mean: Weights): void {
  const weights = createWeights(data)
  const order = Int32Array.from({ length: data.first.length - 1 }, (_, i) => i)
  const settings = { rate: Number(values.rate), dropout: Number(values.dropout), decay: Number(values.decay) }
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order as unknown as number[], random)
    const begun = performance.now()
    const loss = trainEpoch(data, order, weights, settings, random)
    if (epoch >= epochs - AVERAGED) addUp(mean, weights, 1 / (runs * Math.min(AVERAGED, epochs)))
    say(`epoch ${epoch + 1} of ${epochs}: loss ${loss.toFixed(4)}, ${Math.round((performance.now() - begun) / 1000)} s`)
  }
}

function asModel({ keys, weights, scale, steps, lists }: Trained): NameModel {
  const scores = Float64Array.from(steps)
  return { slots: packWeights(keys, weights), scale, steps: scores, factors: scores.map(Math.exp), lists, clusters }
}

function scoreFiles(model: NameModel): Record<string, number> {
  const of = (file: string): number => Math.round(1000 * scoreFile(join(lang, 'ner', file), model)) / 1000
  return {
    'F1 UNER EWT dev': of('uner-ewt-dev.jsonl.gz'),
    'F1 GUM open dev (names made by a rule)': of('gum-open-dev.jsonl.gz'),
  }
}

function say(what: string): void {
  process.stderr.write(`${what}\n`)
}
