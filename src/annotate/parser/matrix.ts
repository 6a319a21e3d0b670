import { createMachine } from '../../util/wasm.ts'
import { cellKernel, multiplyKernel } from './kernels.ts'

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
  /** Where the free room begins; `release` gives back all that was taken since. */
  mark(): number
  release(mark: number): void
  /** In floats, and in whole form. */
  readonly plain: Arithmetic
  readonly whole: Arithmetic
  /** c += aᵀ · b, in floats. */
  multiplyTurned(a: Matrix, b: Matrix, c: Matrix): void
  /** Copies `count` numbers of a matrix, from its element `from` on, to element `to` of another. */
  copy(a: Matrix, from: number, c: Matrix, to: number, count: number): void
}

/** What can be computed with floats as well as with whole numbers. */
export interface Arithmetic {
  /** c += a · b */
  multiply(a: Matrix, b: Matrix, c: Matrix, rows?: Rows): void
  /** One step of the cells of `count` rows from `at` on; see `cellKernel`. Rows of `cells` from `before` on are those of the step before, -1 at the first step. */
  step(gates: Matrix, cells: Matrix, hidden: Matrix, at: number, before: number, count: number): void
}

const KERNELS = [multiplyKernel('plain'), multiplyKernel('turned'), multiplyKernel('whole'), cellKernel(false), cellKernel(true)]

/** Takes `bytes` of memory. */
export function createMatrices(bytes: number): Matrices {
  const { buffer, kernels } = createMachine(KERNELS, bytes)
  const all = new Float32Array(buffer)
  let top = 64
  // Memory is zero until it is used.
  let used = top
  const make = (rows: number, cols: number): Matrix => {
    const at = top
    top += (rows * cols * 4 + 63) & ~63
    if (top > buffer.byteLength) throw new Error(`no room for a matrix of ${rows} by ${cols}`)
    const data = new Float32Array(buffer, at, rows * cols)
    if (at < used) data.fill(0, 0, (used - at) >> 2)
    used = Math.max(used, top)
    return { at, rows, cols, data }
  }
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
  return {
    make,
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
    copy(a, from, c, to, count) {
      const start = (a.at >> 2) + from
      all.copyWithin((c.at >> 2) + to, start, start + count)
    },
  }
}

function check(fits: boolean): void {
  if (!fits) throw new Error('shapes of matrices do not fit')
}
