import { close, createReadStream, readSync } from 'node:fs'
import type { Readable } from 'node:stream'
import yauzl from 'yauzl'

const BLOCK = 1 << 16
/** The list of contents, the headers and the files stand in different places of an archive; all are read with few blocks held. */
const HELD = 16

/** Reads a file here and there, in blocks that are kept for a while: archives of many small files are read in few steps. */
export class BlockReader extends yauzl.RandomAccessReader {
  readonly #fd: number
  readonly #blocks = new Map<number, Buffer>()

  constructor(fd: number) {
    super()
    this.#fd = fd
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return createReadStream('', { fd: this.#fd, start, end: end - 1, autoClose: false })
  }

  override read(
    target: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, read?: number) => void,
  ): void {
    let found: Buffer
    try {
      found = this.bytesAt(position, length)
    } catch (error) {
      setImmediate(callback, error as Error)
      return
    }
    found.copy(target, offset)
    // The library expects an answer after its call has returned.
    queueMicrotask(() => callback(null, found.length))
  }

  /** The bytes at a place of the file; fewer at its end. */
  bytesAt(position: number, length: number): Buffer {
    const first = this.#block(Math.floor(position / BLOCK)).subarray(position % BLOCK)
    if (first.length >= length) return first.subarray(0, length)
    const bytes = Buffer.alloc(length)
    return bytes.subarray(0, readSync(this.#fd, bytes, 0, length, position))
  }

  override close(callback: (error: Error | null) => void): void {
    close(this.#fd, error => callback(error ?? null))
  }

  #block(number: number): Buffer {
    const known = this.#blocks.get(number)
    if (known) return known
    const block = Buffer.allocUnsafe(BLOCK)
    const length = readSync(this.#fd, block, 0, BLOCK, number * BLOCK)
    const oldest = this.#blocks.keys().next()
    if (this.#blocks.size >= HELD && !oldest.done) this.#blocks.delete(oldest.value)
    const bytes = block.subarray(0, length)
    this.#blocks.set(number, bytes)
    return bytes
  }
}
