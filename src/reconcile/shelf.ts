import type { ShelfKey } from './keys.ts'
import { shelfKeys } from './keys.ts'
import type { Sketch } from './sketch.ts'

/** Where sketches lie, and by which keys they are found; a library implements it over its store. */
export interface Shelf {
  /** The sketch of a report, or null where there is none (any more). */
  sketch(report: string): Sketch | null
  /** Ids of the reports under a key, in any order. */
  withKey(key: ShelfKey): readonly string[]
}

/** A shelf in memory. */
export class MemoryShelf implements Shelf {
  readonly #sketches = new Map<string, Sketch>()
  readonly #reports = new Map<string, string[]>()

  put(sketch: Sketch): void {
    if (this.#sketches.has(sketch.id)) return
    this.#sketches.set(sketch.id, sketch)
    for (const { kind, key } of shelfKeys(sketch)) {
      const full = `${kind} ${key}`
      const reports = this.#reports.get(full)
      if (reports) reports.push(sketch.id)
      else this.#reports.set(full, [sketch.id])
    }
  }

  take(report: string): void {
    const sketch = this.#sketches.get(report)
    if (!sketch) return
    this.#sketches.delete(report)
    for (const { kind, key } of shelfKeys(sketch)) {
      const reports = this.#reports.get(`${kind} ${key}`) ?? []
      reports.splice(reports.indexOf(report), 1)
    }
  }

  sketch(report: string): Sketch | null {
    return this.#sketches.get(report) ?? null
  }

  withKey({ kind, key }: ShelfKey): readonly string[] {
    return this.#reports.get(`${kind} ${key}`) ?? []
  }
}
