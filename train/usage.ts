// Counts how words are used in raw text, as a first tagger sees it: which tags they have, and how often a capital (after Moore 2015).
//   node train/usage.ts --data FOLDER --lang en --out data/en     wants the tokenizer to be there
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { abbreviationsOf } from '../src/annotate/abbreviations.ts'
import { NO_CLUSTERS } from '../src/annotate/clusters.ts'
import { fillKnowledge, NO_LEXICON } from '../src/annotate/knowledge.ts'
import { linearOf } from '../src/annotate/linear.ts'
import { splitSentences } from '../src/annotate/sentences.ts'
import { tagSentence } from '../src/annotate/tag.ts'
import { tokenize, tokenizerOf } from '../src/annotate/tokenize.ts'
import { createTokens } from '../src/annotate/tokens.ts'
import { CASE, CASE_LOWER, CASE_NONE, describeWords, LOWER, WIDTH } from '../src/annotate/word-features.ts'
import { UPOS } from '../src/document/layers.ts'
import { loadModel, writeModel } from '../src/resource/model.ts'
import { readArguments } from './arguments.ts'
import { makeLexicon } from './lexicon.ts'
import { packLinear } from './perceptron.ts'
import { treebanks } from './sources.ts'
import { collectTags, lookUpWords, prepareSentences, trainTags } from './tagging.ts'

/** Words read of each file, so that one kind of text does not outweigh the others. */
const MOST = 2_500_000
/** Words that come less often are left out. */
const LEAST = 5
/** Counts of a word: one for each tag, then with a small letter and with a capital inside a sentence. */
const COUNTS = UPOS.length + 2
const SMALL = UPOS.length
const CAPITAL = UPOS.length + 1

const { data, lang, out, language } = await readArguments()
const train = [...treebanks(data, lang, 'train').values()].flat().flatMap(prepareSentences)
const { classes, certain } = collectTags(train)
const knowledge = { clusters: NO_CLUSTERS, usage: NO_LEXICON, classes }
lookUpWords(train, knowledge)
const tagger = {
  upos: packLinear(trainTags(train, certain, 6, 1), 1),
  knowledge,
  certain,
  features: { strings: [], classifiers: [], fixed: NO_LEXICON },
}
const model = loadModel(out, 'tokenizer')
const lists = { abbreviations: abbreviationsOf(language.annotate), clitics: language.annotate.clitics, whole: language.annotate.whole }
const tokenizer = tokenizerOf(model, lists)
const splitter = { boundaries: linearOf(model, 'boundaries'), ...lists }
const places = new Map<number, number>()
let counts = new Uint32Array(COUNTS << 16)

const folder = join(data, 'text', lang)
const files = readdirSync(folder)
  .filter(file => file.endsWith('.txt.gz'))
  .sort()
let words = 0
for (const file of files) {
  const most = words + MOST
  const lines = gunzipSync(readFileSync(join(folder, file)))
    .toString()
    .split('\n')
  for (const line of lines) if (words < most) countLine(line)
  console.error(`${file}: ${words} words so far`)
}
const usage = summarise()
writeModel(
  out,
  {},
  { usage: makeLexicon(usage) },
  {
    name: 'usage',
    what: 'For common words: the tags that a tagger gave them in raw text, and how often they have a capital there',
    sources: files,
    licence: 'Parts of the text are from Wikipedia (CC BY-SA 4.0, credit: Wikipedia contributors); only counts are kept',
    command: `node train/usage.ts --data FOLDER --lang ${lang} --out data/${lang}`,
    scores: { words, entries: usage.size },
  },
)

function countLine(line: string): void {
  if (line === '') return
  const tokens = createTokens(Math.max(16, line.length >> 2))
  tokenize(line, [0, line.length], tokenizer, tokens)
  words += tokens.count
  const info = describeWords(line, tokens, 0, tokens.count)
  for (let i = 0; i < tokens.count; i++) fillKnowledge('', info, i * WIDTH, knowledge)
  const tags = new Uint8Array(tokens.count)
  let start = 0
  for (const stop of splitSentences(line, tokens, info, 0, tokens.count, splitter)) {
    tagSentence(info, start, stop, tagger, tags)
    for (let i = start; i < stop; i++) countWord(info, i, tags[i] as number, i === start)
    start = stop
  }
}

function countWord(info: Int32Array, i: number, tag: number, first: boolean): void {
  const hash = info[i * WIDTH + LOWER] as number
  let place = places.get(hash)
  if (place === undefined) {
    place = places.size
    places.set(hash, place)
    if (place * COUNTS >= counts.length) {
      const wider = new Uint32Array(counts.length * 2)
      wider.set(counts)
      counts = wider
    }
  }
  const base = place * COUNTS
  counts[base + tag] = (counts[base + tag] as number) + 1
  const casing = info[i * WIDTH + CASE] as number
  if (first || casing === CASE_NONE) return
  const column = base + (casing === CASE_LOWER ? SMALL : CAPITAL)
  counts[column] = (counts[column] as number) + 1
}

/** Hash of a word → number of its pattern of tags × 8 + step of its share of capitals. */
function summarise(): Map<number, number> {
  const patterns = new Map<string, number>()
  const summary = new Map<number, number>()
  for (const [hash, place] of [...places].sort((a, b) => a[0] - b[0])) {
    const row = [...counts.subarray(place * COUNTS, (place + 1) * COUNTS)]
    const total = row.slice(0, UPOS.length).reduce((a, b) => a + b)
    if (total < LEAST) continue
    const pattern = describePattern(row, total)
    const number = patterns.get(pattern) ?? patterns.size + 1
    patterns.set(pattern, number)
    summary.set(hash, number * 8 + capitalStep(row[SMALL] as number, row[CAPITAL] as number))
  }
  return summary
}

/** The three commonest tags, each with the step of its share. */
function describePattern(row: readonly number[], total: number): string {
  return UPOS.map((_, tag) => tag)
    .sort((a, b) => (row[b] as number) - (row[a] as number) || a - b)
    .slice(0, 3)
    .filter(tag => (row[tag] as number) >= total * 0.03)
    .map(tag => `${tag}:${stepOf((row[tag] as number) / total, [0.1, 0.3, 0.6, 0.9])}`)
    .join(' ')
}

function capitalStep(small: number, capital: number): number {
  return small + capital < 3 ? 0 : 1 + stepOf(capital / (small + capital), [0.02, 0.2, 0.5, 0.8, 0.97])
}

function stepOf(share: number, steps: readonly number[]): number {
  return steps.filter(step => share > step).length
}
