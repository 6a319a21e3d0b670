import { normalCode } from './normalise.ts'

// Kinds of characters, by UTF-16 code unit.
export const SPACE = 1
export const LETTER = 2
export const DIGIT = 3
/** Apostrophes and single quotes. */
export const APOSTROPHE = 4
/** Brackets and double quotes: each stands for itself, a run of them is never one sign. */
export const PAIRED = 5
/** All other signs; a run of the same one belongs together ("...", "--"). */
export const SIGN = 6
/** Half of a character beyond U+FFFF. */
export const SURROGATE = 7

// Filled when a unit is first met: most texts touch a hundred of the 65,536.
const kinds = new Uint8Array(65536)

/** The kind of a UTF-16 code unit. */
export function kindOf(unit: number): number {
  return kinds[unit] || classify(unit)
}

/** Is it an upper-case letter (or a title-case one)? */
export function isUpper(unit: number): boolean {
  return unit < 128 ? unit >= 65 && unit <= 90 : kindOf(unit) === LETTER && normalCode(unit) !== unit
}

/** Index just after the character that begins at `at`: two units for a surrogate pair. */
export function afterCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (unit < 0xd800 || unit > 0xdbff || at + 1 >= text.length) return at + 1
  const next = text.charCodeAt(at + 1)
  return next >= 0xdc00 && next <= 0xdfff ? at + 2 : at + 1
}

function classify(unit: number): number {
  const char = String.fromCharCode(unit)
  let kind = SIGN
  if (/\s/u.test(char)) kind = SPACE
  else if (unit >= 0xd800 && unit <= 0xdfff) kind = SURROGATE
  else if (APOSTROPHES.includes(char)) kind = APOSTROPHE
  else if (/\p{Nd}/u.test(char)) kind = DIGIT
  else if (/[\p{L}\p{M}\p{Nl}\u00ad\u200c\u200d]/u.test(char)) kind = LETTER
  else if (/["\p{Ps}\p{Pe}\p{Pi}\p{Pf}]/u.test(char)) kind = PAIRED
  kinds[unit] = kind
  return kind
}

const APOSTROPHES = "'’‘ʼ`´‛"
