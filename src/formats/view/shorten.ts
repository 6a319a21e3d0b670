/** A text of `most` letters at the longest: of a longer one the beginning and the end. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  const tail = most >> 2
  return `${text.slice(0, most - tail - 3).toWellFormed()} … ${text.slice(text.length - tail).toWellFormed()}`
}
