import { wordsStage } from '../annotate/annotate.ts'
import type { Language } from '../document/language.ts'
import type { LayerName, Layers } from '../document/layers.ts'
import { timesStage } from '../extract/times.ts'
import { whenStage } from '../resolve/when.ts'

/** A stage as the list sees it, whatever it needs and gives. */
export interface Step {
  readonly name: string
  readonly needs: readonly LayerName[]
  readonly gives: readonly LayerName[]
  run(layers: Partial<Layers>, language: Language): Partial<Layers>
}

/** THE stages of a reading, in the order in which they run. */
export const stages: readonly Step[] = [wordsStage, timesStage, whenStage]
