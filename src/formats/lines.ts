import { GriotError } from '../util/error.ts'
import { LONGEST_MEMBER } from './bytes/limits.ts'
import { toUtf8 } from './bytes/utf8-chunks.ts'
import type { Chunks } from './container.ts'

/** A line of a stream: its bytes without the line end, its number from 1, and how many bytes of the stream it stands for. */
export interface Line {
  readonly number: number
  readonly bytes: Uint8Array
  readonly size: number
  readonly notes: readonly string[]
}

/** Cuts a stream of bytes into lines; blank lines are passed over. UTF-16 becomes UTF-8 on the way; what is no text at all fails at once. */
export async function* splitLines(stream: AsyncIterable<Buffer | string> | Chunks, name: string): AsyncGenerator<Line> {
  const { chunks, notes } = await toUtf8(stream, name)
  let pieces: Buffer[] = []
  let number = 0
  let size = 0
  let first = true
  for await (const chunk of chunks) {
    first = false
    let start = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      pieces.push(chunk.subarray(start, end))
      size += end - start + 1
      number++
      const bytes = join(pieces)
      pieces = []
      start = end + 1
      if (isBlank(bytes)) continue
      yield { number, bytes, size, notes }
      size = 0
    }
    if (start < chunk.length) {
      pieces.push(chunk.subarray(start))
      size += chunk.length - start
      if (size > LONGEST_MEMBER) throw tooLong(name, number + 1)
    }
  }
  if (first) throw new GriotError('file-empty', `${name} is empty`, { hint: 'Give a file that holds a report' })
  const bytes = join(pieces)
  if (!isBlank(bytes)) yield { number: number + 1, bytes, size, notes }
}

/** A copy of its own, so that it can be handed to a worker without the rest of the chunk. */
function join(pieces: readonly Buffer[]): Uint8Array {
  let length = 0
  for (const piece of pieces) length += piece.length
  const out = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    out.set(piece, at)
    at += piece.length
  }
  return out
}

function isBlank(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte !== 32 && byte !== 9 && byte !== 13 && byte !== 10) return false
  return true
}

function tooLong(name: string, number: number): GriotError {
  return new GriotError('file-too-large', `${name}:${number} is too large to be one report (over ${LONGEST_MEMBER >> 20} MB)`, {
    hint: 'Put each report on a line of its own',
  })
}
