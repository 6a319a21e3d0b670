/**
 * Where text comes from: pairs of offsets [in the text, in the source], both rising. Between two pairs text and source run in step;
 * what the source has besides (markup, a second line-end character) falls between them.
 */
export type OffsetMap = readonly (readonly [text: number, source: number])[]

/** Offset in the source of an offset in the text. */
export function sourceOffset(map: OffsetMap, text: number): number {
  let low = 0
  let high = map.length
  while (low < high) {
    const mid = (low + high) >> 1
    if ((map[mid] as readonly [number, number])[0] <= text) low = mid + 1
    else high = mid
  }
  const [t, s] = map[low - 1] ?? [0, 0]
  return s + (text - t)
}

/** Grows a text piece by piece together with its map. */
export class MappedText {
  readonly #pieces: string[] = []
  readonly #map: [number, number][] = []
  length = 0

  /** Appends a piece that stands at this offset in the source. */
  add(piece: string, source: number): void {
    if (piece === '') return
    const last = this.#map.at(-1)
    if (!last || source - last[1] !== this.length - last[0]) this.#map.push([this.length, source])
    this.#pieces.push(piece)
    this.length += piece.length
  }

  text(): string {
    return this.#pieces.join('')
  }

  map(): OffsetMap {
    return this.#map
  }
}
