import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { GriotError } from '../util/error.ts'
import { sharedBytes } from './shared-bytes.ts'

/**
 * Layout of a model file (little-endian):
 *   0   8 bytes   "GRIOTMDL"
 *   8   u32       length of the head in bytes
 *   12  head      JSON: { …what the program that made it wants to keep, arrays: [{ name, type, offset, length }] }
 *   …   arrays    raw numbers, each at a multiple of 8; `offset` counts from the end of the padded head, `length` is in elements
 * A text is an array of type "text": its UTF-8 bytes.
 */
const MAGIC = 'GRIOTMDL'

const TYPES = {
  i8: Int8Array,
  u8: Uint8Array,
  i16: Int16Array,
  u16: Uint16Array,
  i32: Int32Array,
  u32: Uint32Array,
  f32: Float32Array,
  f64: Float64Array,
} as const
type Types = typeof TYPES
type TypeName = keyof Types
type Numbers = Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | Float32Array | Float64Array

interface Part {
  readonly name: string
  readonly type: TypeName | 'text'
  readonly offset: number
  readonly length: number
}

/** A learned model in memory: its head (small settings) and named arrays, which are views of one buffer. */
export interface Model {
  readonly name: string
  readonly head: Readonly<Record<string, unknown>>
  /** The array of that name; it must exist and have that type. */
  numbers<T extends TypeName>(name: string, type: T): InstanceType<Types[T]>
  /** The text of that name; it must exist. */
  text(name: string): string
}

/** What stands beside a model: where it came from and how good it was measured to be. `sha256` is of the model file. */
export interface Card {
  readonly name: string
  readonly what: string
  readonly sources: readonly string[]
  readonly licence: string
  /** The command that makes it. */
  readonly command: string
  readonly bytes: number
  readonly sha256: string
  readonly scores: Readonly<Record<string, number | string>>
}

/** Looks up the models of a folder by name ("tagger" is `tagger.bin` with `tagger.card.json`); each is read once, when first asked for. */
export function modelsIn(folder: URL): (name: string) => Model {
  const loaded = new Map<string, Model>()
  return name => {
    const known = loaded.get(name)
    if (known) return known
    const model = loadModel(folder, name)
    loaded.set(name, model)
    return model
  }
}

/** A model of a folder: `name.bin`, from this thread's own memory or from what another one shares with it. */
export function loadModel(folder: URL, name: string): Model {
  return parseModel(sharedBytes(new URL(`${name}.bin`, folder)) ?? readModel(folder, name), name)
}

/** The bytes of `name.bin` in the folder, checked against the hash in `name.card.json`; `take` gives the memory that they are read into. */
export function readModel(folder: URL, name: string, take = (size: number): Uint8Array => new Uint8Array(size)): Uint8Array {
  const file = new URL(`${name}.bin`, folder)
  const bytes = readInto(file, take)
  const card = JSON.parse(read(new URL(`${name}.card.json`, folder)).toString()) as Card
  const hash = sha256(bytes)
  if (hash !== card.sha256) broken(file, `its hash is ${hash}, its card says ${card.sha256}`)
  return bytes
}

/** A model from the bytes of its file. */
export function parseModel(bytes: Uint8Array, name: string): Model {
  // Views need an aligned start; a buffer from elsewhere may begin anywhere.
  const aligned = bytes.byteOffset % 8 === 0 ? bytes : Uint8Array.from(bytes)
  const view = new DataView(aligned.buffer, aligned.byteOffset, aligned.byteLength)
  if (aligned.length < 12 || Buffer.from(aligned.subarray(0, 8)).toString('latin1') !== MAGIC)
    throw new GriotError('bad-model', `${name} is not a model of Griot`, { hint: 'Make it again with the command on its card' })
  const end = 12 + view.getUint32(8, true)
  const head = JSON.parse(Buffer.from(aligned.subarray(12, end)).toString()) as Record<string, unknown> & { arrays: Part[] }
  const start = aligned.byteOffset + pad(end)
  const parts = new Map(head.arrays.map(part => [part.name, part]))
  const get = (part: string, type: string): Part => {
    const found = parts.get(part)
    if (found?.type !== type) throw new Error(`model ${name} has no array ${part} of type ${type}`)
    return found
  }
  return {
    name,
    head,
    numbers(part, type) {
      const { offset, length } = get(part, type)
      return new TYPES[type](aligned.buffer as ArrayBuffer, start + offset, length) as InstanceType<Types[typeof type]>
    },
    text(part) {
      const { offset, length } = get(part, 'text')
      return Buffer.from(new Uint8Array(aligned.buffer, start + offset, length)).toString()
    },
  }
}

/** Writes a model and its card. Arrays keep the order in which they are given, so the same arrays give the same bytes. */
export function writeModel(
  folder: URL,
  head: Record<string, unknown>,
  arrays: Readonly<Record<string, Numbers | string>>,
  card: Omit<Card, 'bytes' | 'sha256'>,
): void {
  const bytes = formatModel(head, arrays)
  writeFileSync(new URL(`${card.name}.bin`, folder), bytes)
  const { scores, ...about } = card
  const full: Card = { ...about, bytes: bytes.length, sha256: sha256(bytes), scores }
  writeFileSync(new URL(`${card.name}.card.json`, folder), `${JSON.stringify(full, null, 2)}\n`)
}

/** The bytes of a model file. */
export function formatModel(head: Record<string, unknown>, arrays: Readonly<Record<string, Numbers | string>>): Uint8Array {
  const parts: Part[] = []
  const chunks: Uint8Array[] = []
  let offset = 0
  for (const [name, value] of Object.entries(arrays)) {
    const raw = typeof value === 'string' ? Buffer.from(value) : new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
    parts.push({ name, type: typeOf(value), offset, length: typeof value === 'string' ? raw.length : value.length })
    chunks.push(raw, new Uint8Array(pad(raw.length) - raw.length))
    offset += pad(raw.length)
  }
  const json = Buffer.from(JSON.stringify({ ...head, arrays: parts }))
  const front = Buffer.alloc(pad(12 + json.length))
  front.write(MAGIC, 'latin1')
  front.writeUInt32LE(json.length, 8)
  json.copy(front, 12)
  return Buffer.concat([front, ...chunks])
}

function typeOf(value: Numbers | string): TypeName | 'text' {
  if (typeof value === 'string') return 'text'
  for (const name of Object.keys(TYPES) as TypeName[]) if (value instanceof TYPES[name]) return name
  throw new Error('not an array of numbers')
}

function pad(length: number): number {
  return (length + 7) & ~7
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function read(file: URL): Buffer {
  return attempt(file, () => readFileSync(file))
}

function readInto(file: URL, take: (size: number) => Uint8Array): Uint8Array {
  return attempt(file, () => {
    const open = openSync(file, 'r')
    try {
      const bytes = take(fstatSync(open).size)
      for (let at = 0, read = 1; at < bytes.length && read > 0; at += read) read = readSync(open, bytes, at, bytes.length - at, at)
      return bytes
    } finally {
      closeSync(open)
    }
  })
}

function attempt<T>(file: URL, action: () => T): T {
  try {
    return action()
  } catch (cause) {
    throw new GriotError('model-missing', `${fileURLToPath(file)} could not be read`, { cause, hint: 'Install Griot again' })
  }
}

function broken(file: URL, what: string): never {
  throw new GriotError('bad-model', `${fileURLToPath(file)} is damaged: ${what}`, { hint: 'Install Griot again' })
}
