const MARKS = /\p{M}+/gu
/** Letters that decomposition leaves alone. */
const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ŋ: 'n',
  ɓ: 'b',
  ɗ: 'd',
  ƴ: 'y',
}

/**
 * A name as it is compared: lower case, no diacritics, apostrophes and full stops gone, hyphens and other marks to one space.
 * "Jama'at Nusrat al-Islam" → "jamaat nusrat al islam"; "U.S." → "us"; "Traoré" → "traore".
 */
export function foldName(name: string): string {
  if (/^[a-z ]*$/i.test(name) && !name.includes('  ')) return name.toLowerCase().trim()
  return name
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(/[øłđðþßæœıŋɓɗƴ]/g, c => LETTERS[c] ?? c)
    .replace(/['’‘ʼ`´ʿʾ.]/g, '')
    .replace(/[^\p{L}\p{N}&]+/gu, ' ')
    .trim()
}
