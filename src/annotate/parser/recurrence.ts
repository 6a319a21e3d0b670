import type { Arithmetic, Matrices, Matrix } from './matrix.ts'
import type { Packing } from './packing.ts'

/** One direction of a layer over packed sentences: gates (forget, open, fresh), cells and what they give. */
export interface Run {
  readonly gates: Matrix
  readonly cells: Matrix
  readonly hidden: Matrix
}

/** Runs recurrent cells over packed rows; `gates` holds what the input gives to the gates and is filled in place. */
export function runCells(m: Matrices, by: Arithmetic, gates: Matrix, state: Matrix, packing: Packing): Run {
  const cells = m.room(packing.size, gates.cols / 3)
  const hidden = m.room(packing.size, state.rows)
  let before = -1
  for (const [step, at] of packing.starts.entries()) {
    const count = packing.widths[step]!
    if (step) by.multiply(hidden, state, gates, { a: before, c: at, count })
    by.step(gates, cells, hidden, at, before, count)
    before = at
  }
  return { gates, cells, hidden }
}

/** Both directions side by side, every row at its place in the text. */
export function joinDirections(m: Matrices, forward: Matrix, backward: Matrix, mirror: Int32Array): Matrix {
  const width = forward.cols
  const joined = m.room(forward.rows, 2 * width)
  m.gather({ matrix: forward }, joined, 0, width)
  m.gather({ matrix: backward, index: mirror }, joined, width, width)
  return joined
}

/** The rows in mirrored order, as the backward direction reads them. */
export function mirrorRows(m: Matrices, rows: Matrix, mirror: Int32Array): Matrix {
  const out = m.room(rows.rows, rows.cols)
  m.gather({ matrix: rows, index: mirror }, out, 0, rows.cols)
  return out
}

/** A matrix of rows that all begin as the bias. */
export function biasRows(m: Matrices, rows: number, bias: Matrix): Matrix {
  const out = m.room(rows, bias.cols)
  m.gather({ matrix: bias }, out, 0, bias.cols)
  return out
}
