import type { Figure, Layers } from '../document/layers.ts'
import { stage } from '../document/stage.ts'
import { type CalibratedKind, calibrate, type KindCalibration } from '../resource/calibration.ts'

/** Turns confidences into shares of right records, as the language's calibration has them; without one they stay as they are. */
export const calibrateStage = stage({
  name: 'calibrate',
  needs: ['statements', 'events', 'figures', 'positions'],
  gives: ['statements', 'events', 'figures', 'positions'],
  run(layers, { calibration }) {
    if (!calibration) return layers
    return {
      statements: layers.statements.map(s => withConfidence('statements', s, calibration.statements)),
      events: layers.events.map(v => withConfidence('events', v, calibration.events)),
      figures: layers.figures.map(f => withConfidence('figures', f, calibration.figures)),
      positions: layers.positions.map(p => withConfidence('positions', p, calibration.positions)),
    }
  },
})

/** The field of a kind whose rule made the record, and the field that sorts the records of that kind. */
const TELLING = {
  statements: ['content', 'act'],
  events: ['type', 'type'],
  figures: ['measure', 'measure'],
  positions: ['title', 'status'],
} as const satisfies Record<CalibratedKind, readonly [string, string]>

/** What a record's calibration goes by beside its raw confidence: the rule that made it, its sort and, for figures, its size. */
export function traitsOf<K extends CalibratedKind>(kind: K, record: Layers[K][number]): readonly string[] {
  const [made, sort] = TELLING[kind]
  const rule = record.from[made]?.rule
  const traits = [`${sort} ${(record as unknown as Readonly<Record<string, unknown>>)[sort]}`]
  if (rule) traits.push(`rule ${rule}`)
  if (kind === 'figures') traits.push(`value ${sizeOf((record as Figure).value?.best ?? null)}`)
  return traits
}

/** Small numbers are often ages, or one of something; large ones seldom count anything else than people and money. */
function sizeOf(best: number | null): 'vague' | 'small' | 'middling' | 'large' {
  if (best === null) return 'vague'
  return best < 15 ? 'small' : best <= 1000 ? 'middling' : 'large'
}

function withConfidence<K extends CalibratedKind, R extends Layers[K][number]>(kind: K, record: R, table: KindCalibration): R {
  const sure = calibrate(table, record.confidence, traitsOf(kind, record))
  return { ...record, confidence: Math.round(100 * sure) / 100 }
}
