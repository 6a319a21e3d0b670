import { wrap } from '../util/display-width.ts'
import { shortenId } from './shorten-id.ts'

/** Ids of records as `griot show` takes them; the first three. */
export function shortenIds(ids: readonly string[]): string {
  const shown = ids.slice(0, 3).map(shortenId)
  return shown.join(', ') + (ids.length > 3 ? ` and ${ids.length - 3} more` : '')
}

/** A sentence on lines of its own, the later ones further in. */
export function wrapIndented(text: string, width: number): string {
  return wrap(text, Math.max(40, width) - 4)
    .map((span, i) => `${i === 0 ? '  ' : '    '}${text.slice(...span)}\n`)
    .join('')
}
