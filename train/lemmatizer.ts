// Learns lemmas; wants the tagger to be there, whose numbers of features it uses:
//   node train/lemmatizer.ts --data FOLDER --lang en --out data/en
import { describeLemma, lemmaKey, lemmaOf, parseScript, scriptFor, type Tagged } from '../src/annotate/lemmatize.ts'
import { taggerOf } from '../src/annotate/tag.ts'
import { describe, WIDTH } from '../src/annotate/word-features.ts'
import { UPOS } from '../src/document/layers.ts'
import { loadModel } from '../src/resource/model.ts'
import { readArguments } from './arguments.ts'
import { Counts, makeLexicon } from './lexicon.ts'
import { createPerceptron } from './perceptron.ts'
import { createRandom, shuffle } from './random.ts'
import { saveModel, treebanks } from './sources.ts'
import type { GoldDocument } from './treebank.ts'

const ROUNDS = 8

interface Example extends Tagged {
  readonly lemma: string
  readonly info: Int32Array
}

const { data, lang, out, language } = await readArguments()
const strings = taggerOf(loadModel(out, 'tagger'), language.annotate).features.strings
const train = [...treebanks(data, lang, 'train').values()].flat().flatMap(prepare)
const scripts = collectScripts(train)
const places = new Map(scripts.map((script, i) => [script, i]))
const fixed = makeLexicon(collectFixed(train))
const choice = trainChoice(train)
const model = { scripts: scripts.map(parseScript), choice, fixed, irregular: language.annotate.irregular }
const scores: Record<string, number> = {}
for (const [name, documents] of treebanks(data, lang, 'dev')) {
  const examples = documents.flatMap(prepare)
  const right = examples.filter(e => lemmaOf(e, e.info, model) === e.lemma).length
  scores[`${name}-dev lemmas, given tags`] = Math.round((10000 * right) / examples.length) / 100
}
console.error(scores)
saveModel(
  out,
  'lemmatizer',
  lang,
  { choice },
  { scripts: scripts.join('\n') },
  {
    what: 'Lemmas of words',
    command: `node train/lemmatizer.ts --data FOLDER --lang ${lang} --out data/${lang}`,
    numbers: { fixed },
    scores,
  },
)

function prepare(document: GoldDocument): Example[] {
  return document.sentences.flatMap(({ words }) =>
    words.map(({ form, lemma, upos, feats }) => {
      const info = new Int32Array(WIDTH)
      describe(form, 0, form.length, info, 0)
      const tag = UPOS.indexOf(upos as (typeof UPOS)[number])
      return { form, lemma, info, base: 0, tag, upos, features: feats, feats: Math.max(0, strings[tag]?.indexOf(feats) ?? 0) }
    }),
  )
}

/** Scripts that make more than one lemma, or the only one of a form that comes again. */
function collectScripts(examples: readonly Example[]): string[] {
  const counts = new Map<string, number>()
  for (const { form, lemma } of examples) {
    const script = scriptFor(form, lemma)
    counts.set(script, (counts.get(script) ?? 0) + 1)
  }
  return [...counts]
    .filter(([script, n]) => n > 1 && !/\d/.test(script.split(':')[2] as string))
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([s]) => s)
}

function collectFixed(examples: readonly Example[]): Map<number, number> {
  const counts = new Counts<number>()
  for (const { form, lemma, info, tag, feats } of examples) {
    const script = places.get(scriptFor(form, lemma))
    if (script !== undefined) counts.add(lemmaKey(info, 0, tag, feats), script)
  }
  const fixedScripts = new Map<number, number>()
  for (const [key, values] of counts.entries()) {
    const [script, count] = [...values].sort((a, b) => b[1] - a[1])[0] as [number, number]
    if (count > 1 || values.size === 1) fixedScripts.set(key, script + 1)
  }
  return fixedScripts
}

function trainChoice(examples: readonly Example[]) {
  const perceptron = createPerceptron(scripts.length)
  const random = createRandom(1)
  const found = new Float64Array(scripts.length)
  const row = new Int32Array(32)
  // A form counts once for each way in which it is read: what is frequent is fixed anyway.
  const kinds = [...new Map(examples.map(e => [`${e.form}\t${e.tag}\t${e.feats}\t${e.lemma}`, e])).values()]
  const order = kinds.map((_, i) => i)
  for (let round = 1; round <= ROUNDS; round++) {
    shuffle(order, random)
    let wrong = 0
    for (const index of order) {
      const { form, lemma, info, tag, feats } = kinds[index] as Example
      const gold = places.get(scriptFor(form, lemma))
      if (gold === undefined) continue
      const count = describeLemma(info, 0, tag, feats, row)
      perceptron.scores(row, count, found)
      let guess = 0
      for (let i = 1; i < found.length; i++) if ((found[i] as number) > (found[guess] as number)) guess = i
      if (guess === gold) perceptron.pass()
      else {
        perceptron.update(row, count, gold, guess)
        wrong++
      }
    }
    console.error(`lemmas, round ${round}: ${wrong} of ${kinds.length} wrong`)
  }
  return perceptron.finish(1)
}
