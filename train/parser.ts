// Trains the dependency parser: node train/parser.ts TREEBANK-FOLDER [--epochs N]
// The folder holds ewt-train, ewt-dev, gum-open-train and gum-open-dev (.conllu.gz); writes data/en/parser.bin and its card.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ARC_ROWS, best, LEFT, MOVE_ROWS, MOVES, type ParserWeights, parse, RIGHT, SHIFT, State, scoreRows } from '../src/annotate/parse.ts'
import { writeModel } from '../src/resource/model.ts'
import { type GoldSentence, readTreebank } from './conllu.ts'
import { createRandom, nextFraction, type Random, shuffle } from './random.ts'

/** Weights that remember their sum over time, for averaging. */
class Averaged {
  readonly now: Int32Array
  readonly #sum: Float64Array
  readonly #since: Int32Array
  time = 0
  constructor(size: number) {
    this.now = new Int32Array(size)
    this.#sum = new Float64Array(size)
    this.#since = new Int32Array(size)
  }
  add(index: number, change: number): void {
    this.#settle(index)
    this.now[index]! += change
  }
  #settle(index: number): void {
    this.#sum[index]! += this.now[index]! * (this.time - this.#since[index]!)
    this.#since[index] = this.time
  }
  average(): Float64Array {
    for (let i = 0; i < this.now.length; i++) this.#settle(i)
    return this.#sum.map(x => x / this.time)
  }
}

function main(): void {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { epochs: { type: 'string', default: '8' } } })
  const folder = positionals[0] as string
  const gold = ['ewt-train', 'gum-open-train'].flatMap(name => readTreebank(join(folder, `${name}.conllu.gz`)))
  const labels = [...new Set(gold.flatMap(s => s.deprels))].filter(l => l !== 'root').sort()
  const places = new Map(labels.map((l, i) => [l, i]))
  const moves = new Averaged(MOVE_ROWS * MOVES)
  const arcs = new Averaged(ARC_ROWS * labels.length)
  const random = createRandom(1)
  const order = gold.map((_, i) => i)
  for (let epoch = 0; epoch < Number(values.epochs); epoch++) {
    shuffle(order, random)
    let wrong = 0
    for (const i of order) wrong += learnMoves(gold[i]!, moves, random, epoch > 0 ? 0.9 : 0)
    if (epoch < 5) for (const i of order) learnLabels(gold[i]!, arcs, places)
    console.log(`epoch ${epoch + 1}: ${wrong} wrong moves`)
  }
  const weights = { labels, moves: quantise(moves.average()), arcs: quantise(arcs.average()) }
  const scores: Record<string, number> = {}
  for (const name of ['ewt-dev', 'gum-open-dev'])
    Object.assign(scores, evaluate(name, readTreebank(join(folder, `${name}.conllu.gz`)), weights))
  console.log(scores)
  writeModel(
    new URL('../data/en/', import.meta.url),
    {},
    { labels: labels.join('\n'), moves: weights.moves, arcs: weights.arcs },
    {
      name: 'parser',
      what: 'Weights of the dependency parser',
      sources: ['UD English EWT 2.16 (train)', 'UD English GUM 2.16 (train, documents under open licences)'],
      licence: 'CC BY-SA 4.0',
      command: 'node train/parser.ts TREEBANK-FOLDER',
      scores,
    },
  )
}

function quantise(weights: Float64Array): Int16Array<ArrayBuffer> {
  return Int16Array.from(weights, w => Math.max(-32768, Math.min(32767, Math.round(w * 32))))
}

/** One pass over a sentence with the dynamic oracle of Goldberg & Nivre (2013); gives the number of wrong choices. */
function learnMoves(gold: GoldSentence, weights: Averaged, random: Random, explore: number): number {
  const state = new State(gold)
  const heads = gold.heads.map(h => (h < 0 ? gold.heads.length : h))
  const scores = new Int32Array(MOVES)
  let wrong = 0
  while (!state.done()) {
    weights.time++
    state.features()
    scoreRows(state.rows, state.count, weights.now, MOVES, MOVE_ROWS, scores)
    const costs = [0, 1, 2].map(move => (state.allowed(move) ? cost(state, heads, move) : Infinity))
    const least = Math.min(...costs)
    const guess = best(scores, move => state.allowed(move))
    const right = best(scores, move => costs[move] === least)
    if (costs[guess] !== least) {
      wrong++
      for (let f = 0; f < state.count; f++) {
        const row = (state.rows[f]! & (MOVE_ROWS - 1)) * MOVES
        weights.add(row + right, 1)
        weights.add(row + guess, -1)
      }
    }
    state.move(nextFraction(random) < explore ? guess : right)
  }
  return wrong
}

/** Arcs of the gold tree that a move makes impossible. */
function cost(state: State, heads: readonly number[], move: number): number {
  const { stack, depth, next, length } = state
  let lost = 0
  if (move === SHIFT) {
    for (let i = 0; i < depth; i++) {
      if (heads[stack[i]!] === next) lost++
      if (i < depth - 1 && heads[next] === stack[i]) lost++
    }
    return lost
  }
  const s0 = stack[depth - 1]!
  const head = heads[s0]!
  for (let i = next; i < length; i++) if (heads[i] === s0) lost++
  if (move === LEFT && (head > next || (depth > 1 && head === stack[depth - 2]))) lost++
  if (move === RIGHT && head >= next) lost++
  return lost
}

function learnLabels(gold: GoldSentence, weights: Averaged, places: ReadonlyMap<string, number>): void {
  const state = replay(gold)
  const scores = new Int32Array(places.size)
  for (let i = 0; i < gold.heads.length; i++) {
    if (gold.heads[i]! < 0) continue
    weights.time++
    state.arcFeatures(i)
    scoreRows(state.rows, state.count, weights.now, places.size, ARC_ROWS, scores)
    const guess = best(scores, () => true)
    const right = places.get(gold.deprels[i]!) as number
    if (guess === right) continue
    for (let f = 0; f < state.count; f++) {
      const row = (state.rows[f]! & (ARC_ROWS - 1)) * places.size
      weights.add(row + right, 1)
      weights.add(row + guess, -1)
    }
  }
}

/** The end of a perfect parse: follows the oracle, so that children are known as the parser would know them. */
function replay(gold: GoldSentence): State {
  const state = new State(gold)
  const heads = gold.heads.map(h => (h < 0 ? gold.heads.length : h))
  while (!state.done()) {
    const costs = [0, 1, 2].map(move => (state.allowed(move) ? cost(state, heads, move) : Infinity))
    state.move(costs.indexOf(Math.min(...costs)))
  }
  state.heads.set(heads)
  return state
}

function evaluate(name: string, gold: readonly GoldSentence[], weights: ParserWeights): Record<string, number> {
  let [words, unlabelled, labelled] = [0, 0, 0]
  const start = process.hrtime.bigint()
  for (const sentence of gold) {
    const tree = parse(sentence, weights)
    for (const [i, head] of sentence.heads.entries()) {
      words++
      if (tree.heads[i] !== head) continue
      unlabelled++
      if (tree.deprels[i]!.split(':')[0] === sentence.deprels[i]!.split(':')[0]) labelled++
    }
  }
  console.log(`${name}: ${Math.round(words / (Number(process.hrtime.bigint() - start) / 1e9))} words/s`)
  return { [`${name} UAS, gold words and tags`]: round(unlabelled / words), [`${name} LAS, gold words and tags`]: round(labelled / words) }
}

function round(x: number): number {
  return Math.round(x * 10000) / 100
}

main()
