import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createMatrices } from '../../src/annotate/parser/matrix.ts'
import { createRandom } from '../random.ts'
import { adam } from './adam.ts'
import { numberer, packBatch, readVocabulary } from './batches.ts'
import { learnBatch } from './learn.ts'
import { createNetwork, type Network } from './network.ts'
import type { TreeExample } from './tagged.ts'

/** "form/TAG:head:relation …", heads counted from 1, 0 for the root. */
function tree(text: string): TreeExample {
  const words = text.split(' ').map(word => word.split(/[/:]/) as [string, string, string, string])
  const upos = words.map(w => w[1])
  return {
    forms: words.map(w => w[0]),
    upos,
    feats: words.map(() => '_'),
    trueUpos: upos,
    heads: words.map(w => Number(w[2]) - 1),
    deprels: words.map(w => w[3]),
  }
}

const trees = [
  tree('Rebels/NOUN:2:nsubj took/VERB:0:root the/DET:4:det town/NOUN:2:obj'),
  tree('Troops/NOUN:2:nsubj left/VERB:0:root'),
  tree('The/DET:2:det army/NOUN:3:nsubj took/VERB:0:root it/PRON:3:obj'),
]
const vocabulary = readVocabulary(trees)
const numbered = trees.map(numberer(vocabulary, new Map([['army', 0]])))
const batch = packBatch(numbered)
const none = { input: 0, layer: 0, heads: 0, random: createRandom(3) }

function network() {
  const m = createMatrices(8 << 20)
  const sizes = {
    word: 8,
    affix: 8,
    tag: 8,
    vector: 8,
    hidden: 8,
    layers: 2,
    arc: 8,
    label: 8,
    words: 40,
    affixes: 40,
    tags: 18,
    feats: 4,
    labels: 8,
  }
  return { m, net: createNetwork(sizes, Float32Array.of(1, 0, -1, 0, 0.5, 0, 0, 1), m, 1) }
}

function lossOf({ m, net }: { m: ReturnType<typeof createMatrices>; net: Network }): number {
  const mark = m.mark()
  const loss = learnBatch(m, net, batch, none)
  m.release(mark)
  return loss
}

// Small, so that few units cross the bend of their activation.
const STEP = 0.002

test('gradients say how the loss changes', () => {
  const made = network()
  lossOf(made)
  const gradients = made.net.all.map(l => l.gradient.data.slice())
  let checked = 0
  for (const [k, { name, value }] of made.net.all.entries()) {
    for (let i = 0; i < value.data.length; i += 11) {
      const kept = value.data[i]!
      value.data[i] = kept + STEP
      const more = lossOf(made)
      value.data[i] = kept - STEP
      const less = lossOf(made)
      value.data[i] = kept
      const expected = (more - less) / (2 * STEP)
      assert.ok(
        Math.abs(gradients[k]![i]! - expected) < 0.002 + 0.05 * Math.abs(expected),
        `${name} ${i}: ${gradients[k]![i]} and ${expected}`,
      )
      checked++
    }
  }
  assert.ok(checked > 300)
})

test('a few trees are learned, and in the same way each time', () => {
  const learn = () => {
    const made = network()
    const losses: number[] = []
    for (let step = 1; step <= 150; step++) {
      losses.push(lossOf(made))
      adam(made.net, 0.01, step)
    }
    return { losses, weights: made.net.all.map(l => l.value.data) }
  }
  const first = learn()
  assert.ok(first.losses.at(-1)! < 0.1 * first.losses[0]!, `${first.losses[0]} became ${first.losses.at(-1)}`)
  assert.deepEqual(learn(), first)
})
