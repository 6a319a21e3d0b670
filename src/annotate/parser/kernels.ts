import { ADD, advance, type Code, count, get, i32, type Kernel, LOAD, MUL, SELECT, set, v } from '../../util/wasm.ts'

/** A number in whole form: numbers of hidden units and weights have 16 bits, their products and sums 32. */
export const WHOLE_HIDDEN = 1 << 13
export const WHOLE_WEIGHT = 1 << 12
export const WHOLE_SUM = WHOLE_HIDDEN * WHOLE_WEIGHT

/**
 * multiply(a, aRow, b, bRow, c, cRow, m, n, k): c[m × n] += a[m × k] · b[k × n], n a multiple of 8, k of 4. Addresses and row lengths are in
 * bytes. Goes in tiles of four rows (of two and one at the end) and eight columns; every element of c is summed in the same order whatever its tile, so a row comes
 * out the same alone or among others.
 * multiplyTurned reads a as its transpose, and its k may be any number.
 * multiplyWhole takes 16-bit whole numbers, two by two: a cell of a holds a[i, 2p] and a[i, 2p + 1], one of b holds b[2p, j] and
 * b[2p + 1, j], k counts pairs; c holds 32-bit sums.
 */
export function multiplyKernel(kind: 'plain' | 'turned' | 'whole'): Kernel {
  const rows: Code = [...i32(0), ...set(I), ...[ROWS, 2, 1].flatMap(rows => count(I, rows, get(M), tile(rows, kind)))]
  const name = { plain: 'multiply', turned: 'multiplyTurned', whole: 'multiplyWhole' }[kind]
  return { name, parameters: 9, i32s: 5 + ROWS, v128s: 3 + 2 * ROWS, body: count(J, 8, get(N), rows) }
}

const [A, A_ROW, B, B_ROW, C, C_ROW, M, N, K] = [0, 1, 2, 3, 4, 5, 6, 7, 8]
const [I, J, P, AT_B, AT_C, AT_A] = [9, 10, 11, 12, 13, 14]
const ROWS = 4
const LEFT_B = AT_A + ROWS
const RIGHT_B = LEFT_B + 1
const FACTOR = LEFT_B + 2
const SUM = LEFT_B + 3

function tile(rows: number, kind: 'plain' | 'turned' | 'whole'): Code {
  const turned = kind === 'turned'
  const [times, plus] = kind === 'whole' ? [v.i32Dot16, v.i32Add] : [v.f32Mul, v.f32Add]
  const each = (make: (row: number) => Code): Code => Array.from({ length: rows }, (_, row) => make(row)).flat()
  const atC = (row: number): Code => [...get(AT_C), ...i32(row), ...get(C_ROW), ...MUL, ...ADD]
  const addProduct = (sum: number, b: number): Code => [...get(FACTOR), ...get(b), ...times, ...get(sum), ...plus, ...set(sum)]
  // The factors of the rows stand side by side in a transpose, else each row has its own pointer.
  const factor = (row: number, turn: number): Code =>
    turned ? [...get(AT_A), ...v.load32Splat(row * 4)] : [...get(AT_A + row), ...v.load32Splat(turn * 4)]
  const turn = (t: number): Code => [
    ...[...get(AT_B), ...v.load(), ...set(LEFT_B), ...get(AT_B), ...v.load(16), ...set(RIGHT_B)],
    ...each(r => [...factor(r, t), ...set(FACTOR), ...addProduct(SUM + 2 * r, LEFT_B), ...addProduct(SUM + 2 * r + 1, RIGHT_B)]),
    ...advance(AT_B, get(B_ROW)),
  ]
  const first: Code = turned
    ? [...get(A), ...get(I), ...i32(4), ...MUL, ...ADD, ...set(AT_A)]
    : each(r => [...get(A), ...get(I), ...i32(r), ...ADD, ...get(A_ROW), ...MUL, ...ADD, ...set(AT_A + r)])
  return [
    ...[...get(C), ...get(I), ...get(C_ROW), ...MUL, ...ADD, ...get(J), ...i32(4), ...MUL, ...ADD, ...set(AT_C)],
    ...[...get(B), ...get(J), ...i32(4), ...MUL, ...ADD, ...set(AT_B)],
    ...first,
    ...each(r => [...atC(r), ...v.load(), ...set(SUM + 2 * r), ...atC(r), ...v.load(16), ...set(SUM + 2 * r + 1)]),
    ...[...i32(0), ...set(P)],
    ...(turned
      ? count(P, 1, get(K), [...turn(0), ...advance(AT_A, get(A_ROW))])
      : count(P, 4, get(K), [...[0, 1, 2, 3].flatMap(turn), ...each(r => advance(AT_A + r, i32(16)))])),
    ...each(r => [...atC(r), ...get(SUM + 2 * r), ...v.store(), ...atC(r), ...get(SUM + 2 * r + 1), ...v.store(16)]),
  ]
}

