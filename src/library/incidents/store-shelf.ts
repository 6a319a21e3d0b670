import type { ShelfKey } from '../../reconcile/keys.ts'
import { unpackSketch } from '../../reconcile/pack-sketch.ts'
import type { Shelf } from '../../reconcile/shelf.ts'
import type { Sketch } from '../../reconcile/sketch.ts'
import type { Database } from '../../store/database.ts'
import { findReportNumber } from '../../store/reports.ts'
import { findSketch, reportsWithKey } from '../../store/sketches.ts'

/** Sketches that are held in memory. */
const MOST = 6000

/** The shelf of a library; the sketches asked for last are held in memory. */
export class StoreShelf implements Shelf {
  readonly #db: Database
  readonly #held = new Map<string, Sketch>()

  constructor(db: Database) {
    this.#db = db
  }

  sketch(report: string): Sketch | null {
    const held = this.#held.get(report)
    if (held) {
      this.#held.delete(report)
      this.#held.set(report, held)
      return held
    }
    const no = findReportNumber(this.#db, report)
    const bytes = no === null ? null : findSketch(this.#db, no)
    if (!bytes) return null
    const sketch = unpackSketch(bytes)
    this.#held.set(report, sketch)
    if (this.#held.size > MOST) for (const oldest of [...this.#held.keys()].slice(0, MOST / 4)) this.#held.delete(oldest)
    return sketch
  }

  withKey(key: ShelfKey): readonly string[] {
    return reportsWithKey(this.#db, key)
  }
}
