import { fine } from './compare/place.ts'
import type { Sketch, Telling } from './sketch.ts'
import { heaviest } from './word-vector.ts'

/** What a report is put under on the shelf; reports that share keys are compared. */
export interface ShelfKey {
  readonly kind: 'copy' | 'incident'
  readonly key: string
}

/** Days of a window of time. A telling is looked for in its own window and in those before and behind. */
const WINDOW = 16
/** The heaviest words of a telling within a window of time, and those without. */
const TIMED_WORDS = 24
const UNTIMED_WORDS = 16
/** Places of a telling under which it is put. */
const PLACES = 2
/** Names rarer than this are keys. */
const RARE_NAME = 0.4
const NAMES = 8

/** One thing by which reports are found: the keys under which it may stand, and how much it weighs. */
export interface Probe {
  readonly keys: readonly string[]
  readonly weight: number
}

/** Reports are compared where what they share weighs so much together. */
export const ENOUGH = 2

/** The keys under which a report is put. */
export function shelfKeys(sketch: Sketch): ShelfKey[] {
  const keys = [...stemsOf(sketch).values()].flatMap(({ stem, windows }) =>
    windows ? [...windows].map(window => `${stem}@${window}`) : [stem],
  )
  return [...copyKeys(sketch).map(key => ({ kind: 'copy' as const, key })), ...keys.map(key => ({ kind: 'incident' as const, key }))]
}

/** The keys under which a report's copies stand. */
export function copyKeys({ textHash, shingles }: Sketch): string[] {
  return [textHash, ...shingles.keys.map(hash => hash.toString(36))]
}

/** By what the reports are found that may tell the same happenings. Whichever of two reports asks, it finds the other by the same things. */
export function probesOf(sketch: Sketch): Probe[] {
  return [...stemsOf(sketch).values()].map(({ stem, weight, windows }) => {
    if (!windows) return { keys: [stem], weight }
    const near = new Set([...windows].flatMap(window => [window - 1, window, window + 1]))
    return { keys: [...near].map(window => `${stem}@${window}`), weight }
  })
}

interface Stem {
  readonly stem: string
  readonly weight: number
  /** The windows of time in which it counts; null where it counts at any time. */
  readonly windows: Set<number> | null
}

/** What a report's tellings are found by, each once. */
function stemsOf(sketch: Sketch): Map<string, Stem> {
  const stems = new Map<string, Stem>()
  for (const telling of sketch.tellings) {
    const windows = windowsOf(telling)
    const add = (stem: string, weight: number, isTimed: boolean) => {
      if (isTimed && windows.length === 0) return
      const known = stems.get(stem)
      if (!known) stems.set(stem, { stem, weight, windows: isTimed ? new Set(windows) : null })
      else for (const window of windows) known.windows?.add(window)
    }
    const words = heaviest(telling.words, TIMED_WORDS).map(hash => hash.toString(36))
    for (const word of words.slice(0, UNTIMED_WORDS)) add(`w${word}`, 1, false)
    for (const word of words) add(`t${word}`, 1, true)
    for (const { name } of telling.people.filter(({ rarity }) => rarity >= RARE_NAME).slice(0, NAMES)) add(`n${name}`, 2, false)
    for (const { key } of fine(telling).slice(0, PLACES)) add(`p${key}`, 1, true)
  }
  return stems
}

/** The windows of time in which a telling is: of its day and of its publication. */
function windowsOf({ day, published }: Telling): number[] {
  const days = [...(day?.stated ? [day.first] : []), ...(published === null ? [] : [published])]
  return [...new Set(days.map(date => Math.floor(date / WINDOW)))]
}
