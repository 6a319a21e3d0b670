import type { Sketch } from './sketch.ts'

/**
 * Layout of a packed sketch (little-endian): u32 length of the head; the head, JSON, in which every array of numbers is replaced by
 * { "@": its type, at: offset, n: elements }; then the arrays, each at a multiple of 4 from the end of the padded head.
 */
const TYPES = { u16: Uint16Array, u32: Uint32Array } as const
type Numbers = Uint16Array | Uint32Array

interface Part {
  readonly '@': keyof typeof TYPES
  readonly at: number
  readonly n: number
}

/** The bytes of a sketch, for a store. */
export function packSketch(sketch: Sketch): Uint8Array {
  const arrays: { bytes: Uint8Array; at: number }[] = []
  let size = 0
  const head = Buffer.from(
    JSON.stringify(sketch, (_, value: unknown) => {
      if (!(value instanceof Uint16Array || value instanceof Uint32Array)) return value
      const part: Part = { '@': value instanceof Uint16Array ? 'u16' : 'u32', at: size, n: value.length }
      arrays.push({ bytes: new Uint8Array(value.buffer, value.byteOffset, value.byteLength), at: size })
      size += pad(value.byteLength)
      return part
    }),
  )
  const out = Buffer.alloc(pad(4 + head.length) + size)
  out.writeUInt32LE(head.length, 0)
  head.copy(out, 4)
  for (const { bytes, at } of arrays) out.set(bytes, pad(4 + head.length) + at)
  return out
}

/** The sketch from its bytes. */
export function unpackSketch(packed: Uint8Array): Sketch {
  // Views need an aligned start; a buffer from elsewhere may begin anywhere.
  const bytes = packed.byteOffset % 4 === 0 ? packed : Uint8Array.from(packed)
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)
  const start = bytes.byteOffset + pad(4 + length)
  const sketch = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset + 4, length).toString(), (_, value: unknown) =>
    isPart(value) ? (new TYPES[value['@']](bytes.buffer as ArrayBuffer, start + value.at, value.n) satisfies Numbers) : value,
  ) as Sketch
  // Libraries hold sketches that were made before these were kept.
  return { ...NOT_KEPT, ...sketch }
}

const NOT_KEPT: Pick<Sketch, 'counts' | 'dayWords'> = { counts: [], dayWords: [] }

function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && '@' in value
}

function pad(length: number): number {
  return (length + 3) & ~3
}
