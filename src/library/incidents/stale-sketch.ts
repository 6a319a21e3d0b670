import { shelfKeys } from '../../reconcile/keys.ts'
import { unpackSketch } from '../../reconcile/pack-sketch.ts'
import type { Database } from '../../store/database.ts'
import { addPending, dropSketch, findSketch } from '../../store/sketches.ts'

/** Takes away the sketch of a report whose records have changed; it is made anew when the report is next compared with the others. */
export function dropStaleSketch(db: Database, no: number): void {
  const bytes = findSketch(db, no)
  if (bytes) dropSketch(db, no, shelfKeys(unpackSketch(bytes)))
  addPending(db, no)
}
