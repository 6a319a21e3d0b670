import type { FigureRecord } from '../../record/figure.ts'
import type { ReadingRecord } from '../../record/reading.ts'
import { foldName } from '../../util/fold.ts'
import { hashText } from '../../util/hash.ts'
import { kilometres } from '../kilometres.ts'
import type { Count, Sketch, Telling, TellingPlace } from '../sketch.ts'
import { NEAR } from '../support.ts'

/** What is kept of a report of each; who counts more has a table, whose first rows tell it from others. */
const MOST = 24

/** The numbers that figures give, each once; parts, shares and rates of others are not among them. */
export function countsOf(figures: readonly FigureRecord[]): Count[] {
  const found = new Map<string, Count>()
  for (const { measure, unit, value, partOf, same, per } of figures) {
    const number = value?.best ?? value?.low ?? value?.high ?? null
    if (number === null || partOf !== null || same !== null || per !== null || found.size >= MOST) continue
    found.set(`${measure}/${unit} ${number}`, [`${measure}/${unit}`, number])
  }
  return [...found.values()]
}

/** The words in which a report names days, each once: "monday", "5 march 2024". */
export function dayWordsOf({ times, report }: ReadingRecord): number[] {
  const words = times.flatMap(({ precision, span }) => (precision === 'day' && span ? hashText(foldName(report.text.slice(...span))) : []))
  return [...new Set(words)].slice(0, MOST)
}

/**
 * By how much a report counts more than another one of the same, where it gives a number that the other one does not: above 0 more, below 0 less,
 * 0 the same or nothing new, or mainly of another place, as a round-up is that holds the other one’s story. Only the first thing counted otherwise is looked at, which is the one that its story begins with.
 */
export function countsAnew({ counts, tellings }: Sketch, other: Sketch): number {
  const [place, otherPlace] = [tellings[0]?.places[0], other.tellings[0]?.places[0]]
  if (place && otherPlace && !isAmong(place, [otherPlace])) return 0
  for (const [of, number] of counts) {
    const theirs = other.counts.flatMap(([what, n]) => (what === of ? [n] : []))
    if (theirs.length === 0 || theirs.includes(number)) continue
    const own = counts.flatMap(([what, n]) => (what === of ? [n] : []))
    return Math.max(...own) - Math.max(...theirs) || number - (theirs[0] as number)
  }
  return 0
}

/**
 * Whether two texts that are much alike tell two happenings nevertheless, as forms do in which only the facts are filled in: each of another place, of
 * another day, or of people none of whom is the other’s.
 */
export function areTwoHappenings(a: Sketch, b: Sketch): boolean {
  const [x, y] = [a.tellings[0], b.tellings[0]]
  return x !== undefined && y !== undefined && (areElsewhere(x, y) || areOnTwoDays(a, b, x, y) || areOfOthers(x, y))
}

/** The likeliest place of each is none of the other’s; where no place is known, the country. */
function areElsewhere(a: Telling, b: Telling): boolean {
  const [x, y] = [a.places[0], b.places[0]]
  if (x && y) return !isAmong(x, b.places) && !isAmong(y, a.places)
  return a.country !== null && b.country !== null && a.country !== b.country
}

function isAmong(place: TellingPlace, places: readonly TellingPlace[]): boolean {
  return places.some(other => other.key === place.key || other.name === place.name || kilometres(place, other) <= NEAR)
}

/** Nobody tells the same of "Monday" when another Monday has come. */
const WEEK = 7

/**
 * The two name no day in common: in other words, or in the same words weeks apart, and then what happened is of another kind or has another count. "On
 * Monday" alone is another day in a text that is only printed again.
 */
function areOnTwoDays(a: Sketch, b: Sketch, x: Telling, y: Telling): boolean {
  if (!x.day || !y.day || names(x, y.day.first) || names(y, x.day.first)) return false
  if (haveOthers(a.dayWords, b.dayWords)) return true
  const areKinds = x.type !== y.type
  return Math.abs(x.day.first - y.day.first) >= WEEK && (areKinds || countsAnew(a, b) !== 0 || countsAnew(b, a) !== 0)
}

function names({ day, days }: Telling, one: number): boolean {
  return days.includes(one) || (day !== null && day.first <= one && one <= day.last)
}

/** Whether each names people with their ages, none of whom is in the other. */
function areOfOthers(a: Telling, b: Telling): boolean {
  const names = ({ people }: Telling) => people.map(person => person.name)
  return haveOthers(names(a), names(b)) && haveOthers(a.ages, b.ages)
}

/** Whether both have something, and nothing in common. */
function haveOthers<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length > 0 && b.length > 0 && !a.some(one => b.includes(one))
}
