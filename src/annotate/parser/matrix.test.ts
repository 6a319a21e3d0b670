import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SHORT_GATE, SLOPE, WHOLE_HIDDEN, WHOLE_SUM } from './kernels.ts'
import { createMatrices, halves, type Matrix, whole } from './matrix.ts'
import { toWhole, wholeWeights } from './whole.ts'

const m = createMatrices(4 << 20)

/** A matrix with numbers between -1 and 1 that depend on the seed only. */
function filled(rows: number, cols: number, seed: number): Matrix {
  const out = m.make(rows, cols)
  for (let i = 0; i < out.data.length; i++) out.data[i] = ((i * 7919 + seed * 104729) % 2003) / 1001 - 1
  return out
}

function product(a: Matrix, b: Matrix, row: number, col: number): number {
  let sum = 0
  for (let k = 0; k < a.cols; k++) sum += a.data[row * a.cols + k]! * b.data[k * b.cols + col]!
  return sum
}

function near(found: number, expected: number, off: number): void {
  assert.ok(Math.abs(found - expected) <= off, `${found} is not ${expected}`)
}

test('products are added to what is there, for any number of rows', () => {
  for (const rows of [1, 2, 3, 4, 7, 9]) {
    const [a, b, c] = [filled(rows, 12, 1), filled(12, 16, 2), filled(rows, 16, 3)]
    const before = c.data.slice()
    m.plain.multiply(a, b, c)
    for (let r = 0; r < rows; r++) for (let k = 0; k < 16; k++) near(c.data[r * 16 + k]!, before[r * 16 + k]! + product(a, b, r, k), 1e-5)
  }
})

test('a row comes out the same alone and among others', () => {
  const [a, b] = [filled(9, 64, 4), filled(64, 24, 5)]
  const [all, one] = [m.make(9, 24), m.make(9, 24)]
  m.plain.multiply(a, b, all)
  for (let r = 0; r < 9; r++) m.plain.multiply(a, b, one, { a: r, c: r, count: 1 })
  assert.deepEqual(one.data, all.data)
})

test('the left side can be read as its transpose', () => {
  const [a, b] = [filled(5, 8, 6), filled(5, 8, 7)]
  const c = m.make(8, 8)
  m.multiplyTurned(a, b, c)
  for (let r = 0; r < 8; r++) {
    for (let k = 0; k < 8; k++) {
      let sum = 0
      for (let i = 0; i < 5; i++) sum += a.data[i * 8 + r]! * b.data[i * 8 + k]!
      near(c.data[r * 8 + k]!, sum, 1e-5)
    }
  }
})

test('whole numbers give nearly the same products', () => {
  const [a, b] = [filled(6, 16, 8), filled(16, 8, 9)]
  const small = m.make(6, 8)
  halves(small).forEach((_, i, cells) => {
    cells[i] = toWhole(a.data[i]!, WHOLE_HIDDEN)
  })
  const [c, packed] = [m.make(6, 8), m.make(8, 8)]
  halves(packed).set(wholeWeights(b.data, b.cols))
  m.whole.multiply(small, packed, c)
  for (let r = 0; r < 6; r++) for (let k = 0; k < 8; k++) near(whole(c)[r * 8 + k]! / WHOLE_SUM, product(a, b, r, k), 0.004)
})

