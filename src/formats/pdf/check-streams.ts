import { constants, inflateSync } from 'node:zlib'
import { checkRatio, mostUnpacked } from '../bytes/limits.ts'

/** Deflate packs at most so many bytes into one. */
const DENSEST = 1032

/**
 * Fails where a packed stream of a PDF would unpack to more than honest ones do: the library would hold all of it. Streams so short that they cannot
 * are not looked at.
 */
export function checkStreams(bytes: Uint8Array, name: string): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    const start = at + (file[at + 6] === 13 ? 8 : 7)
    if ((file[start] ?? 0) % 16 !== 8) continue
    const end = file.indexOf('endstream', start)
    const packed = file.subarray(start, end < 0 ? file.length : end)
    if (packed.length * DENSEST < mostUnpacked(packed.length)) {
      if (end < 0) return
      continue
    }
    if (isTooLarge(packed)) checkRatio(packed.length, Number.POSITIVE_INFINITY, name)
    if (end < 0) return
    at = start + packed.length
  }
}

function isTooLarge(packed: Uint8Array): boolean {
  try {
    inflateSync(packed, { maxOutputLength: mostUnpacked(packed.length), finishFlush: constants.Z_SYNC_FLUSH })
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
  }
}
