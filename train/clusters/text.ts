import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { CASING } from '../../src/annotate/clusters.ts'
import { normalise } from '../../src/annotate/normalise.ts'

/** Running text as numbers: the words by frequency, how often each occurs, and the tokens with -1 at the end of each paragraph. */
export interface NumberedText {
  readonly words: readonly string[]
  readonly counts: Float64Array
  /** How each word is written inside a sentence; see `casingOf`. */
  readonly casing: Uint8Array
  readonly tokens: Int32Array
}

/**
 * Reads gzipped text, one paragraph a line, and numbers the words that occur at least `minimum` times; rarer ones are left out
 * of the stream, as word2vec does. Words are split the way the treebanks do: clitics and hyphens are tokens of their own.
 */
export function readText(files: readonly string[], minimum: number): NumberedText {
  const ids = new Map<string, number>()
  const counts: number[] = []
  // Occurrences inside a sentence: in lower case, with a capital, all in capitals.
  const writings: [number, number, number][] = []
  let stream = new Int32Array(1 << 22)
  let length = 0
  const push = (id: number): void => {
    if (length === stream.length) {
      const wider = new Int32Array(stream.length * 2)
      wider.set(stream)
      stream = wider
    }
    stream[length++] = id
  }
  for (const file of files) {
    for (const line of gunzipSync(readFileSync(file)).toString('utf8').split('\n')) {
      const tokens = line.match(TOKEN)
      if (!tokens) continue
      let inside = false
      for (const token of tokens) {
        const word = normalise(token)
        let id = ids.get(word)
        if (id === undefined) {
          id = ids.size
          ids.set(word, id)
          counts.push(0)
          writings.push([0, 0, 0])
        }
        const way = inside ? writingOf(token) : -1
        if (way >= 0) (writings[id] as number[])[way]! += 1
        inside = !OPENS.test(token)
        counts[id] = (counts[id] as number) + 1
        push(id)
      }
      push(-1)
    }
  }
  return renumber([...ids.keys()], counts, writings.map(casingOf), stream.subarray(0, length), minimum)
}

const TOKEN = /(?:\p{L}\.){2,}|\p{L}+(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|\d[\d.,]*\d|[\p{L}\p{M}\d]+|[^\s]/giu

// After these a capital says nothing.
const OPENS = /^[.!?:;"“”‘'([*•–—-]$/

function writingOf(token: string): number {
  const first = token[0] as string
  if (first.toLowerCase() === first.toUpperCase()) return -1
  if (first === first.toLowerCase()) return 0
  return token.length > 1 && token === token.toUpperCase() ? 2 : 1
}

function casingOf([lower, title, upper]: readonly [number, number, number]): number {
  const all = lower + title + upper
  if (all < 5) return CASING.unknown
  if (upper > all / 2) return CASING.capitals
  const share = (title + upper) / all
  return share < 0.02
    ? CASING.never
    : share < 0.2
      ? CASING.seldom
      : share < 0.7
        ? CASING.either
        : share < 0.97
          ? CASING.mostly
          : CASING.always
}

function renumber(words: string[], counts: number[], casing: number[], stream: Int32Array, minimum: number): NumberedText {
  const order: number[] = []
  for (const [id, count] of counts.entries()) if (count >= minimum) order.push(id)
  order.sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b)
  const place = new Int32Array(words.length).fill(-2)
  for (const [rank, id] of order.entries()) place[id] = rank
  let length = 0
  const tokens = new Int32Array(stream.length)
  for (const id of stream) {
    const rank = id < 0 ? -1 : (place[id] as number)
    if (rank !== -2) tokens[length++] = rank
  }
  return {
    words: order.map(id => words[id] as string),
    counts: Float64Array.from(order, id => counts[id] as number),
    casing: Uint8Array.from(order, id => casing[id] as number),
    tokens: tokens.slice(0, length),
  }
}
