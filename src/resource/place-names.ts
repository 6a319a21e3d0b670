import { foldName } from '../util/fold.ts'

/** Parts of names that are written short: "St. Louis". */
const SHORT: Readonly<Record<string, string>> = { st: 'saint', ste: 'sainte', mt: 'mount', ft: 'fort' }

/** The form in which a place name is filed and looked up: folded, without a leading "the", "St" and the like written out. */
export function placeKey(name: string): string {
  const key = foldName(name).replace(/^the (?=.)/, '')
  return /\b(?:ste?|mt|ft) ./.test(key) ? key.replace(/\b(ste?|mt|ft)(?= .)/g, short => SHORT[short] ?? short) : key
}

/** Spellings of one sound in names that are written down from other scripts and tongues. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/dj|dh/g, 'd'],
  [/kh|gh|ck|q|k/g, 'k'],
  [/ph/g, 'f'],
  [/sh|ch|sch|tch/g, 's'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/th/g, 't'],
  [/z/g, 's'],
  [/[wv]/g, 'v'],
  [/(?<=.)[aeiouyhv]/g, ''],
]

/**
 * What stays of a key when vowels, spaces and doubled letters are dropped and kindred consonants made one: names that sound alike share it
 * ("diabaly" and "diabali", "bani bangou" and "banibangou").
 */
function skeleton(key: string): string {
  let bare = packed(key)
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 60)
  bare = /^[aeiouy]/.test(bare) ? `a${bare.slice(1)}` : bare
  for (const [sound, one] of SOUNDS) bare = bare.replace(sound, one)
  return bare.replace(/(.)\1+/g, '$1')
}

/** Hash of what a key sounds like and of its length without spaces: names that may be one spelled two ways share it, or lie a length apart. */
export function soundHash(key: string, length = packed(key).length): number {
  return hashText(`${skeleton(key)} ${length}`)
}

/** A key without spaces and without an Arabic article in front, which is written or not as reporters please. */
export function packed(key: string): string {
  return key.replace(/^(?:al|el|as|ash|ar|ad|an|at|az) (?=.)/, '').replaceAll(' ', '')
}

/** A key as it might be written by one who hears it: vowels of one sound are one letter, doubled letters one. */
export function spelling(key: string): string {
  return packed(key)
    .replace(/oo|ou|ow|w/g, 'u')
    .replace(/ee|y/g, 'i')
    .replace(/ck|q|c(?![eih])/g, 'k')
    .replace(/ph/g, 'f')
    .replace(/dj/g, 'j')
    .replace(/(.)\1+/g, '$1')
}

/** FNV-1a of a short text, 32 bits. */
function hashText(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h >>> 0
}

/**
 * Changes (insert, delete, replace, swap neighbours) that make one word of the other, `limit + 1` where they are more than `limit`.
 * Words are short: both are cut at 40 letters.
 */
export function editDistance(a: string, b: string, limit: number): number {
  const [x, y] = [a.slice(0, 40), b.slice(0, 40)]
  if (Math.abs(x.length - y.length) > limit) return limit + 1
  let before: number[] = []
  let last = Array.from({ length: y.length + 1 }, (_, j) => j)
  for (let i = 1; i <= x.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= y.length; j++) {
      const change = x[i - 1] === y[j - 1] ? 0 : 1
      let cost = Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1, (last[j - 1] as number) + change)
      if (i > 1 && j > 1 && x[i - 1] === y[j - 2] && x[i - 2] === y[j - 1]) cost = Math.min(cost, (before[j - 2] as number) + 1)
      row.push(cost)
      least = Math.min(least, cost)
    }
    if (least > limit) return limit + 1
    before = last
    last = row
  }
  return Math.min(limit + 1, last[y.length] as number)
}
