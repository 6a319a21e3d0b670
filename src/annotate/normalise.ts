/**
 * The form under which a word is looked up in clusters, lists and models: lower case, every digit 0, curly quotes and
 * apostrophes straight, every dash "-". One code unit in, one code unit out, so lengths never change.
 */
export function normalise(form: string): string {
  let out = ''
  for (let i = 0; i < form.length; i++) out += String.fromCharCode(normalCode(form.charCodeAt(i)))
  return out
}

/** 32-bit FNV-1a of `normalise(form)`, made without the string; never 0, so that 0 can mean an empty slot. */
export function normalHash(form: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < form.length; i++) h = Math.imul(h ^ normalCode(form.charCodeAt(i)), 0x01000193)
  h ^= h >>> 15
  return h === 0 ? 1 : h >>> 0
}

/** What one UTF-16 code unit becomes; see `normalise`. */
export function normalCode(code: number): number {
  const known = CODES[code] as number
  if (known !== 0) return known
  const made = makeCode(code)
  CODES[code] = made
  return made
}

// Filled as characters are met: most texts use a few hundred of the 65,536.
const CODES = new Uint16Array(65536)

function makeCode(code: number): number {
  if (code >= 0x30 && code <= 0x39) return 0x30
  if (code === 0x2018 || code === 0x2019 || code === 0x201b || code === 0x02bc || code === 0x60 || code === 0xb4) return 0x27
  if (code === 0x201c || code === 0x201d || code === 0x201e || code === 0xab || code === 0xbb) return 0x22
  if (code >= 0x2010 && code <= 0x2015) return 0x2d
  const lower = String.fromCharCode(code).toLowerCase()
  return lower.length === 1 ? lower.charCodeAt(0) : code
}
