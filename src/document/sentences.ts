import type { Sentence } from './layers.ts'

/** The last sentence that starts at or before a position of the text, or null; found by halving. */
export function sentenceAt(sentences: readonly Sentence[], position: number): Sentence | null {
  let low = 0
  let high = sentences.length
  while (low < high) {
    const mid = (low + high) >> 1
    if ((sentences[mid] as Sentence).span[0] <= position) low = mid + 1
    else high = mid
  }
  return sentences[low - 1] ?? null
}
