import { openSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { crc32, inflateRawSync } from 'node:zlib'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { GriotError } from '../../util/error.ts'
import { checkRatio, mostUnpacked } from '../bytes/limits.ts'
import { cleanName } from '../bytes/member-name.ts'
import { BlockReader } from './block-reader.ts'

/** A file in a ZIP archive. */
export interface ZipEntry {
  readonly name: string
  /** Bytes in the archive. */
  readonly packed: number
  /** What it holds; fails where it is encrypted, damaged, or grows beyond all measure. To be used up, or not begun. */
  content(): AsyncGenerator<Uint8Array>
}

/** The files of a ZIP archive (a path, or its bytes) by its list of contents; folders are passed over. `name` stands in messages. */
export async function* readZip(from: string | Uint8Array, name: string): AsyncGenerator<ZipEntry> {
  const archive = await open(from, name)
  const entries = archive.zip.eachEntry()
  try {
    for (let count = 1; ; count++) {
      const entry = await nextOf(entries, name, count)
      if (!entry) return
      const cleaned = cleanName(nameOf(entry))
      if (/[/\\]$/.test(nameOf(entry))) continue
      yield { name: cleaned, packed: entry.compressedSize, content: () => contentOf(archive, entry, `${name}/${cleaned}`) }
    }
  } finally {
    archive.zip.close()
  }
}

interface Archive {
  readonly zip: ZipFile
  bytesAt(position: number, length: number): Uint8Array
}

// Sizes are checked here, entry by entry; the library would give up the whole archive for one of them.
const OPTIONS = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: false } as const

async function open(from: string | Uint8Array, name: string): Promise<Archive> {
  try {
    if (typeof from !== 'string') {
      const bytes = Buffer.from(from.buffer, from.byteOffset, from.byteLength)
      return { zip: await yauzl.fromBufferPromise(bytes, OPTIONS), bytesAt: (at, length) => bytes.subarray(at, at + length) }
    }
    const { size } = await stat(from)
    const reader = new BlockReader(openSync(from, 'r'))
    return { zip: await yauzl.fromRandomAccessReaderPromise(reader, size, OPTIONS), bytesAt: (at, length) => reader.bytesAt(at, length) }
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

/** Files of so many bytes, packed, are unpacked in one step. */
const SMALL = 1 << 20

async function* contentOf(archive: Archive, entry: Entry, name: string): AsyncGenerator<Uint8Array> {
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
  try {
    for await (const chunk of entry.compressedSize <= SMALL ? inOneStep(archive, entry) : inPieces(archive, entry)) {
      unpacked += chunk.length
      checkRatio(entry.compressedSize, unpacked, name)
      sum = crc32(chunk, sum)
      yield chunk
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ERR_BUFFER_TOO_LARGE') checkRatio(entry.compressedSize, Number.POSITIVE_INFINITY, name)
    if (error instanceof GriotError || /^E[A-Z]+$/.test(String(code))) throw error
    throw damaged(name)
  }
  if (unpacked !== entry.uncompressedSize || sum !== entry.crc32) throw damaged(name)
}

async function* inOneStep({ zip, bytesAt }: Archive, entry: Entry): AsyncGenerator<Uint8Array> {
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
  const bytes = bytesAt(fileDataStart, entry.compressedSize)
  yield entry.isCompressed() ? inflateRawSync(bytes, { maxOutputLength: mostUnpacked(bytes.length) }) : bytes
}

async function* inPieces({ zip }: Archive, entry: Entry): AsyncGenerator<Uint8Array> {
  const stream = await zip.openReadStreamPromise(entry)
  try {
    yield* stream as AsyncIterable<Buffer>
  } finally {
    stream.destroy()
  }
}

function damaged(name: string): GriotError {
  return new GriotError('file-damaged', `${name} is damaged: it is not what its checksum says`, { hint: 'Get a sound copy of the archive' })
}
