import type { Model } from '../../resource/model.ts'

/**
 * Lists that the recogniser knows, one bit each; those named found-… hold phrases that raw text uses as names of one kind. Phrases (up to
 * MAX_PIECES words) stand in one table, single words in another; both hold hashes only, so that they tell whether a phrase is listed and not
 * what it is.
 */
export const PHRASE_LISTS = [
  'country',
  'nationality',
  'region',
  'city',
  'town',
  'organisation',
  'group',
  'person',
  'capitals',
  'found-person',
  'found-place',
  'found-organisation',
  'found-other',
] as const
export const WORD_LISTS = ['first-name', 'surname', 'organisation-head'] as const
/** The bits of a single word that tell its lists; those from USES on tell how raw text uses it. */
export const USES = WORD_LISTS.length
export const LISTED = (1 << USES) - 1
export const MAX_PIECES = 6

/** Hash tables from `phraseHash` or `pieceHash` to the bits of the lists it is on; 0 is free. */
export interface NameLists {
  readonly phrases: Table
  readonly words: Table
}

/** Open addressing, a power of two in size; key 0 is a free slot. */
export interface Table {
  readonly keys: Int32Array
  readonly bits: Uint16Array
}

/** The lists that the model "names" carries. */
export function createLists(model: Model): NameLists {
  return {
    phrases: createTable(model.numbers('phrases.keys', 'i32'), model.numbers('phrases.bits', 'u16')),
    words: createTable(model.numbers('words.keys', 'i32'), model.numbers('words.bits', 'u16')),
  }
}

/** A table of these keys (not 0, each once). */
export function createTable(keys: Int32Array, bits: Uint16Array): Table {
  let size = 16
  while (size < keys.length * 2) size *= 2
  const table = { keys: new Int32Array(size), bits: new Uint16Array(size) }
  for (let i = 0; i < keys.length; i++) {
    const slot = slotOf(table, keys[i] as number)
    table.keys[slot] = keys[i] as number
    table.bits[slot] = bits[i] as number
  }
  return table
}

/** The lists of a key; 0 for none. */
export function bitsOf(table: Table, key: number): number {
  return table.bits[slotOf(table, key)] as number
}

function slotOf({ keys }: Table, key: number): number {
  const mask = keys.length - 1
  let slot = (key ^ (key >>> 16)) & mask
  while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask
  return slot
}

/**
 * Hash of the letters and digits of a word, without case and accents; 0 for a word that has none. A phrase is the `extend` of its pieces:
 * hyphens, stops and apostrophes between them do not count, so "Al-Shabaab" and "al Shabaab" are one.
 */
export function pieceHash(form: string): number {
  let h = 0x811c9dc5
  let letters = 0
  for (let i = 0; i < form.length; i++) {
    const code = foldCode(form.charCodeAt(i))
    if (code === 0) continue
    h = Math.imul(h ^ code, 0x01000193)
    letters++
  }
  if (letters === 0) return 0
  h ^= h >>> 15
  return h === 0 ? 1 : h
}

/** Hash of a phrase longer by one piece; begin with 0. */
export function extend(phrase: number, piece: number): number {
  const h = Math.imul(phrase ^ piece, 0x9e3779b1)
  const mixed = h ^ (h >>> 15)
  return mixed === 0 ? 1 : mixed
}

/** Words of a phrase on a list: white space, hyphens, apostrophes and signs stand between them. */
export function piecesOf(phrase: string): string[] {
  return phrase.split(/[\s\-–’'`,;:()"/&]+/u).filter(piece => pieceHash(piece) !== 0)
}

// 1: no letter or digit; filled as characters are met.
const FOLDED = new Uint16Array(65536)

function foldCode(code: number): number {
  let folded = FOLDED[code] as number
  if (folded === 0) {
    const bare = String.fromCharCode(code).normalize('NFD').toLowerCase().charCodeAt(0)
    folded = /[\p{L}\p{N}]/u.test(String.fromCharCode(bare)) ? bare : 1
    FOLDED[code] = folded
  }
  return folded === 1 ? 0 : folded
}
