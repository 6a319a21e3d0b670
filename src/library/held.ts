import { closeSync, createReadStream, existsSync, openSync, readSync, statSync, truncateSync } from 'node:fs'
import { splitLines } from '../formats/lines.ts'

/** What a file of readings already holds: how often each report id stands in it. */
export interface Held {
  readonly ids: ReadonlyMap<string, number>
  readonly count: number
}

/**
 * Looks what an earlier, interrupted run wrote, so that a later one can go on behind it. A last line without its end is cut away.
 * A file that is not there holds nothing.
 */
export async function findHeld(path: string): Promise<Held> {
  const ids = new Map<string, number>()
  if (!existsSync(path) || statSync(path).size === 0) return { ids, count: 0 }
  cutHalfLine(path)
  let count = 0
  if (statSync(path).size > 0)
    for await (const { bytes } of splitLines(createReadStream(path), path)) {
      // The id stands near the head of the line, and a whole reading need not be parsed for it.
      const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 300)).toString('latin1')
      const id = /^\{"griot":"[^"]*","report":\{"id":"(sha256:[0-9a-f]{64})"/.exec(head)?.[1]
      if (id) ids.set(id, (ids.get(id) ?? 0) + 1)
      count++
    }
  return { ids, count }
}

function cutHalfLine(path: string): void {
  const file = openSync(path, 'r')
  const chunk = Buffer.alloc(1 << 16)
  let end = statSync(path).size
  let whole = 0
  try {
    while (end > 0 && whole === 0) {
      const start = Math.max(0, end - chunk.length)
      const read = readSync(file, chunk, 0, end - start, start)
      const at = chunk.subarray(0, read).lastIndexOf(10)
      if (at >= 0) whole = start + at + 1
      end = start
    }
  } finally {
    closeSync(file)
  }
  truncateSync(path, whole)
}
