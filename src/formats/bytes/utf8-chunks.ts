import { isAscii, isUtf8 } from 'node:buffer'
import { TextDecoder } from 'node:util'
import type { Chunks } from '../container.ts'
import { decodeBytes, findMark } from '../decode.ts'

/** A stream of text as UTF-8 without a byte order mark, and what was odd about its encoding, filled as the stream is read. */
export interface Utf8Stream {
  readonly chunks: AsyncIterable<Buffer>
  readonly notes: readonly string[]
}

/**
 * Puts a stream into UTF-8 on its way: by its mark, by the zeros of UTF-16, or from the encoding that `other` names for the text of its first
 * chunk, where its first letters beyond ASCII are no UTF-8. Fails where the beginning is no text at all; `name` stands in the message.
 */
export async function toUtf8(
  stream: Chunks | AsyncIterable<Buffer | string>,
  name: string,
  other: (head: string) => string | null = () => null,
): Promise<Utf8Stream> {
  const iterator = iterate(stream)
  const first = await iterator.next()
  if (first.done) return { chunks: only(iterator), notes: [] }
  const head = first.value
  const mark = findMark(head)
  if (mark && mark.label !== 'utf-8') {
    const notes = [`The file is read as ${mark.label.toUpperCase()}.`]
    return { chunks: decodeAll(only(iterator, head), new TextDecoder(mark.label)), notes }
  }
  if (!mark) decodeBytes(head.subarray(0, 512), name)
  const notes: string[] = []
  const chunks = only(iterator, head.subarray(mark?.length ?? 0))
  return { chunks: mark ? chunks : decodeOther(chunks, other(head.subarray(0, 1024).toString('latin1')), notes), notes }
}

async function* iterate(stream: Chunks | AsyncIterable<Buffer | string>): AsyncGenerator<Buffer> {
  for await (const chunk of stream)
    yield typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
}

async function* only(iterator: AsyncGenerator<Buffer>, head?: Buffer): AsyncGenerator<Buffer> {
  if (head) yield head
  yield* iterator
}

async function* decodeAll(chunks: AsyncIterable<Buffer>, decoder: TextDecoder): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }))
  const last = decoder.decode()
  if (last !== '') yield Buffer.from(last)
}

/** The first chunk that is not all ASCII decides: UTF-8, or the other encoding. */
async function* decodeOther(chunks: AsyncIterable<Buffer>, label: string | null, notes: string[]): AsyncGenerator<Buffer> {
  const iterator = chunks[Symbol.asyncIterator]()
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
    if (isAscii(next.value)) {
      yield next.value
      continue
    }
    const rest = only(iterator as AsyncGenerator<Buffer>, next.value)
    if (label === null || isUtf8(wholeCharacters(next.value))) yield* rest
    else {
      notes.push(`The file is no UTF-8; it is read as ${label}.`)
      yield* decodeAll(rest, new TextDecoder(label))
    }
    return
  }
}

/** Without the beginning of a character that the chunk cuts in two. */
function wholeCharacters(bytes: Buffer): Buffer {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number
    if (byte >= 0xc0) return bytes.subarray(0, bytes.length - back)
    if (byte < 0x80) break
  }
  return bytes
}
