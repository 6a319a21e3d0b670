import { readFileSync } from 'node:fs'

/** Frozen word vectors in bytes (1 is 128): the words and, row by row, their vectors. */
export interface Vectors {
  readonly words: readonly string[]
  readonly width: number
  readonly bytes: Int8Array<ArrayBuffer>
}

// Vectors come with length 1, so that a number above a half is rare; in bytes they get length 2.
const LENGTH = 2

/** Reads "word<tab>numbers" lines, one word a line; vectors have length 1. */
export function readVectors(file: string, one: number): Vectors {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line !== '')
  const width = (lines[0] as string).split('\t')[1]!.split(' ').length
  const bytes = new Int8Array(lines.length * width)
  const words = lines.map((line, row) => {
    const [word, numbers] = line.split('\t') as [string, string]
    numbers.split(' ').forEach((number, k) => {
      bytes[row * width + k] = Math.max(-127, Math.min(127, Math.round(Number(number) * LENGTH * one)))
    })
    return word
  })
  return { words, width, bytes }
}
