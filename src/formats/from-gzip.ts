import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { GriotError } from '../util/error.ts'
import { checkRatio } from './bytes/limits.ts'
import type { ByteSource, Chunks, Member } from './container.ts'

/** A file compressed with gzip (also in several members one after the other, as WARC files are): what it holds, under its name without ".gz". */
export async function* fromGzip(source: ByteSource): AsyncGenerator<Member> {
  yield { at: '', format: null, content: unpack(source.chunks, source.name) }
}

async function* unpack(chunks: Chunks, name: string): AsyncGenerator<Uint8Array> {
  let packed = 0
  let unpacked = 0
  const counted = async function* () {
    for await (const chunk of chunks) {
      packed += chunk.length
      yield chunk
    }
  }
  const input = Readable.from(counted(), { objectMode: false, highWaterMark: 1 << 16 })
  const gunzip = createGunzip({ chunkSize: 1 << 16 })
  // The stream that was piped does not hand its errors on by itself.
  input.on('error', error => gunzip.destroy(error))
  try {
    for await (const chunk of input.pipe(gunzip)) {
      unpacked += chunk.length
      checkRatio(packed, unpacked, name)
      yield chunk
    }
  } catch (error) {
    throw describeZlib(error, name)
  } finally {
    input.destroy()
    gunzip.destroy()
  }
}

/** An error of zlib as a sentence; others pass. */
function describeZlib(error: unknown, name: string): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code
  if (error instanceof GriotError || !/^Z_/.test(String(code))) return error
  if (code === 'Z_BUF_ERROR')
    return new GriotError('file-cut-off', `${name} is cut off`, {
      hint: 'What stands before the cut is read; get a whole copy for the rest',
    })
  return new GriotError('file-damaged', `${name} is damaged: its packed bytes cannot be unpacked`, {
    hint: 'What stands before the damage is read; get a sound copy for the rest',
  })
}
