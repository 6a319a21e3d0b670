import { createMachine } from '../../util/wasm.ts'
import { bendKernel, cellKernel, floatsKernel, gatherKernel, multiplyKernel, shortenKernel } from './kernels.ts'

/**
 * A matrix of 32-bit cells, row by row, in the memory of the kernels. A cell is a float, or, in whole form (see `multiplyKernel`), a
 * 32-bit whole number or a pair of 16-bit ones, which `whole` and `halves` show.
 */
export interface Matrix {
  /** Address in bytes. */
  readonly at: number
  readonly rows: number
  readonly cols: number
  readonly data: Float32Array
}

/** The cells of a matrix as whole numbers. */
export const whole = ({ data }: Matrix): Int32Array => new Int32Array(data.buffer, data.byteOffset, data.length)
/** The cells of a matrix as pairs of 16-bit numbers. */
export const halves = ({ data }: Matrix): Int16Array => new Int16Array(data.buffer, data.byteOffset, 2 * data.length)

/** Rows of the operands to use: `count` rows of a from `a` on, and of c from `c` on. */
export interface Rows {
  readonly a: number
  readonly c: number
  readonly count: number
}

/** Memory for matrices with the kernels that work on it. Columns come in multiples of 8. */
export interface Matrices {
  /** Takes room for a matrix of zeros. */
  make(rows: number, cols: number): Matrix
  /** Takes room for a matrix all of whose cells will be written before they are read. */
  room(rows: number, cols: number): Matrix
  /** Where the free room begins; `release` gives back all that was taken since. */
  mark(): number
  release(mark: number): void
  /** In floats, and in whole form. */
  readonly plain: Arithmetic
  readonly whole: Arithmetic
  /** c += aᵀ · b, in floats. */
  multiplyTurned(a: Matrix, b: Matrix, c: Matrix): void
  /** Fills columns of all rows of `to`, or of some, from column `at` on with `count` columns of rows of another matrix, a multiple of 8; see `RowsFrom`. */
  gather(from: RowsFrom, to: Matrix, at: number, count: number, rows?: { readonly first: number; readonly count: number }): void
  /** Fills all of `to` with sums in whole form from gates in short form, two in a cell; columns are counted in gates. */
  gatherShort(from: RowsFrom, to: Matrix): void
  /** The activation of the first `count` columns, a multiple of 4, of all rows: what is below 0 is multiplied by SLOPE. */
  bend(a: Matrix, count: number): void
  /** a = the activation of a + the columns of another matrix that has as many rows, from its column `from` on. */
  addBend(a: Matrix, b: Matrix, from: number): void
  /** Sums in whole form become floats, in place. */
  toFloats(a: Matrix): void
  /** Row `row` of floats becomes gates in short form, row `place` of another matrix. */
  shorten(a: Matrix, row: number, to: Matrix, place: number): void
}

/** Rows of a matrix from its column `column` on: row i is its row `index[i]`, without an index its row i, or always its only one. */
export interface RowsFrom {
  readonly matrix: Matrix
  readonly column?: number
  readonly index?: Int32Array
}

/** What can be computed with floats as well as with whole numbers. */
export interface Arithmetic {
  /** c += a · b */
  multiply(a: Matrix, b: Matrix, c: Matrix, rows?: Rows): void
  /** One step of the cells of `count` rows from `at` on; see `cellKernel`. Rows of `cells` from `before` on are those of the step before, -1 at the first step. */
  step(gates: Matrix, cells: Matrix, hidden: Matrix, at: number, before: number, count: number): void
}

const KERNELS = [
  ...[multiplyKernel('plain'), multiplyKernel('turned'), multiplyKernel('whole'), cellKernel(false), cellKernel(true)],
  ...[gatherKernel(false), gatherKernel(true), bendKernel(false), bendKernel(true), floatsKernel(), shortenKernel()],
]

