import { wordsStage } from '../annotate/annotate.ts'
import { namesStage } from '../annotate/names.ts'
import type { Language } from '../document/language.ts'
import type { LayerName, Layers } from '../document/layers.ts'
import { eventsStage } from '../extract/events.ts'
import { figuresStage } from '../extract/figures.ts'
import { mentionsStage } from '../extract/mentions.ts'
import { positionsStage } from '../extract/positions.ts'
import { statementsStage } from '../extract/statements.ts'
import { timesStage } from '../extract/times.ts'
import { victimsStage } from '../extract/victims.ts'
import { coreferenceStage } from '../resolve/coreference/index.ts'
import { speakersStage } from '../resolve/speakers.ts'
import { whenStage } from '../resolve/when.ts'
import { whereStage } from '../resolve/where.ts'
import { whoStage } from '../resolve/who.ts'
import { calibrateStage } from './calibrate.ts'

/** A stage as the list sees it, whatever it needs and gives. */
export interface Step {
  readonly name: string
  readonly needs: readonly LayerName[]
  readonly gives: readonly LayerName[]
  run(layers: Partial<Layers>, language: Language): Partial<Layers>
}

/** THE stages of a reading, in the order in which they run. */
export const stages: readonly Step[] = [
  wordsStage,
  namesStage,
  timesStage,
  whenStage,
  mentionsStage,
  coreferenceStage,
  whereStage,
  whoStage,
  statementsStage,
  speakersStage,
  figuresStage,
  positionsStage,
  eventsStage,
  victimsStage,
  calibrateStage,
]
