import { GriotError } from '../util/error.ts'
import { ByteReader } from './bytes/byte-reader.ts'
import { cleanName, isHiddenName } from './bytes/member-name.ts'
import type { ByteSource, LeftOut, Member, Refusal } from './container.ts'

const BLOCK = 512
/** Names and other facts about a member that do not fit its header; no honest one is longer. */
const LONGEST_FACTS = 1 << 20

/**
 * A TAR archive (ustar, GNU and pax names), read from its beginning to its end. No library of npm bounds what a hostile header may claim for a
 * name, so the headers are read here.
 */
export async function* fromTar(source: ByteSource): AsyncGenerator<Member | Refusal | LeftOut> {
  const reader = new ByteReader(source.chunks)
  let facts: Facts = {}
  for (;;) {
    const block = await reader.read(BLOCK)
    if (block.length === 0 || (block.length === BLOCK && block.every(byte => byte === 0))) return
    const header = parseHeader(block)
    if (!header) throw damaged(source.name, reader.offset - block.length)
    const size = facts.size ?? header.size
    if ('xLg'.includes(header.type)) {
      if (header.size > LONGEST_FACTS) throw damaged(source.name, reader.offset - BLOCK)
      const body = await reader.read(header.size)
      await reader.skip(padding(header.size))
      if (header.type === 'x') facts = { ...facts, ...parsePax(body) }
      else if (header.type === 'L') facts = { ...facts, name: textOf(body) }
      continue
    }
    const name = cleanName(facts.name ?? header.name)
    facts = {}
    const end = reader.offset + size + padding(size)
    if (/[0\0\x37]/.test(header.type) && !isHiddenName(name)) {
      yield {
        at: `/${name}`,
        format: null,
        content: contentOf(reader, size, `${source.name}/${name}`),
        otherwise: { sourceId: `${source.id}/${name}` },
      }
    }
    const left = end - reader.offset
    if ((await reader.skip(left)) < left) throw cutOff(source.name)
  }
}

async function* contentOf(reader: ByteReader, size: number, name: string): AsyncGenerator<Uint8Array> {
  let have = 0
  for await (const piece of reader.pieces(size)) {
    have += piece.length
    yield piece
  }
  if (have < size) throw cutOff(name)
}

interface Facts {
  readonly name?: string
  readonly size?: number
}

interface Header {
  readonly name: string
  readonly size: number
  readonly type: string
}

/** Null where the checksum is wrong, and the block therefore no header. */
function parseHeader(block: Uint8Array): Header | null {
  if (block.length < BLOCK) return null
  let sum = 8 * 32
  for (const [i, byte] of block.entries()) if (i < 148 || i >= 156) sum += byte
  if (sum !== parseNumber(block.subarray(148, 156))) return null
  const size = parseNumber(block.subarray(124, 136))
  if (size === null) return null
  const isUstar = latin1(block.subarray(257, 263)) === 'ustar\0'
  const prefix = isUstar ? textOf(block.subarray(345, 500)) : ''
  const name = textOf(block.subarray(0, 100))
  return { name: prefix ? `${prefix}/${name}` : name, size, type: latin1(block.subarray(156, 157)) }
}

/** Octal digits, or the binary of GNU for large files. */
function parseNumber(field: Uint8Array): number | null {
  if (((field[0] ?? 0) & 0x80) !== 0) {
    const value = field.subarray(1).reduce((sum, byte) => sum * 256 + byte, (field[0] ?? 0) & 0x7f)
    return Number.isSafeInteger(value) ? value : null
  }
  const digits = /^[ \0]*([0-7]*)[ \0]*$/.exec(latin1(field))?.[1]
  return digits === undefined ? null : Number.parseInt(digits || '0', 8)
}

/** Lines "LENGTH key=value". */
function parsePax(body: Uint8Array): Facts {
  let facts: Facts = {}
  for (let at = 0; at < body.length; ) {
    const head = /^(\d{1,7}) /.exec(latin1(body.subarray(at, at + 8)))
    const length = Number(head?.[1])
    if (!head || length <= head[0].length) break
    const [, key, value = ''] = /^([^=]*)=([\s\S]*?)\n?$/.exec(textOf(body.subarray(at + head[0].length, at + length))) ?? []
    if (key === 'path') facts = { ...facts, name: value }
    if (key === 'size' && /^\d{1,15}$/.test(value)) facts = { ...facts, size: Number(value) }
    at += length
  }
  return facts
}

function textOf(field: Uint8Array): string {
  const end = field.indexOf(0)
  return new TextDecoder().decode(end < 0 ? field : field.subarray(0, end))
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

function padding(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK
}

function cutOff(name: string): GriotError {
  return new GriotError('file-cut-off', `${name} is cut off`, { hint: 'What stands before the cut is read; get a whole copy for the rest' })
}

function damaged(name: string, offset: number): GriotError {
  return new GriotError('file-damaged', `${name} is damaged at byte ${offset}: there should be the header of a file`, {
    hint: 'What stands before it is read; get a sound copy for the rest',
  })
}