/**
 * cell(gates, last, cells, hidden, rows, width): one step of recurrent cells. A row of `gates` holds forget, open and fresh, `width` each; they
 * are squashed in place. cell = forget · last + (1 - forget) · fresh, hidden = open · cell: an LSTM with coupled gates (Greff et al. 2017)
 * whose cell needs no second tanh, since it stays between -1 and 1. Width is a multiple of 4.
 * cellWhole takes gates in whole form (and leaves them so) and gives hidden units in whole form.
 */
export function cellKernel(whole: boolean): Kernel {
  const [gates, last, cells, hidden, rows, width] = [0, 1, 2, 3, 4, 5]
  const [row, column, open, fresh] = [6, 7, 8, 9]
  const [f, o, n, c, x, q] = [10, 11, 12, 13, 14, 15]
  const constants = createConstants(16)
  const { four } = constants
  const bytes: Code = [...get(width), ...i32(4), ...MUL]
  const squash = (address: number, into: number, half: boolean): Code => {
    const factor = (half ? 0.5 : 1) / (whole ? WHOLE_SUM : 1)
    return [
      ...[...get(address), ...v.load(), ...(whole ? v.i32ToF32 : []), ...four(factor), ...v.f32Mul, ...set(x)],
      ...tanh(x, q, four),
      ...(half ? [...four(0.5), ...v.f32Mul, ...four(0.5), ...v.f32Add] : []),
      ...set(into),
      ...(whole ? [] : [...get(address), ...get(into), ...v.store()]),
    ]
  }
  const product: Code = [...get(c), ...get(o), ...v.f32Mul]
  const rounded: Code = [
    ...product,
    ...four(WHOLE_HIDDEN),
    ...v.f32Mul,
    ...v.f32Round,
    ...v.f32ToI32,
    ...set(x),
    ...get(x),
    ...get(x),
    ...v.i16Narrow,
  ]
  const body: Code = [
    ...[...get(gates), ...bytes, ...ADD, ...set(open), ...get(open), ...bytes, ...ADD, ...set(fresh)],
    ...squash(gates, f, true),
    ...squash(open, o, true),
    ...squash(fresh, n, false),
    ...[...get(last), ...v.load(), ...get(n), ...v.f32Sub, ...get(f), ...v.f32Mul, ...get(n), ...v.f32Add, ...set(c)],
    ...[...get(cells), ...get(c), ...v.store()],
    ...(whole ? [...get(hidden), ...rounded, ...v.storeHalf] : [...get(hidden), ...product, ...v.store()]),
    ...[gates, last, cells].flatMap(address => advance(address, i32(16))),
    ...advance(hidden, i32(whole ? 8 : 16)),
  ]
  const wholeRow: Code = [
    ...[...i32(0), ...set(column)],
    ...count(column, 4, get(width), body),
    ...advance(gates, [...bytes, ...i32(2), ...MUL]),
  ]
  return {
    name: whole ? 'cellWhole' : 'cell',
    parameters: 6,
    i32s: 4,
    v128s: 6 + constants.values.length,
    body: [...constants.fill(), ...count(row, 1, get(rows), wholeRow)],
  }
}

/** Constants in locals from `first` on, four times the same number each: one that stands in a loop would be made anew each time. */
function createConstants(first: number) {
  const values: number[] = []
  return {
    values,
    /** The constant; it is given a local where it has none. */
    four(value: number): Code {
      if (!values.includes(value)) values.push(value)
      return get(first + values.indexOf(value))
    },
    /** Code for before the loop that sets all that were asked for. */
    fill: (): Code => values.flatMap((value, i) => [...v.f32(value), ...set(first + i)]),
  }
}

/** Slope of the heads' activation below zero: a number of 32 bits, so that it comes out the same wherever it is computed. */
export const SLOPE = Math.fround(0.1)

/**
 * gather(from, fromRow, to, toRow, index, rows, bytes): copies the first `bytes` (a multiple of 32) of rows; row i comes from row index[i], or from row i where
 * `index` is 0. Row lengths are in bytes.
 * gatherShort reads gates in short form, whose rows are half as long, and writes sums in whole form.
 */
