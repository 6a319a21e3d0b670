import type { Piece } from '../document/answers/times.ts'
import type { TimeMention } from '../document/layers.ts'
import { grainOf } from '../document/time-shape.ts'
import type { Time } from '../record/time.ts'

/**
 * Links the two ends of a period: "from 3 to 7 March", "between 2015 and 2018", "March-April". Both ends get the same `range`, whose days the
 * resolver sets; an end that is linked is no longer "since" or "until".
 */
export function linkRanges(mentions: TimeMention[], places: readonly number[], pieces: readonly Piece[]): TimeMention[] {
  for (let i = 0; i + 1 < mentions.length; i++) {
    const [from, to] = [places[i] as number, places[i + 1] as number]
    if (to !== from + 2 || pieces[to]?.opens || pieces[from + 1]?.opens) continue
    const left = mentions[i] as TimeMention
    const right = mentions[i + 1] as TimeMention
    if (!isRange(pieces[from - 1], pieces[from + 1] as Piece, left, right)) continue
    const span: [number, number] = [left.time.span?.[0] ?? 0, right.time.span?.[1] ?? 0]
    const range: Time = { ...left.time, type: 'date', value: `${left.time.value}/${right.time.value}`, precision: 'range', span }
    mentions[i] = { ...left, direction: null, range }
    mentions[i + 1] = { ...right, direction: null, range }
    i++
  }
  return mentions
}

function isRange(before: Piece | undefined, link: Piece, left: TimeMention, right: TimeMention): boolean {
  const how = link.meanings.find(m => m.category === 'range-link')?.value
  if (how === undefined || !isDate(left) || !isDate(right)) return false
  const opener = before?.meanings.find(m => m.category === 'range-open')?.value
  if (how === 'and') return opener === 'between'
  if (opener === 'from') return true
  return grainOf(left.shape ?? { type: 'date' }) === grainOf(right.shape ?? { type: 'date' })
}

function isDate(mention: TimeMention): boolean {
  return mention.shape !== undefined && grainOf(mention.shape) !== null
}
