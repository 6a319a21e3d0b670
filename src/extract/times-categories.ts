import type { Piece } from '../document/answers/times.ts'
import { grainOf, type TimeShape } from '../document/time-shape.ts'

/** Of most words. */
export const NO_CATEGORIES: readonly string[] = []

/** The categories of a piece: those of the lexicon, those of a number by its size, those of what an earlier layer found. */
export function withCategories(piece: Omit<Piece, 'categories'>): Piece {
  return { ...piece, categories: categoriesOf(piece) }
}

/** `withCategories` without the piece. */
export function categoriesOf({
  meanings,
  capital,
  number,
  digits,
  shape,
}: Pick<Piece, 'meanings' | 'capital' | 'number' | 'digits' | 'shape'>): readonly string[] {
  if (meanings.length === 0 && number === null && shape === null) return NO_CATEGORIES
  const out: string[] = []
  for (const m of meanings) if (!m.capital || capital) out.push(m.category)
  if (number !== null) out.push(...numberCategories(number, digits))
  if (shape) out.push(...shapeCategories(shape))
  return out
}

function numberCategories(n: number, digits: number): string[] {
  const out = ['number']
  if (digits > 4 || !Number.isInteger(n)) return out
  if (n >= 1000 && n < 3000 && (digits === 4 || digits === 0)) out.push('year')
  if (digits === 3 || (digits === 2 && n > 31)) out.push('early-year')
  if (digits === 4) out.push('four-figures')
  if (digits === 1 || digits === 2) {
    if (n >= 1 && n <= 31) out.push('day')
    if (n >= 1 && n <= 12) out.push('month-number')
    if (n <= 24) out.push('hour')
  }
  if (digits === 2) {
    out.push('two-figures')
    if (n < 60) out.push('sixty')
  }
  return out
}

function shapeCategories(shape: TimeShape): string[] {
  const grain = grainOf(shape)
  if (grain) return ['t', `t:${grain}`]
  if (shape.value === '') return []
  if (shape.type === 'set') return ['t:set']
  if (shape.value?.endsWith('_REF')) return ['t:ref']
  return shape.toward ? ['t:span'] : ['t:length']
}
