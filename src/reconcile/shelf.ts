import { type Probe, roomOf, type ShelfKey, shelfKeys } from './keys.ts'
import type { Sketch } from './sketch.ts'

/** Where sketches lie, and by which keys they are found; a library implements it over its store. */
export interface Shelf {
  /** The sketch of a report, or null where there is none (any more). */
  sketch(report: string): Sketch | null
  /** Ids of the reports whose probes weigh `least` together, in any order; each probe counts once. */
  found(probes: readonly Probe[], least: number): readonly string[]
  /** The rooms from one to another in which anything stands, in their order. */
  readonly rooms: (from: number, to: number) => readonly number[]
}

/** Those that enough probes find; `under` gives who stands under some keys, once or more often. */
export function weighFound<Report>(
  probes: readonly Probe[],
  least: number,
  under: (keys: readonly ShelfKey[]) => Iterable<Report>,
): Report[] {
  const found = new Map<Report, { weight: number; probe: number }>()
  for (const [i, { keys, weight }] of probes.entries())
    for (const report of under(keys)) {
      const known = found.get(report)
      if (!known) found.set(report, { weight, probe: i })
      else if (known.probe !== i) {
        known.weight += weight
        known.probe = i
      }
    }
  return [...found].flatMap(([report, { weight }]) => (weight >= least ? [report] : []))
}

/** A shelf in memory. */
export class MemoryShelf implements Shelf {
  readonly #sketches = new Map<string, Sketch>()
  readonly #reports = new Map<ShelfKey, Set<string>>()

  put(sketch: Sketch): void {
    this.#sketches.set(sketch.id, sketch)
    for (const key of shelfKeys(sketch)) {
      const reports = this.#reports.get(key)
      if (reports) reports.add(sketch.id)
      else this.#reports.set(key, new Set([sketch.id]))
    }
  }

  take(report: string): void {
    const sketch = this.#sketches.get(report)
    if (!sketch) return
    this.#sketches.delete(report)
    for (const key of shelfKeys(sketch)) this.#reports.get(key)?.delete(report)
  }

  sketch(report: string): Sketch | null {
    return this.#sketches.get(report) ?? null
  }

  found(probes: readonly Probe[], least: number): readonly string[] {
    return weighFound(probes, least, keys => keys.flatMap(key => [...(this.#reports.get(key) ?? [])]))
  }

  readonly rooms = (from: number, to: number): readonly number[] => {
    const rooms = new Set([...this.#reports].flatMap(([key, reports]) => (reports.size > 0 ? [roomOf(key)] : [])))
    return [...rooms].filter(room => from <= room && room <= to).sort((a, b) => a - b)
  }
}
