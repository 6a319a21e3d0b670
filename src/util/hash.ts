/** A 32-bit hash of the UTF-16 code units of a text (FNV-1a, then Murmur3's finalizer, so that its low and high bits are alike). */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return mixHash(hash)
}

/** Murmur3's finalizer: every bit of the result depends on every bit of the number. */
export function mixHash(number: number): number {
  let hash = number
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
