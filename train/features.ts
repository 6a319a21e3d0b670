import { mix } from '../src/annotate/linear.ts'
import { describeFeatures, type TaggerModel } from '../src/annotate/tag.ts'
import { LOWER, WIDTH } from '../src/annotate/word-features.ts'
import { UPOS } from '../src/document/layers.ts'
import { Counts, makeLexicon } from './lexicon.ts'
import { createPerceptron } from './perceptron.ts'
import { createRandom, shuffle } from './random.ts'
import { highest, type TaggedExample } from './tagging.ts'

/** Trains the choice of the features of tagged words. */
export function trainFeatures(examples: readonly TaggedExample[], rounds: number): TaggerModel['features'] {
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
    for (let round = 0; round < rounds; round++) {
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
    return perceptron.finish(2)
  })
  return { strings, classifiers, fixed: lexiconOfFixed }
}