/** Takes `bytes` of memory. */
export function createMatrices(bytes: number): Matrices {
  const { buffer, kernels } = createMachine(KERNELS, bytes)
  let top = 64
  // Memory is zero until it is used.
  let used = top
  const take = (rows: number, cols: number, zeros: boolean): Matrix => {
    const at = top
    top += (rows * cols * 4 + 63) & ~63
    if (top > buffer.byteLength) throw new Error(`no room for a matrix of ${rows} by ${cols}`)
    const data = new Float32Array(buffer, at, rows * cols)
    if (zeros && at < used) data.fill(0, 0, (used - at) >> 2)
    used = Math.max(used, top)
    return { at, rows, cols, data }
  }
  const make = (rows: number, cols: number): Matrix => take(rows, cols, true)
  const room = (rows: number, cols: number): Matrix => take(rows, cols, false)
  const multiplyBy =
    (kernel: string): Arithmetic['multiply'] =>
    (a, b, c, rows) => {
      const from = rows ?? { a: 0, c: 0, count: a.rows }
      check(a.cols === b.rows && b.cols === c.cols && c.cols % 8 === 0 && a.cols % 4 === 0)
      const row = a.cols * 4
      kernels[kernel]!(a.at + from.a * row, row, b.at, b.cols * 4, c.at + from.c * c.cols * 4, c.cols * 4, from.count, c.cols, a.cols)
    }
  const stepBy =
    (kernel: string): Arithmetic['step'] =>
    (gates, cells, hidden, at, before, count) => {
      const row = cells.cols * 4
      const kept = top
      const last = before < 0 ? make(count, cells.cols).at : cells.at + before * row
      kernels[kernel]!(gates.at + at * gates.cols * 4, last, cells.at + at * row, hidden.at + at * hidden.cols * 4, count, cells.cols)
      top = kept
    }
  /** An index for a kernel that is called at once: it stands in room that is free. */
  const listed = (index: Int32Array | undefined): number => {
    if (!index) return 0
    const kept = top
    const list = room(1, index.length)
    whole(list).set(index)
    top = kept
    return list.at
  }
  return {
    make,
    room,
    mark: () => top,
    release(mark) {
      top = mark
    },
    plain: { multiply: multiplyBy('multiply'), step: stepBy('cell') },
    whole: { multiply: multiplyBy('multiplyWhole'), step: stepBy('cellWhole') },
    multiplyTurned(a, b, c) {
      check(a.rows === b.rows && b.cols === c.cols && a.cols === c.rows && c.cols % 8 === 0)
      kernels.multiplyTurned!(a.at, a.cols * 4, b.at, b.cols * 4, c.at, c.cols * 4, a.cols, c.cols, a.rows)
    },
    gather({ matrix, column = 0, index }, to, at, count, rows = { first: 0, count: to.rows }) {
      check(count % 8 === 0 && (!index || index.length === rows.count) && column + count <= matrix.cols && at + count <= to.cols)
      const row = matrix.rows === 1 ? 0 : matrix.cols * 4
      const target = to.at + (rows.first * to.cols + at) * 4
      kernels.gather!(matrix.at + column * 4, row, target, to.cols * 4, listed(index), rows.count, count * 4)
    },
    gatherShort({ matrix, column = 0, index }, to) {
      check(to.cols % 8 === 0 && (!index || index.length === to.rows) && column + to.cols <= 2 * matrix.cols)
      kernels.gatherShort!(matrix.at + column * 2, matrix.cols * 4, to.at, to.cols * 4, listed(index), to.rows, to.cols * 4)
    },
    bend(a, count) {
      kernels.bend!(a.at, a.cols * 4, a.rows, count * 4)
    },
    addBend(a, b, from) {
      check(a.rows === b.rows && from + a.cols <= b.cols)
      kernels.addBend!(a.at, a.cols * 4, a.rows, a.cols * 4, b.at + from * 4, b.cols * 4)
    },
    toFloats(a) {
      kernels.floats!(a.at, a.data.length * 4)
    },
    shorten(a, row, to, place) {
      check(a.cols === 2 * to.cols && a.cols % 8 === 0 && row < a.rows && place < to.rows)
      kernels.shorten!(a.at + row * a.cols * 4, to.at + place * to.cols * 4, a.cols * 4)
    },
  }
}

function check(fits: boolean): void {
  if (!fits) throw new Error('shapes of matrices do not fit')
}
