import { WHOLE_SUM, WHOLE_WEIGHT } from './kernels.ts'

/**
 * How a matrix of the network is kept: weights that work on hidden units as pairs of 16-bit numbers, what their products are added to as
 * sums, what is looked up by the word as a table of floats, the rest as floats.
 */
export function formOf(name: string): 'floats' | 'halves' | 'sums' | 'table' {
  if (/^(?:word|affix|tag|feat|shape)$/.test(name)) return 'table'
  if (/^(in[1-9]|state)|^(heads|tags)$/.test(name)) return 'halves'
  return /^bias[1-9]|^(heads|tags)Bias$/.test(name) ? 'sums' : 'floats'
}

/** A number in whole form; what does not fit becomes the nearest that does. */
export function toWhole(value: number, one: number): number {
  const most = one === WHOLE_SUM ? 0x3fffffff : 0x7fff
  return Math.max(-most, Math.min(most, Math.round(value * one)))
}

/** Weights in whole form, rows two by two, as `multiplyWhole` reads its second operand. */
export function wholeWeights(weights: Float32Array, cols: number): Int16Array<ArrayBuffer> {
  return Int16Array.from(weights, (_, i) => {
    const cell = i >> 1
    const pair = Math.floor(cell / cols)
    return toWhole(weights[(2 * pair + (i & 1)) * cols + (cell % cols)]!, WHOLE_WEIGHT)
  })
}

/** A bias in whole form, to which products are added. */
export function wholeSums(bias: Float32Array): Int32Array<ArrayBuffer> {
  return Int32Array.from(bias, x => toWhole(x, WHOLE_SUM))
}
