import { hashText } from '../util/hash.ts'
import { fine } from './compare/place.ts'
import type { Sketch, Telling } from './sketch.ts'
import { heaviest } from './word-vector.ts'

/**
 * What a report is put under on the shelf; reports that share keys may be compared. A whole number: the room (below) times 2³², and a hash of what
 * is shared. What is found by its time stands by its time on the shelf, so that reports that come by their days are put side by side.
 */
export type ShelfKey = number

/** Rooms of the shelf. Those of time have one for each window: the room, and the number of the window, which is below 0 before 1970. */
const ROOM = { texts: 0, names: 1, undated: 2, wide: 100_000, near: 300_000 } as const
/** The rooms of wide windows lie so far around theirs: more than there are windows from the year 1 to the year 9999. */
const AROUND = 50_000
/** Keys of a room. */
export const ROOM_SIZE = 2 ** 32

/** Days of a window of time. A telling is looked for in its own window and in those before and behind. */
const NEAR = 16
const WIDE = 128
/** The heaviest words of a telling within a near window, and those within a wide one or without a date. */
const NEAR_WORDS = 24
const WIDE_WORDS = 16
/** Places of a telling under which it is put, and days that it names under which each of them is. */
const PLACES = 2
const DAYS = 6
/** Names rarer than this are keys. */
const RARE_NAME = 0.4
const NAMES = 8

/**
 * Reports are compared where what they share weighs so much together: a rare name at any time; a town with a day that both name; one of the
 * heaviest words within weeks, two where a report has no date, three within months. What is told of anew after a year names somebody again, or
 * where and when it was.
 */
export const ENOUGH = 6
const WEIGHT = { same: 6, name: 6, spot: 6, near: 4, wide: 2, undated: 3, place: 3 } as const

/** One thing by which reports are found: the keys under which it may stand, and how much it weighs. */
export interface Probe {
  readonly keys: readonly ShelfKey[]
  readonly weight: number
}

/** The keys under which a report is put. */
export function shelfKeys(sketch: Sketch): ShelfKey[] {
  return [...new Set([...copyStems(sketch), ...stemsOf(sketch)].flatMap(({ hash, rooms }) => [...rooms].map(room => keyOf(room, hash))))]
}

/** By what the reports are found whose text may be the same in part: the same text at any time, and like `probesOf`. */
export function copyProbesOf(sketch: Sketch, rooms: RoomsBetween): Probe[] {
  return copyStems(sketch).flatMap(stem => probesFor(stem, rooms))
}

/** What copies are found by: of the runs of words one within weeks, two where a report has no date, three within months. */
function copyStems({ textHash, published, shingles }: Sketch): Stem[] {
  const stem = (kind: Stem['kind'], hash: number, room: number): Stem => ({ kind, hash, weight: WEIGHT[kind], rooms: new Set([room]) })
  const text = stem('same', hashText(textHash), ROOM.texts)
  if (published === null) return [text, ...shingles.keys.map(hash => stem('undated', hash, ROOM.undated))]
  const windows = [Math.floor(published / NEAR), Math.floor(published / WIDE)] as const
  const parts = shingles.keys.flatMap(hash => [stem('near', hash, ROOM.near + windows[0]), stem('wide', hash, ROOM.wide + windows[1])])
  return [text, ...parts]
}

/** Gives the rooms from one to another that hold anything. */
type RoomsBetween = (from: number, to: number) => readonly number[]

/**
 * By what the reports are found that may tell the same happenings. Whichever of two reports asks, it finds the other by the same things; a report
 * without a date may be of any time, and looks into the rooms of all.
 */
export function probesOf(sketch: Sketch, rooms: RoomsBetween): Probe[] {
  return stemsOf(sketch).flatMap(stem => probesFor(stem, rooms))
}

function probesFor({ hash, weight, kind, rooms: own }: Stem, rooms: RoomsBetween): Probe[] {
  const probe = (asked: Iterable<number>, weight: number) => ({ keys: [...asked].map(room => keyOf(room, hash)), weight })
  if (kind === 'same' || kind === 'name' || kind === 'spot') return [probe(own, weight)]
  if (kind === 'undated') return [probe(own, weight), probe(rooms(ROOM.wide - AROUND, ROOM.wide + AROUND), weight)]
  const around = probe(new Set([...own].flatMap(room => [room - 1, room, room + 1])), weight)
  return kind === 'wide' ? [around, probe([ROOM.undated], WEIGHT.undated)] : [around]
}

/** What a report is found by. */
interface Stem {
  readonly kind: keyof typeof WEIGHT
  readonly hash: number
  readonly weight: number
  readonly rooms: Set<number>
}

/** What the tellings of a report are found by, each once. */
function stemsOf(sketch: Sketch): Stem[] {
  const stems = new Map<string, Stem>()
  for (const telling of sketch.tellings) {
    const near = roomsOf(telling, ROOM.near, NEAR)
    const wide = roomsOf(telling, ROOM.wide, WIDE)
    const add = (kind: Stem['kind'], hash: number, rooms: readonly number[]) => {
      if (rooms.length === 0) return
      const stem = stems.get(`${kind} ${hash}`) ?? { kind, hash, weight: WEIGHT[kind], rooms: new Set() }
      stems.set(`${kind} ${hash}`, stem)
      for (const room of rooms) stem.rooms.add(room)
    }
    const words = heaviest(telling.words, NEAR_WORDS)
    for (const word of words) add('near', word, near)
    for (const word of words.slice(0, WIDE_WORDS)) add(wide.length > 0 ? 'wide' : 'undated', word, wide.length > 0 ? wide : [ROOM.undated])
    for (const { name } of telling.people.filter(({ rarity }) => rarity >= RARE_NAME).slice(0, NAMES))
      add('name', hashText(name), [ROOM.names])
    for (const { key } of fine(telling).slice(0, PLACES)) {
      add('place', hashText(key), near)
      for (const day of telling.days.slice(0, DAYS)) add('spot', hashText(`${key} ${day}`), [ROOM.near + Math.floor(day / NEAR)])
    }
  }
  return [...stems.values()]
}

/** The rooms of the windows of time in which a telling is: of its day and of its publication. */
function roomsOf({ day, published }: Telling, room: number, days: number): number[] {
  const dates = [...(day?.stated ? [day.first] : []), ...(published === null ? [] : [published])]
  return [...new Set(dates.map(date => room + Math.floor(date / days)))]
}

function keyOf(room: number, hash: number): ShelfKey {
  return room * ROOM_SIZE + hash
}

/** The room in which a key stands. */
export function roomOf(key: ShelfKey): number {
  return Math.floor(key / ROOM_SIZE)
}