test('cells follow their formula, in floats and in whole numbers', () => {
  const sigmoid = (x: number) => 1 / (1 + Math.exp(-x))
  const [width, rows] = [8, 4]
  const gates = filled(rows, 3 * width, 10)
  for (let i = 0; i < gates.data.length; i++) gates.data[i]! *= 6
  const given = gates.data.slice()
  const wholeGates = m.make(rows, 3 * width)
  whole(wholeGates).forEach((_, i, cells) => {
    cells[i] = toWhole(given[i]!, WHOLE_SUM)
  })
  const [cells, hidden, wholeCells, wholeHidden] = [m.make(rows, width), m.make(rows, width), m.make(rows, width), m.make(rows, width / 2)]
  // Two rows are the first step, the other two the step after.
  for (const [at, before] of [
    [0, -1],
    [2, 0],
  ] as const) {
    m.plain.step(gates, cells, hidden, at, before, 2)
    m.whole.step(wholeGates, wholeCells, wholeHidden, at, before, 2)
  }
  for (let r = 0; r < rows; r++) {
    for (let k = 0; k < width; k++) {
      const gate = (g: number) => given[r * 3 * width + g * width + k]!
      const last = r < 2 ? 0 : cells.data[(r - 2) * width + k]!
      const cell = sigmoid(gate(0)) * last + (1 - sigmoid(gate(0))) * Math.tanh(gate(2))
      near(cells.data[r * width + k]!, cell, 1e-3)
      near(hidden.data[r * width + k]!, cell * sigmoid(gate(1)), 1e-3)
      near(halves(wholeHidden)[r * width + k]! / WHOLE_HIDDEN, cell * sigmoid(gate(1)), 2e-3)
    }
  }
})

test('matrices that do not fit are refused', () => {
  assert.throws(() => m.plain.multiply(m.make(2, 8), m.make(16, 8), m.make(2, 8)), /do not fit/)
  assert.throws(() => createMatrices(65536).make(1000, 1000), /no room/)
})

test('rows come from where the index says, from their own place, or from the only row', () => {
  const from = filled(3, 16, 20)
  const cells = (row: number) => [...from.data.subarray(row * 16 + 8, row * 16 + 16)]
  const to = m.make(4, 16)
  m.gather({ matrix: from, column: 8, index: Int32Array.of(2, 0, 0, 1) }, to, 8, 8)
  for (const [row, source] of [2, 0, 0, 1].entries())
    assert.deepEqual([...to.data.subarray(row * 16, row * 16 + 16)], [...new Array(8).fill(0), ...cells(source)])
  const same = m.make(3, 8)
  m.gather({ matrix: from }, same, 0, 8)
  for (const row of [0, 1, 2]) assert.deepEqual(same.data.subarray(row * 8, row * 8 + 8), from.data.subarray(row * 16, row * 16 + 8))
  const first = same.data.slice(0, 8)
  const bias = filled(1, 8, 21)
  m.gather({ matrix: bias }, same, 0, 8, { first: 1, count: 2 })
  assert.deepEqual(same.data, Float32Array.of(...first, ...bias.data, ...bias.data))
})

test('what is below 0 is bent, alone or with what is added', () => {
  const [a, b] = [filled(3, 8, 22), filled(3, 16, 23)]
  const bent = a.data.map((x, i) => (x > 0 || i % 8 >= 4 ? x : x * SLOPE))
  const sums = a.data.map((x, i) => x + b.data[(i >> 3) * 16 + 4 + (i & 7)]!).map(x => (x > 0 ? x : x * SLOPE))
  const added = m.make(3, 8)
  m.gather({ matrix: a }, added, 0, 8)
  m.addBend(added, b, 4)
  m.bend(a, 4)
  assert.deepEqual(a.data, bent)
  assert.deepEqual(added.data, sums)
})

test('sums become floats', () => {
  const a = filled(2, 8, 24)
  const before = a.data.slice()
  whole(a).set(before.map(x => toWhole(x, WHOLE_SUM)))
  m.toFloats(a)
  for (const [i, x] of a.data.entries()) near(x, before[i]!, 1e-5)
})

test('gates in short form become sums, what does not fit the nearest that does', () => {
  const given = filled(3, 32, 25)
  given.data[32 + 17] = 1000
  const short = m.make(4, 16)
  for (let row = 0; row < 3; row++) m.shorten(given, row, short, row + 1)
  const sums = m.make(2, 16)
  m.gatherShort({ matrix: short, column: 16, index: Int32Array.of(2, 1) }, sums)
  for (const [i, sum] of whole(sums).entries()) {
    const expected = given.data[(i < 16 ? 32 : 0) + 16 + (i % 16)]!
    near(sum / WHOLE_SUM, expected === 1000 ? 16 : expected, 1 / SHORT_GATE)
  }
})
