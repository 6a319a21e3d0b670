import type { Chunks } from '../container.ts'

/** Reads a stream of bytes by lines and lengths; never holds more than it was asked for and a chunk. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array> | Iterator<Uint8Array>
  /** What was taken from the stream and not yet read. */
  #held: Uint8Array = EMPTY
  #ended = false
  /** Bytes read so far. */
  offset = 0

  constructor(chunks: Chunks) {
    this.#chunks = Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]()
  }

  /** The next bytes without moving on; fewer than asked for at the end of the stream. */
  async peek(length: number): Promise<Uint8Array> {
    const pieces = [this.#held]
    let have = this.#held.length
    while (have < length && !this.#ended) {
      const chunk = await this.#take()
      pieces.push(chunk)
      have += chunk.length
    }
    if (pieces.length > 1) this.#held = Buffer.concat(pieces)
    return this.#held.subarray(0, length)
  }

  /** The next bytes; fewer than asked for at the end of the stream. */
  async read(length: number): Promise<Uint8Array> {
    const bytes = await this.peek(length)
    this.#move(bytes.length)
    return bytes
  }

  /** A line without its end; null at the end of the stream. Of a longer line only the first `most` bytes are given. */
  async line(most: number): Promise<Uint8Array | null> {
    let kept: Uint8Array[] = []
    let have = 0
    for (;;) {
      if (this.#held.length === 0) {
        if (this.#ended) return have > 0 ? Buffer.concat(kept) : null
        this.#held = await this.#take()
        continue
      }
      const end = this.#held.indexOf(10)
      const piece = end < 0 ? this.#held : this.#held.subarray(0, end)
      if (have < most) kept.push(piece.subarray(0, most - have))
      have += piece.length
      this.#move(piece.length + (end < 0 ? 0 : 1))
      if (end < 0) continue
      if (kept.length === 1) return withoutReturn(kept[0] as Uint8Array)
      kept = [Buffer.concat(kept)]
      return withoutReturn(kept[0] as Uint8Array)
    }
  }

  /** The next `length` bytes piece by piece; ends early where the stream does. */
  async *pieces(length: number): AsyncGenerator<Uint8Array> {
    for (let left = length; left > 0; ) {
      if (this.#held.length === 0) {
        if (this.#ended) return
        this.#held = await this.#take()
        continue
      }
      const piece = this.#held.subarray(0, left)
      this.#move(piece.length)
      left -= piece.length
      yield piece
    }
  }

  /** Passes over bytes; gives how many there were. */
  async skip(length: number): Promise<number> {
    let skipped = 0
    for await (const piece of this.pieces(length)) skipped += piece.length
    return skipped
  }

  /** All that is left. */
  async *rest(): AsyncGenerator<Uint8Array> {
    yield* this.pieces(Number.POSITIVE_INFINITY)
  }

  /** Gives the stream back, read to its end or not. */
  async close(): Promise<void> {
    this.#ended = true
    await this.#chunks.return?.()
  }

  async #take(): Promise<Uint8Array> {
    const next = await this.#chunks.next()
    if (!next.done) return next.value
    this.#ended = true
    return EMPTY
  }

  #move(length: number): void {
    this.#held = this.#held.subarray(length)
    this.offset += length
  }
}

const EMPTY = new Uint8Array(0)

function withoutReturn(line: Uint8Array): Uint8Array {
  return line.at(-1) === 13 ? line.subarray(0, -1) : line
}
