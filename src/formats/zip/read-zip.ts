import { crc32 } from 'node:zlib'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { GriotError } from '../../util/error.ts'
import { checkRatio } from '../bytes/limits.ts'
import { cleanName } from '../bytes/member-name.ts'
import { describeZlib } from '../from-gzip.ts'

/** A file in a ZIP archive. */
export interface ZipEntry {
  readonly name: string
  /** Bytes in the archive. */
  readonly packed: number
  /** Bytes unpacked, as the archive claims. */
  readonly size: number
  /** What it holds; fails where it is encrypted, damaged, or grows beyond all measure. To be used up, or not begun. */
  content(): AsyncGenerator<Uint8Array>
}

/** The files of a ZIP archive (a path, or its bytes) by its list of contents; folders are passed over. `name` stands in messages. */
export async function* readZip(from: string | Uint8Array, name: string): AsyncGenerator<ZipEntry> {
  const zip = await open(from, name)
  const entries = zip.eachEntry()
  try {
    for (let count = 1; ; count++) {
      const entry = await nextOf(entries, name, count)
      if (!entry) return
      const cleaned = cleanName(nameOf(entry))
      if (/[/\\]$/.test(nameOf(entry))) continue
      yield {
        name: cleaned,
        packed: entry.compressedSize,
        size: entry.uncompressedSize,
        content: () => contentOf(zip, entry, `${name}/${cleaned}`),
      }
    }
  } finally {
    zip.close()
  }
}

// Sizes are checked here, entry by entry; the library would give up the whole archive for one of them.
const OPTIONS = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: false } as const

async function open(from: string | Uint8Array, name: string): Promise<ZipFile> {
  try {
    if (typeof from === 'string') return await yauzl.openPromise(from, OPTIONS)
    return await yauzl.fromBufferPromise(Buffer.from(from.buffer, from.byteOffset, from.byteLength), OPTIONS)
  } catch (error) {
    if (/^E[A-Z]+$/.test(String((error as NodeJS.ErrnoException).code))) throw error
    throw new GriotError('file-damaged', `${name} is cut off or damaged: the list of contents at the end of a ZIP archive is missing`, {
      hint: 'Get a whole copy of it',
    })
  }
}

async function nextOf(entries: AsyncIterator<Entry>, name: string, count: number): Promise<Entry | null> {
  try {
    const next = await entries.next()
    return next.done ? null : next.value
  } catch {
    throw new GriotError('file-damaged', `${name} is damaged: its list of contents ends at file ${count}`, {
      hint: 'What stands before it is read; get a sound copy for the rest',
    })
  }
}

function nameOf(entry: Entry): string {
  return yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false)
}

async function* contentOf(zip: ZipFile, entry: Entry, name: string): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted()) {
    throw new GriotError('file-encrypted', `${name} is encrypted`, { hint: 'Unpack the archive with its password and give the folder' })
  }
  if (!entry.canDecodeFileData()) {
    throw new GriotError('file-packed-oddly', `${name} is packed by a method (${entry.compressionMethod}) that Griot does not know`, {
      hint: 'Unpack the archive and give the folder',
    })
  }
  let unpacked = 0
  let sum = 0
  const stream = await zip.openReadStreamPromise(entry).catch(() => {
    throw damaged(name)
  })
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      unpacked += chunk.length
      checkRatio(entry.compressedSize, unpacked, name)
      sum = crc32(chunk, sum)
      yield chunk
    }
  } catch (error) {
    if (error instanceof GriotError || /^E[A-Z]+$/.test(String((error as NodeJS.ErrnoException).code))) throw error
    throw describeZlib(error, name) === error ? damaged(name) : describeZlib(error, name)
  } finally {
    stream.destroy()
  }
  if (unpacked !== entry.uncompressedSize || sum !== entry.crc32) throw damaged(name)
}

function damaged(name: string): GriotError {
  return new GriotError('file-damaged', `${name} is damaged: it is not what its checksum says`, { hint: 'Get a sound copy of the archive' })
}
