import { BLOCK, FORM_SHIFT, LAST } from '../src/resource/name-index.ts'

/** A name as it is packed: the number of the thing and the form of the name. */
export function posting(number: number, form: number): number {
  return number | (form << FORM_SHIFT)
}

/** Number and form of a posting. */
export function numberOf(packed: number): number {
  return packed & 0xffffff
}
export function formOf(packed: number): number {
  return (packed >>> FORM_SHIFT) & 15
}

/** The packed list of names that `openNameIndex` reads; keys must be in order, the postings of a key in the order in which they are found. */
export function packNames(entries: readonly (readonly [string, readonly number[]])[]): Record<string, Uint8Array | Uint32Array> {
  const bytes: number[] = []
  const blocks: number[] = []
  const posted: number[] = []
  const postings: number[] = []
  let before = ''
  for (const [i, [key, list]] of entries.entries()) {
    if (i % BLOCK === 0) {
      blocks.push(bytes.length)
      posted.push(postings.length)
      before = ''
    }
    let shared = 0
    while (shared < key.length && key[shared] === before[shared]) shared++
    bytes.push(shared, key.length - shared, ...Buffer.from(key.slice(shared)))
    before = key
    for (const [k, p] of list.entries()) postings.push((k === list.length - 1 ? p | LAST : p) >>> 0)
  }
  return {
    keys: Uint8Array.from(bytes),
    blocks: Uint32Array.from(blocks),
    posted: Uint32Array.from(posted),
    postings: Uint32Array.from(postings),
  }
}
