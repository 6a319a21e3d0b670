import { WHOLE_SUM, WHOLE_WEIGHT } from './kernels.ts'
import { halves, type Matrices, type Matrix, whole } from './matrix.ts'

/** A number in whole form; what does not fit becomes the nearest that does. */
export function toWhole(value: number, one: number): number {
  const most = one === WHOLE_SUM ? 0x3fffffff : 0x7fff
  return Math.max(-most, Math.min(most, Math.round(value * one)))
}

/** Weights in whole form, rows two by two, as `multiplyWhole` reads its second operand. */
export function wholeWeights(m: Matrices, from: Matrix): Matrix {
  const out = m.make(from.rows / 2, from.cols)
  const cells = halves(out)
  for (let r = 0; r < from.rows; r++)
    for (let c = 0; c < from.cols; c++)
      cells[2 * ((r >> 1) * from.cols + c) + (r & 1)] = toWhole(from.data[r * from.cols + c]!, WHOLE_WEIGHT)
  return out
}

/** A bias in whole form, to which products are added. */
export function wholeSums(m: Matrices, from: Matrix): Matrix {
  const out = m.make(from.rows, from.cols)
  whole(out).forEach((_, i, cells) => {
    cells[i] = toWhole(from.data[i]!, WHOLE_SUM)
  })
  return out
}
