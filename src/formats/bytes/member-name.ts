/** Longer names are cut in the middle; nobody reads them. */
const LONGEST = 400

/**
 * The name of a member of an archive as it is shown and kept: no drive, no leading stroke, no "." and "..", no control characters. It is never a
 * path on the disk; cleaned it cannot be mistaken for one outside the archive either.
 */
export function cleanName(raw: string): string {
  const parts = raw
    .toWellFormed()
    .replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '')
    .replaceAll('\\', '/')
    .replace(/^[a-z]:/i, '')
    .split('/')
    .filter(part => part !== '' && part !== '.' && part !== '..')
  const name = parts.join('/')
  if (name.length <= LONGEST) return name || 'nameless'
  const end = name.slice(-LONGEST / 2)
  return `${name.slice(0, LONGEST / 2)}…${end}`.toWellFormed()
}

/** Made by systems for themselves, and never a report. */
export function isHiddenName(name: string): boolean {
  return /(?:^|\/)(?:\.|__MACOSX\/|Thumbs\.db$|desktop\.ini$)/i.test(name)
}