export function gatherKernel(short: boolean): Kernel {
  const [from, fromRow, to, toRow, index, rows, bytes, i, b, source] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
  const listed: Code = [...get(index), ...get(i), ...i32(4), ...MUL, ...ADD, ...LOAD]
  const row: Code = [...listed, ...get(i), ...get(index), ...SELECT, ...get(fromRow), ...MUL, ...get(from), ...ADD, ...set(source)]
  const load = (offset: number): Code =>
    short
      ? [...get(source), ...v.load16x4(offset / 2), ...i32(SHORT_SHIFT), ...v.i32Shift]
      : [...get(source), ...get(b), ...ADD, ...v.load(offset)]
  const half = (offset: number): Code => [...get(to), ...get(b), ...ADD, ...load(offset), ...v.store(offset)]
  const chunk: Code = [...half(0), ...half(16), ...(short ? advance(source, i32(16)) : [])]
  const body: Code = [...row, ...i32(0), ...set(b), ...count(b, 32, get(bytes), chunk), ...advance(to, get(toRow))]
  return { name: short ? 'gatherShort' : 'gather', parameters: 7, i32s: 3, v128s: 0, body: count(i, 1, get(rows), body) }
}

/** Gates in short form have 16 bits, enough for what a word gives to them; so far to the left of it begins their sum. */
const SHORT_SHIFT = 14
export const SHORT_GATE = WHOLE_SUM / (1 << SHORT_SHIFT)

/** shorten(from, to, bytes): `bytes` of floats (a multiple of 32) become gates in short form; what does not fit becomes the nearest that does. */
export function shortenKernel(): Kernel {
  const [from, to, bytes, b] = [0, 1, 2, 3]
  const { four, fill, values } = createConstants(4)
  const half = (offset: number): Code => [
    ...[...get(from), ...get(b), ...ADD, ...v.load(offset)],
    ...[...four(SHORT_GATE), ...v.f32Mul, ...v.f32Round, ...v.f32ToI32],
  ]
  const chunk: Code = [...get(to), ...half(0), ...half(16), ...v.i16Narrow, ...v.store(), ...advance(to, i32(16))]
  return { name: 'shorten', parameters: 3, i32s: 1, v128s: values.length, body: [...fill(), ...count(b, 32, get(bytes), chunk)] }
}

/**
 * bend(at, row, rows, bytes): the activation of the first `bytes` (a multiple of 16) of rows: what is below 0 is multiplied by SLOPE.
 * addBend(at, row, rows, bytes, from, fromRow) adds rows from elsewhere first.
 */
export function bendKernel(adds: boolean): Kernel {
  const [at, row, rows, bytes, from, fromRow] = [0, 1, 2, 3, 4, 5]
  const [i, b, x] = adds ? [6, 7, 8] : [4, 5, 6]
  const { four, fill } = createConstants(x + 1)
  const cell: Code = [...get(at), ...get(b), ...ADD]
  const sum: Code = adds ? [...cell, ...v.load(), ...get(from), ...get(b), ...ADD, ...v.load(), ...v.f32Add] : [...cell, ...v.load()]
  const bent: Code = [
    ...[...get(x), ...four(0), ...v.f32Max],
    ...[...get(x), ...four(0), ...v.f32Min, ...four(SLOPE), ...v.f32Mul, ...v.f32Add],
  ]
  const chunk: Code = [...sum, ...set(x), ...cell, ...bent, ...v.store()]
  const next: Code = [...advance(at, get(row)), ...(adds ? advance(from, get(fromRow)) : [])]
  const body: Code = [...i32(0), ...set(b), ...count(b, 16, get(bytes), chunk), ...next]
  return {
    name: adds ? 'addBend' : 'bend',
    parameters: adds ? 6 : 4,
    i32s: 2,
    v128s: 3,
    body: [...fill(), ...count(i, 1, get(rows), body)],
  }
}

/** floats(at, bytes): sums in whole form become floats, in place. */
export function floatsKernel(): Kernel {
  const [at, bytes, b] = [0, 1, 2]
  const { four, fill, values } = createConstants(3)
  const cell: Code = [...get(at), ...get(b), ...ADD]
  const chunk: Code = [...cell, ...cell, ...v.load(), ...v.i32ToF32, ...four(1 / WHOLE_SUM), ...v.f32Mul, ...v.store()]
  return { name: 'floats', parameters: 2, i32s: 1, v128s: values.length, body: [...fill(), ...count(b, 16, get(bytes), chunk)] }
}

/** Leaves tanh of the local x on the stack, as a fraction (Lambert's, of order seven) that is off by less than 2e-4. */
function tanh(x: number, q: number, four: (value: number) => Code): Code {
  const horner = (...factors: number[]): Code => factors.flatMap(c => [...get(q), ...v.f32Mul, ...four(c), ...v.f32Add])
  return [
    ...[...get(x), ...four(4.9), ...v.f32Min, ...four(-4.9), ...v.f32Max, ...set(x)],
    ...[...get(x), ...get(x), ...v.f32Mul, ...set(q)],
    ...[...get(q), ...four(378), ...v.f32Add, ...horner(17325, 135135), ...get(x), ...v.f32Mul],
    ...[...four(28), ...horner(3150, 62370, 135135), ...v.f32Div],
  ]
}
