import { findAddresses } from './addresses.ts'
import { APOSTROPHE, afterCharacter, DIGIT, isUpper, kindOf, LETTER, SIGN, SPACE, SURROGATE } from './chars.ts'
import { mix } from './linear.ts'
import { normalCode } from './normalise.ts'
import { widen } from './tokens.ts'

/** A clitic with its apostrophe ("n't", "'s"), which is never cut inside. */
const CLITIC = 8
/** A web or mail address, a host or file name; never cut inside. */
export const ADDRESS = 12

/** The smallest pieces of a stretch without white space: runs of letters, of digits, of one sign (or of ! and ?); brackets and quotes one by one; clitics. */
export interface Atoms {
  count: number
  starts: Int32Array
  ends: Int32Array
  kinds: Int32Array
  /** Of the folded characters, digits as 0. */
  hashes: Int32Array
}

/** Room for the atoms of one stretch, used again for the next. */
export function createAtoms(): Atoms {
  const room = 64
  return {
    count: 0,
    starts: new Int32Array(room),
    ends: new Int32Array(room),
    kinds: new Int32Array(room),
    hashes: new Int32Array(room),
  }
}

/** Cuts `[start, …)` up to the next white space or `limit` into atoms; returns where it stopped. */
export function cutAtoms(text: string, start: number, limit: number, clitics: readonly string[], atoms: Atoms): number {
  atoms.count = 0
  const stop = endOfStretch(text, start, limit)
  const addresses = mayHoldAddress(text, start, stop) ? findAddresses(text, start, stop) : NONE
  let address = 0
  let at = start
  while (at < stop) {
    const unit = text.charCodeAt(at)
    const kind = kindOf(unit)
    let end = at + 1
    if (at === addresses[address]) {
      end = addresses[address + 1] as number
      address += 2
      push(text, atoms, at, end, ADDRESS)
      at = end
      continue
    }
    const limit = addresses[address] ?? stop
    if (kind === LETTER || kind === DIGIT) {
      while (end < limit && kindOf(text.charCodeAt(end)) === kind) end++
    } else if (kind === SIGN) {
      while (end < limit && isSameSign(unit, text.charCodeAt(end))) end++
      // Two full stops are mostly one too many ("Inc.."), three are a sign of their own.
      if (unit === 46 && end === at + 2) end = at + 1
    } else if (kind === SURROGATE) {
      end = Math.min(limit, afterCharacter(text, at))
    } else if (kind === APOSTROPHE) {
      const clitic = cliticAt(text, start, at, limit, clitics)
      if (clitic) {
        const begin = at - clitic.indexOf("'")
        takeBack(text, atoms, begin)
        end = begin + clitic.length
        push(text, atoms, begin, end, CLITIC)
        at = end
        continue
      }
    }
    push(text, atoms, at, end, kind)
    at = end
  }
  return at
}

/** Do two signs belong together: the same again, or question and exclamation marks in any order? */
function isSameSign(a: number, b: number): boolean {
  return a === b || ((a === 33 || a === 63) && (b === 33 || b === 63))
}

const NONE: readonly number[] = []

function endOfStretch(text: string, start: number, limit: number): number {
  let end = start
  while (end < limit && kindOf(text.charCodeAt(end)) !== SPACE) end++
  return end
}

/** Is there an @, a colon with a slash, or a full stop with a letter after it? */
function mayHoldAddress(text: string, start: number, end: number): boolean {
  for (let i = start; i + 1 < end; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 64) return true
    if (unit === 46 && i > start && kindOf(text.charCodeAt(i + 1)) === LETTER) return true
    if (unit === 58 && text.charCodeAt(i + 1) === 47) return true
  }
  return false
}

/** Does the atom begin with a capital? */
export function isCapital(text: string, atoms: Atoms, index: number): boolean {
  return atoms.kinds[index] === LETTER && isUpper(text.charCodeAt(atoms.starts[index] as number))
}

/** Hash of a piece of text with characters folded and digits as 0. */
export function hashFolded(text: string, start: number, end: number): number {
  let hash = 17
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i)
    hash = Math.imul(hash ^ normalCode(unit), 0x01000193)
  }
  return mix(hash, end - start)
}

function push(text: string, atoms: Atoms, start: number, end: number, kind: number): void {
  if (atoms.count === atoms.starts.length) {
    atoms.starts = widen(atoms.starts)
    atoms.ends = widen(atoms.ends)
    atoms.kinds = widen(atoms.kinds)
    atoms.hashes = widen(atoms.hashes)
  }
  atoms.starts[atoms.count] = start
  atoms.ends[atoms.count] = end
  atoms.kinds[atoms.count] = kind
  atoms.hashes[atoms.count] = hashFolded(text, start, end)
  atoms.count++
}

/** The clitic whose apostrophe stands at `at` and after which the letters end. */
function cliticAt(text: string, start: number, at: number, limit: number, clitics: readonly string[]): string | null {
  for (const clitic of clitics) {
    const begin = at - clitic.indexOf("'")
    const end = begin + clitic.length
    if (begin < start || end > limit) continue
    let i = 0
    while (i < clitic.length && normalCode(text.charCodeAt(begin + i)) === clitic.charCodeAt(i)) i++
    if (i === clitic.length && (end === limit || kindOf(text.charCodeAt(end)) !== LETTER)) return clitic
  }
  return null
}

/** Shortens the last atom so that it ends where a clitic begins. */
function takeBack(text: string, atoms: Atoms, begin: number): void {
  const last = atoms.count - 1
  if (last < 0 || (atoms.ends[last] as number) <= begin) return
  if ((atoms.starts[last] as number) >= begin) atoms.count--
  else {
    atoms.ends[last] = begin
    atoms.hashes[last] = hashFolded(text, atoms.starts[last] as number, begin)
  }
}
