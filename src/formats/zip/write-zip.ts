import { closeSync, openSync, writeSync } from 'node:fs'
import { Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

/** A file to be put in a ZIP archive. */
export interface ZipMember {
  /** ASCII, with "/" between folders. */
  readonly name: string
  readonly chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

/**
 * Writes a ZIP archive, member by member, of any size (APPNOTE 6.3.10 with its ZIP64 fields throughout). It holds no time and no owner, so that the
 * same members make the same bytes. A local header is filled in when its member is written and its sizes are known.
 */
export async function writeZip(path: string, members: readonly ZipMember[]): Promise<void> {
  const file = openSync(path, 'w')
  try {
    const entries: Entry[] = []
    let at = 0
    for (const member of members) {
      const entry = await writeMember(file, at, member)
      entries.push(entry)
      at += localHeader(entry).length + entry.packed
    }
    const list = Buffer.concat(entries.map(listEntry))
    writeAll(file, Buffer.concat([list, endOf(entries.length, at, list.length)]), at)
  } finally {
    closeSync(file)
  }
}

interface Entry {
  readonly name: string
  readonly offset: number
  readonly crc: number
  readonly size: number
  readonly packed: number
}

async function writeMember(file: number, offset: number, { name, chunks }: ZipMember): Promise<Entry> {
  const empty: Entry = { name, offset, crc: 0, size: 0, packed: 0 }
  let at = offset + localHeader(empty).length
  let crc = 0
  let size = 0
  async function* counted() {
    for await (const chunk of chunks) {
      crc = crc32(chunk, crc)
      size += chunk.length
      yield chunk
    }
  }
  for await (const packed of Readable.from(counted()).compose(createDeflateRaw()) as AsyncIterable<Buffer>) {
    writeAll(file, packed, at)
    at += packed.length
  }
  const entry = { name, offset, crc, size, packed: at - offset - localHeader(empty).length }
  writeAll(file, localHeader(entry), offset)
  return entry
}

function writeAll(file: number, bytes: Uint8Array, at: number): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, bytes.length - done, at + done)
}

/** "See the ZIP64 field". */
const ELSEWHERE = 0xffffffff
/** 1 January 1980, the first day that ZIP knows. */
const DAY = 0x21
const VERSION = 45
const DEFLATED = 8

function localHeader({ name, crc, size, packed }: Entry): Buffer {
  const extra = zip64([size, packed])
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(VERSION, 4)
  head.writeUInt16LE(DEFLATED, 8)
  head.writeUInt16LE(DAY, 12)
  head.writeUInt32LE(crc, 14)
  head.writeUInt32LE(ELSEWHERE, 18)
  head.writeUInt32LE(ELSEWHERE, 22)
  head.writeUInt16LE(name.length, 26)
  head.writeUInt16LE(extra.length, 28)
  return Buffer.concat([head, Buffer.from(name, 'latin1'), extra])
}

function listEntry({ name, crc, size, packed, offset }: Entry): Buffer {
  const extra = zip64([size, packed, offset])
  const head = Buffer.alloc(46)
  head.writeUInt32LE(0x02014b50, 0)
  head.writeUInt16LE(VERSION, 4)
  head.writeUInt16LE(VERSION, 6)
  head.writeUInt16LE(DEFLATED, 10)
  head.writeUInt16LE(DAY, 14)
  head.writeUInt32LE(crc, 16)
  head.writeUInt32LE(ELSEWHERE, 20)
  head.writeUInt32LE(ELSEWHERE, 24)
  head.writeUInt16LE(name.length, 28)
  head.writeUInt16LE(extra.length, 30)
  head.writeUInt32LE(ELSEWHERE, 42)
  return Buffer.concat([head, Buffer.from(name, 'latin1'), extra])
}

function zip64(values: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + 8 * values.length)
  extra.writeUInt16LE(1, 0)
  extra.writeUInt16LE(8 * values.length, 2)
  for (const [i, value] of values.entries()) extra.writeBigUInt64LE(BigInt(value), 4 + 8 * i)
  return extra
}

/** The ZIP64 end of the list, what leads to it, and the end as old programs look for it. */
function endOf(count: number, listAt: number, listLength: number): Buffer {
  const end = Buffer.alloc(56 + 20 + 22)
  end.writeUInt32LE(0x06064b50, 0)
  end.writeBigUInt64LE(44n, 4)
  end.writeUInt16LE(VERSION, 12)
  end.writeUInt16LE(VERSION, 14)
  end.writeBigUInt64LE(BigInt(count), 24)
  end.writeBigUInt64LE(BigInt(count), 32)
  end.writeBigUInt64LE(BigInt(listLength), 40)
  end.writeBigUInt64LE(BigInt(listAt), 48)
  end.writeUInt32LE(0x07064b50, 56)
  end.writeBigUInt64LE(BigInt(listAt + listLength), 64)
  end.writeUInt32LE(1, 72)
  end.writeUInt32LE(0x06054b50, 76)
  end.writeUInt16LE(0xffff, 84)
  end.writeUInt16LE(0xffff, 86)
  end.writeUInt32LE(ELSEWHERE, 88)
  end.writeUInt32LE(ELSEWHERE, 92)
  return end
}
