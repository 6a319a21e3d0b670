import { crc32, deflateRawSync } from 'node:zlib'

/** A file to be put into an archive; `crc` and `size` tell lies where a test wants them. */
export interface ZipFile {
  readonly name: string
  readonly content: Uint8Array | string
  readonly crc?: number
  readonly size?: number
  readonly flags?: number
}

/** A ZIP archive of some files, deflated. */
export function buildZip(files: readonly ZipFile[]): Buffer {
  const parts: Buffer[] = []
  const list: Buffer[] = []
  let offset = 0
  for (const { name, content, crc, size, flags = 0x800 } of files) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const fileName = Buffer.from(name)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(flags, 2)
    facts.writeUInt16LE(8, 4)
    facts.writeUInt32LE(crc ?? crc32(bytes), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(size ?? bytes.length, 18)
    facts.writeUInt16LE(fileName.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), facts, fileName, packed])
    const entry = Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\0', 'latin1'), facts, Buffer.alloc(14), fileName])
    entry.writeUInt32LE(offset, 42)
    parts.push(local)
    list.push(entry)
    offset += local.length
  }
  const contents = Buffer.concat(list)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(contents.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, contents, end])
}
