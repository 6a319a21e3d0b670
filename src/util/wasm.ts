/**
 * A very small assembler for WebAssembly: enough for arithmetic kernels over one imported memory ("env" "memory").
 * Code is a list of bytes; the functions below make pieces of it, which are joined by spreading.
 */
export type Code = readonly number[]

const I32 = 0x7f
const V128 = 0x7b

/** Local variables: read, write, write and keep. */
export const get = (local: number): Code => [0x20, ...unsigned(local)]
export const set = (local: number): Code => [0x21, ...unsigned(local)]
export const i32 = (value: number): Code => [0x41, ...signed(value)]

export const ADD: Code = [0x6a]
export const MUL: Code = [0x6c]
/** The i32 at the address on the stack. */
export const LOAD: Code = [0x28, 2, 0]
/** Of two values and a condition: the first where it is not 0, else the second. */
export const SELECT: Code = [0x1b]

/** local += by (a code that leaves an i32). */
export const advance = (local: number, by: Code): Code => [...get(local), ...by, ...ADD, ...set(local)]

/** Repeats the body while `local + step <= limit`, adding `step` after each turn. The local is not reset first. */
export function count(local: number, step: number, limit: Code, body: Code): Code {
  const more = [...get(local), ...i32(step), ...ADD, ...limit, 0x4c]
  return [0x02, 0x40, 0x03, 0x40, ...more, 0x45, 0x0d, 1, ...body, ...advance(local, i32(step)), 0x0c, 0, 0x0b, 0x0b]
}

const simd = (op: number, ...rest: number[]): Code => [0xfd, ...unsigned(op), ...rest]
export const v = {
  load: (offset = 0): Code => simd(0x00, 0, ...unsigned(offset)),
  /** Four 16-bit numbers, made 32 bits wide. */
  load16x4: (offset = 0): Code => simd(0x03, 0, ...unsigned(offset)),
  load32Splat: (offset = 0): Code => simd(0x09, 0, ...unsigned(offset)),
  store: (offset = 0): Code => simd(0x0b, 0, ...unsigned(offset)),
  /** Four times the same float. */
  f32: (value: number): Code => simd(0x0c, ...new Uint8Array(Float32Array.of(value, value, value, value).buffer)),
  /** Writes the lower half. */
  storeHalf: simd(0x5b, 0, 0, 0),
  i32Add: simd(0xae),
  /** Shifts left by an i32. */
  i32Shift: simd(0xab),
  /** Products of 16-bit numbers, summed in pairs. */
  i32Dot16: simd(0xba),
  i16Narrow: simd(0x85),
  f32Round: simd(0x6a),
  f32ToI32: simd(0xf8),
  i32ToF32: simd(0xfa),
  f32Add: simd(0xe4),
  f32Sub: simd(0xe5),
  f32Mul: simd(0xe6),
  f32Div: simd(0xe7),
  /** The lesser of two, neither of them NaN. */
  f32Min: simd(0xea),
  /** The greater of two, neither of them NaN. */
  f32Max: simd(0xeb),
} as const

/** What is used here of the WebAssembly that Node brings; its types come only with those of browsers. */
declare const WebAssembly: {
  Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer }
  Module: new (bytes: Uint8Array<ArrayBuffer>) => object
  Instance: new (module: object, imports: object) => { readonly exports: Record<string, (...numbers: number[]) => void> }
}

/** Kernels ready to be called with addresses in `buffer`, which is theirs. */
export interface Machine {
  readonly buffer: ArrayBuffer
  readonly kernels: Readonly<Record<string, (...numbers: number[]) => void>>
}

/** Makes kernels that work on `bytes` of memory. */
export function createMachine(kernels: readonly Kernel[], bytes: number): Machine {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / 65536) })
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(assemble(kernels)), { env: { memory } })
  return { buffer: memory.buffer, kernels: exports }
}

/** A function of a module: i32 parameters, then locals by type; gives nothing back. */
export interface Kernel {
  readonly name: string
  readonly parameters: number
  /** Number of further i32 locals, then of v128 locals. */
  readonly i32s: number
  readonly v128s: number
  readonly body: Code
}

/** The bytes of a module that imports the memory `env.memory` and exports the kernels under their names. */
function assemble(kernels: readonly Kernel[]): Uint8Array<ArrayBuffer> {
  const types = kernels.map(k => [0x60, ...vector(Array(k.parameters).fill([I32])), 0])
  const imports = [[...text('env'), ...text('memory'), 0x02, 0x00, 0]]
  const exports = kernels.map((k, i) => [...text(k.name), 0x00, ...unsigned(i)])
  const bodies = kernels.map(k => {
    const locals = vector([
      [...unsigned(k.i32s), I32],
      [...unsigned(k.v128s), V128],
    ])
    const code = [...locals, ...k.body, 0x0b]
    return [...unsigned(code.length), ...code]
  })
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, vector(types)),
    ...section(2, vector(imports)),
    ...section(3, vector(kernels.map((_, i) => unsigned(i)))),
    ...section(7, vector(exports)),
    ...section(10, vector(bodies)),
  ])
}

const section = (id: number, content: Code): Code => [id, ...unsigned(content.length), ...content]
const vector = (items: readonly Code[]): Code => [...unsigned(items.length), ...items.flat()]
const text = (value: string): Code => vector([...Buffer.from(value)].map(byte => [byte]))

/** LEB128 */
function unsigned(value: number): number[] {
  const out: number[] = []
  let rest = value
  while (rest > 127) {
    out.push((rest & 127) | 128)
    rest >>>= 7
  }
  out.push(rest)
  return out
}

function signed(value: number): number[] {
  const out: number[] = []
  let rest = value
  while (rest > 63 || rest < -64) {
    out.push((rest & 127) | 128)
    rest >>= 7
  }
  out.push(rest & 127)
  return out
}
