import type { Model } from './model.ts'

/** Keys in one block of the front-coded list. */
export const BLOCK = 16
/** Bits of a posting: number of the thing, form of the name, "last of its key". */
export const FORM_SHIFT = 24
export const LAST = 0x80000000
const NUMBER_MASK = 0xffffff

/** A thing that has a name: its number, and how the name belongs to it. */
export interface NameHit {
  readonly number: number
  readonly form: number
}

/** A packed list of names; nothing is read out of it before it is asked for. */
export interface NameIndex {
  /** What bears the name, in the order in which it was packed, at most 400; empty for a name that is not listed. */
  find(key: string): NameHit[]
  /** The key of that number in the order of keys, with what bears it. */
  at(index: number): { readonly key: string; readonly hits: () => NameHit[] } | null
}

const MOST = 400
const LONGEST = 80

/**
 * A list of names from its packed arrays.
 *   keys        names in order (ASCII), front-coded: a byte for the length shared with the key before, one for the rest, the rest;
 *               every 16th stands whole; `blocks` says where, `posted` which posting is its first
 *   postings    number (24 bits), form (4 bits), the highest bit on the last of a key
 */
export function openNameIndex(model: Model): NameIndex {
  const keys = model.numbers('keys', 'u8')
  const blocks = model.numbers('blocks', 'u32')
  const posted = model.numbers('posted', 'u32')
  const postings = model.numbers('postings', 'u32')

  /** Orders a block's first key against a key. */
  const compareBlock = (block: number, key: string): number => {
    const start = (blocks[block] as number) + 2
    const length = keys[start - 1] as number
    for (let i = 0; i < length && i < key.length; i++) {
      const order = (keys[start + i] as number) - key.charCodeAt(i)
      if (order !== 0) return order
    }
    return length - key.length
  }

  /** Walks the keys of a block until `stop` says so; gives the number of its first posting. */
  const walk = (block: number, stop: (key: string, index: number) => boolean): number | null => {
    let at = blocks[block] as number
    let posting = posted[block] as number
    let key = ''
    for (let i = block * BLOCK; i < (block + 1) * BLOCK && at < keys.length; i++) {
      const shared = keys[at] as number
      const rest = keys[at + 1] as number
      let tail = ''
      for (let k = 0; k < rest; k++) tail += String.fromCharCode(keys[at + 2 + k] as number)
      key = key.slice(0, shared) + tail
      at += 2 + rest
      if (stop(key, i)) return posting
      while (((postings[posting++] as number) & LAST) === 0);
    }
    return null
  }

  /** Walks the keys of a block up to one; gives the number of its first posting. Makes no strings: names are asked for all the time. */
  const search = (block: number, key: string): number | null => {
    let at = blocks[block] as number
    let posting = posted[block] as number
    /** How many characters the last key had in common with the one sought. */
    let same = 0
    for (let i = 0; i < BLOCK && at < keys.length; i++) {
      const shared = keys[at] as number
      const length = shared + (keys[at + 1] as number)
      const tail = at + 2 - shared
      at = tail + length
      // A key that shares more with the last one differs from the one sought where that did.
      if (shared <= same) {
        same = shared
        while (same < length && same < key.length && keys[tail + same] === key.charCodeAt(same)) same++
        if (same === length && same === key.length) return posting
      }
      while (((postings[posting++] as number) & LAST) === 0);
    }
    return null
  }

  const hitsFrom = (posting: number): NameHit[] => {
    const hits: NameHit[] = []
    for (let p = posting; ; p++) {
      const word = postings[p] as number
      if (hits.length < MOST) hits.push({ number: word & NUMBER_MASK, form: (word >>> FORM_SHIFT) & 15 })
      if ((word & LAST) !== 0) return hits
    }
  }

  return {
    find(key) {
      if (key === '' || key.length > LONGEST || blocks.length === 0) return []
      let low = 0
      let high = blocks.length - 1
      while (low < high) {
        const mid = (low + high + 1) >> 1
        if (compareBlock(mid, key) <= 0) low = mid
        else high = mid - 1
      }
      const posting = search(low, key)
      return posting === null ? [] : hitsFrom(posting)
    },
    at(index) {
      let key = ''
      const posting = walk(Math.floor(index / BLOCK), (k, i) => {
        key = k
        return i === index
      })
      return posting === null ? null : { key, hits: () => hitsFrom(posting) }
    },
  }
}
