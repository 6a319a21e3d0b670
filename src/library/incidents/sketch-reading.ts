import { NO_RECONCILE_ANSWERS } from '../../document/answers/reconcile.ts'
import { loadLanguage } from '../../lang/index.ts'
import { type ShelfKey, shelfKeys } from '../../reconcile/keys.ts'
import { packSketch } from '../../reconcile/pack-sketch.ts'
import { sketchReport } from '../../reconcile/sketch-report.ts'
import type { ReadingRecord } from '../../record/reading.ts'

/** A sketch ready to be stored. */
export interface PackedSketch {
  readonly bytes: Uint8Array
  readonly keys: readonly ShelfKey[]
}

/** What is kept of a reading so that its report can be compared with others. */
export async function sketchReading(reading: ReadingRecord): Promise<PackedSketch> {
  const language = await loadLanguage(reading.report.language)
  const sketch = sketchReport(reading, language?.reconcile ?? NO_RECONCILE_ANSWERS)
  return { bytes: packSketch(sketch), keys: shelfKeys(sketch) }
}
