import { fillKnowledge, type Knowledge } from '../src/annotate/knowledge.ts'
import type { Lexicon } from '../src/annotate/lexicon.ts'
import type { Linear } from '../src/annotate/linear.ts'
import { certainTag, describeTag, isShouted } from '../src/annotate/tag.ts'
import { describe, LOWER, WIDTH } from '../src/annotate/word-features.ts'
import { UPOS } from '../src/document/layers.ts'
import { Counts, makeLexicon } from './lexicon.ts'
import { createPerceptron } from './perceptron.ts'
import { createRandom, shuffle } from './random.ts'
import type { GoldDocument } from './treebank.ts'

/** A sentence in numbers, with its tags. */
export interface TaggedExample {
  readonly info: Int32Array
  readonly length: number
  readonly tags: Uint8Array
  readonly forms: readonly string[]
  readonly feats: readonly string[]
}

/** The sentences of a document in numbers; what is looked up is not filled yet. */
export function prepareSentences(document: GoldDocument): TaggedExample[] {
  return document.sentences.map(({ words }) => {
    const info = new Int32Array(words.length * WIDTH)
    for (const [i, { form }] of words.entries()) describe(form, 0, form.length, info, i * WIDTH)
    const tags = Uint8Array.from(words, w => UPOS.indexOf(w.upos as (typeof UPOS)[number]))
    return { info, length: words.length, tags, forms: words.map(w => w.form), feats: words.map(w => w.feats) }
  })
}

/** Looks up every word of the sentences. */
export function lookUpWords(examples: readonly TaggedExample[], knowledge: Knowledge): void {
  for (const { forms, info } of examples) for (const [i, form] of forms.entries()) fillKnowledge(form, info, i * WIDTH, knowledge)
}

/** Two lexicons: the tags of words that come often enough (a bit each), and the one tag of words that never have another. */
export function collectTags(examples: readonly TaggedExample[]): { classes: Lexicon; certain: Lexicon } {
  const counts = new Counts<number>()
  for (const { info, length, tags } of examples)
    for (let i = 0; i < length; i++) counts.add(info[i * WIDTH + LOWER] as number, tags[i] as number)
  const classes = new Map<number, number>()
  const certain = new Map<number, number>()
  for (const [hash, values] of counts.entries()) {
    const total = [...values.values()].reduce((a, b) => a + b)
    if (total < 4) continue
    let mask = 0
    for (const [tag, count] of values) if (count * 50 >= total) mask |= 1 << tag
    classes.set(hash, mask)
    const [tag, count] = [...values].sort((a, b) => b[1] - a[1])[0] as [number, number]
    if (total >= 20 && count >= total * 0.998) certain.set(hash, tag + 1)
  }
  return { classes: makeLexicon(classes), certain: makeLexicon(certain) }
}

/** Trains the choice of tags; words with a certain tag are not asked about. */
export function trainTags(examples: readonly TaggedExample[], certain: Lexicon, rounds: number, seed: number): Linear {
  const perceptron = createPerceptron(UPOS.length)
  const random = createRandom(seed)
  const order = examples.map((_, i) => i)
  const found = new Float64Array(UPOS.length)
  const row = new Int32Array(64)
  for (let round = 1; round <= rounds; round++) {
    shuffle(order, random)
    let wrong = 0
    for (const index of order) {
      const { info, length, tags } = examples[index] as TaggedExample
      const guesses = new Uint8Array(length)
      const shouted = isShouted(info, 0, length)
      for (let i = 0; i < length; i++) {
        const sure = certainTag(info, i, certain)
        guesses[i] = sure
        if (sure >= 0) continue
        const count = describeTag(info, 0, length, i, guesses, shouted, row)
        perceptron.scores(row, count, found)
        const guess = highest(found)
        const gold = tags[i] as number
        guesses[i] = guess
        if (guess === gold) perceptron.pass()
        else {
          perceptron.update(row, count, gold, guess)
          wrong++
        }
      }
    }
    console.error(`tags, seed ${seed}, round ${round}: ${wrong} wrong`)
  }
  return perceptron.finish(1)
}

/** The place of the highest number; the first of equals. */
export function highest(numbers: Float64Array): number {
  let best = 0
  for (let i = 1; i < numbers.length; i++) if ((numbers[i] as number) > (numbers[best] as number)) best = i
  return best
}
