import { type Probe, ROOM_SIZE } from '../../reconcile/keys.ts'
import { unpackSketch } from '../../reconcile/pack-sketch.ts'
import { type Shelf, weighFound } from '../../reconcile/shelf.ts'
import type { Sketch } from '../../reconcile/sketch.ts'
import type { Database } from '../../store/database.ts'
import { findReportNumber, getReportId } from '../../store/reports.ts'
import { findSketch, reportsUnder, roomsBetween } from '../../store/sketches.ts'
import { Recent } from '../../util/recent.ts'

/** Sketches that are held in memory, more than hang together in a large library, and ids of reports. */
const MOST_SKETCHES = 16_000
const MOST_IDS = 50_000

/** The shelf of a library; the sketches asked for last are held in memory. */
export class StoreShelf implements Shelf {
  readonly #db: Database
  readonly #sketches = new Recent<string, Sketch>(MOST_SKETCHES)
  readonly #ids = new Recent<number, string>(MOST_IDS)

  constructor(db: Database) {
    this.#db = db
  }

  sketch(report: string): Sketch | null {
    const held = this.#sketches.get(report)
    if (held) return held
    const no = findReportNumber(this.#db, report)
    const bytes = no === null ? null : findSketch(this.#db, no)
    if (!bytes) return null
    const sketch = unpackSketch(bytes)
    this.#sketches.set(report, sketch)
    return sketch
  }

  /** All keys are looked up with one statement: each statement costs more than what it finds. */
  found(probes: readonly Probe[], least: number): readonly string[] {
    const keys = probes.flatMap(probe => probe.keys)
    const lists = new Map(reportsUnder(this.#db, keys).map((list, i) => [keys[i], list]))
    return weighFound(probes, least, asked => asked.flatMap(key => lists.get(key) ?? [])).map(no => this.#idOf(no))
  }

  readonly rooms = (from: number, to: number): readonly number[] => roomsBetween(this.#db, from, to, ROOM_SIZE)

  #idOf(no: number): string {
    const known = this.#ids.get(no)
    if (known !== undefined) return known
    const id = getReportId(this.#db, no)
    this.#ids.set(no, id)
    return id
  }
}
