import { normalHash } from '../../src/annotate/normalise.ts'
import { formOf, wholeSums, wholeWeights } from '../../src/annotate/parser/whole.ts'
import type { Vocabulary } from './batches.ts'
import type { Network } from './network.ts'
import type { Vectors } from './vectors.ts'

type Numbers = Float32Array<ArrayBuffer> | Int16Array<ArrayBuffer> | Int32Array<ArrayBuffer>

/** A word of a list with its hash; lists in models are sorted by hash, so that words are found without a table in memory. */
interface Entry {
  readonly hash: number
  readonly place: number
}

/** Head and arrays of the model of a trained network. */
export function parserArrays(net: Network, vocabulary: Vocabulary, vectors: Vectors) {
  const words = sortByHash(vocabulary.words)
  const affixes = sortByHash(vocabulary.affixes)
  const vectorWords = sortByHash(vectors.words)
  const shapes: Record<string, [number, number]> = {}
  const matrices: Record<string, Numbers> = {}
  for (const { name, value } of net.all) {
    const order = { word: words, affix: affixes }[name]
    const numbers = order ? rowsInOrder(value.data, value.cols, order) : Float32Array.from(value.data)
    const form = formOf(name)
    matrices[name] = form === 'halves' ? wholeWeights(numbers, value.cols) : form === 'sums' ? wholeSums(numbers) : numbers
    shapes[name] = [numbers.length / value.cols / (form === 'halves' ? 2 : 1), value.cols]
  }
  const bytes = new Int8Array(vectorWords.length * vectors.width)
  for (const [k, { place }] of vectorWords.entries())
    bytes.set(vectors.bytes.subarray(place * vectors.width, (place + 1) * vectors.width), k * vectors.width)
  return {
    head: { matrices: shapes },
    arrays: {
      ...matrices,
      words: Uint32Array.from(words, w => w.hash),
      affixes: Uint32Array.from(affixes, w => w.hash),
      vectorWords: Uint32Array.from(vectorWords, w => w.hash),
      vectors: bytes,
      feats: vocabulary.feats.join('\n'),
      labelNames: vocabulary.labels.join('\n'),
    },
  }
}

function sortByHash(words: readonly string[]): Entry[] {
  const seen = new Set<number>()
  const entries: Entry[] = []
  for (const [place, word] of words.entries()) {
    const hash = normalHash(word)
    if (!seen.has(hash)) entries.push({ hash, place })
    seen.add(hash)
  }
  return entries.sort((a, b) => a.hash - b.hash)
}

/** Rows of a table in the order of the entries, after row 0, which is that of unknown words. */
function rowsInOrder(table: Float32Array, cols: number, order: readonly Entry[]): Float32Array<ArrayBuffer> {
  const out = new Float32Array((order.length + 1) * cols)
  out.set(table.subarray(0, cols))
  for (const [k, { place }] of order.entries()) out.set(table.subarray((place + 1) * cols, (place + 2) * cols), (k + 1) * cols)
  return out
}
