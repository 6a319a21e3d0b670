import { isUtf8 } from 'node:buffer'
import { GriotError } from '../util/error.ts'

/** Text made of bytes, and what was odd about them, in sentences. */
export interface Decoded {
  readonly text: string
  readonly notes: readonly string[]
}

/** V8 holds no longer string than this many code units. */
const LONGEST = 2 ** 29 - 64

/**
 * Bytes → text: UTF-8, UTF-16 by its mark (or by the zeros of Latin letters), the encoding that the text declares for itself,
 * else Windows-1252, which Latin-1 is a part of. `declared` finds that encoding's name in the text read byte by byte.
 * Fails where the bytes are no text; `name` stands in the message.
 */
export function decodeBytes(bytes: Uint8Array, name: string, declared: (latin1: string) => string | null = () => null): Decoded {
  if (bytes.length > LONGEST) {
    throw new GriotError('file-too-large', `${name} is too large to be one report (${Math.round(bytes.length / 1e6)} MB)`, {
      hint: 'Split it, or make it JSON Lines, one report a line',
    })
  }
  const marked = findMark(bytes)
  if (marked) return decodeAs(marked.label, bytes.subarray(marked.length), marked.length > 0 ? 'its byte order mark' : 'its zero bytes')
  const kind = findKind(bytes)
  if (kind) throw new GriotError('file-binary', `${name} is ${kind.is}, not text`, { hint: kind.hint })
  if (isControlHeavy(bytes)) throw binary(name)
  if (isUtf8(bytes)) return { text: decodeUtf8(bytes), notes: [] }
  const label = declared(latin1(bytes.subarray(0, 4096)))
  if (label && !/^utf-?8$/i.test(label)) {
    const text = tryDecode(label, bytes)
    if (text !== null) return { text, notes: [`The file is read as ${label}, which it declares.`] }
  }
  return decodeDamaged(bytes)
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** UTF-8 bytes → text; what is no UTF-8 becomes U+FFFD. A byte order mark stays. */
function decodeUtf8(bytes: Uint8Array): string {
  return utf8.decode(bytes)
}

/** The encoding that a byte order mark (or the zeros of UTF-16) tells, and the length of the mark; null where there is none. */
export function findMark(bytes: Uint8Array): { label: string; length: number } | null {
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return { label: 'utf-8', length: 3 }
  if (a === 0xff && b === 0xfe && !(c === 0 && d === 0)) return { label: 'utf-16le', length: 2 }
  if (a === 0xfe && b === 0xff) return { label: 'utf-16be', length: 2 }
  return findZeros(bytes)
}

/** UTF-16 without a mark: in Latin writing nearly every second byte is zero, and nearly none of the others. */
function findZeros(bytes: Uint8Array): { label: string; length: number } | null {
  const head = bytes.subarray(0, 4096)
  if (head.length < 8) return null
  let even = 0
  let odd = 0
  for (const [i, byte] of head.entries()) if (byte === 0) i & 1 ? odd++ : even++
  const half = head.length / 2
  if (odd > half * 0.7 && even < half * 0.05) return { label: 'utf-16le', length: 0 }
  if (even > half * 0.7 && odd < half * 0.05) return { label: 'utf-16be', length: 0 }
  return null
}

function decodeAs(label: string, bytes: Uint8Array, sign: string): Decoded {
  const text = new TextDecoder(label, { ignoreBOM: true }).decode(bytes)
  if (label !== 'utf-8') return { text, notes: [`The file is read as ${label.toUpperCase()}, by ${sign}.`] }
  return { text, notes: isUtf8(bytes) ? [] : [LOSS] }
}

const LOSS = 'Some bytes of the file are no UTF-8; each such place is shown as U+FFFD.'

/**
 * Neither UTF-8 nor declared: UTF-8 with a few bytes lost where its sequences of several bytes outnumber the bytes that fit none,
 * Windows-1252 otherwise.
 */
function decodeDamaged(bytes: Uint8Array): Decoded {
  let sequences = 0
  let misfits = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number
    if (byte < 0x80) continue
    const more = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0
    let k = 0
    while (k < more && ((bytes[i + k + 1] ?? 0) & 0xc0) === 0x80) k++
    if (more > 0 && k === more) sequences++
    else misfits++
    i += k
  }
  if (sequences > misfits) return { text: decodeUtf8(bytes), notes: [LOSS] }
  return { text: new TextDecoder('windows-1252').decode(bytes), notes: ['The file is no UTF-8; it is read as Windows-1252.'] }
}

function tryDecode(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label).decode(bytes)
  } catch {
    return null
  }
}

/** What files of other kinds begin with. */
const KINDS: readonly { begins: RegExp; is: string; hint: string }[] = [
  { begins: /^%PDF-/, is: 'a PDF', hint: 'It is read as one where no other format is named with --from' },
  { begins: /^PK\x03\x04/, is: 'a spreadsheet, slides or another packed file', hint: 'Save it as CSV, DOCX, PDF, HTML or text' },
  { begins: /^\xd0\xcf\x11\xe0/, is: 'an office document of the kind before 2007', hint: 'Save it as DOCX, PDF, HTML or text' },
  { begins: /^\x1f\x8b/, is: 'compressed with gzip', hint: 'It is unpacked where no other format is named with --from' },
  { begins: /^\(\xb5\/\xfd/, is: 'compressed with zstd', hint: 'Unpack it first, with unzstd' },
  { begins: /^BZh\d1AY/, is: 'compressed with bzip2', hint: 'Unpack it first, with bunzip2' },
  { begins: /^(?:\x89PNG|\xff\xd8\xff|GIF8[79]a|RIFF.{4}WEBP)/s, is: 'a picture', hint: 'Griot reads text; recognise the letters first' },
  { begins: /^SQLite format 3\x00/, is: 'a database', hint: 'Export its reports as JSON Lines' },
  { begins: /^\x7fELF|^MZ[^a-zA-Z ]/, is: 'a program', hint: 'Give a file that holds text' },
]

function findKind(bytes: Uint8Array): { is: string; hint: string } | null {
  const head = latin1(bytes.subarray(0, 16))
  return KINDS.find(kind => kind.begins.test(head)) ?? null
}

/** More than one byte in ten is a control character other than white space and escape, in the first 64 KB. */
function isControlHeavy(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 65536)
  let controls = 0
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127) controls++
  return controls > head.length / 10
}

function binary(name: string): GriotError {
  return new GriotError('file-binary', `${name} holds binary data, not text`, { hint: 'Give a file in UTF-8, UTF-16 or Windows-1252' })
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
