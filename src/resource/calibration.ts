import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { GriotError } from '../util/error.ts'
import type { Card } from './model.ts'

/** Kinds of records whose confidences are calibrated. */
export const CALIBRATED = ['statements', 'events', 'figures', 'positions'] as const
export type CalibratedKind = (typeof CALIBRATED)[number]

/** How often records of a kind are right, measured on annotated texts. */
export interface KindCalibration {
  /** Points [raw confidence, share of right records], both rising; straight between them, flat outside. */
  readonly curve: readonly (readonly [number, number])[]
  /** Trait of a record ("rule events/frame", "type ASSAULT") → what its odds of being right are multiplied by. */
  readonly odds: Readonly<Record<string, number>>
}

/** From the confidence that an extractor gives to the share of such records that are right. */
export type Calibration = Readonly<Record<CalibratedKind, KindCalibration>>

/** The calibration of a folder (`calibration.json`), checked against the hash on its card; null where there is none. */
export function loadCalibration(folder: URL): Calibration | null {
  const file = new URL('calibration.json', folder)
  if (!existsSync(file)) return null
  const bytes = readFileSync(file)
  const card = JSON.parse(readFileSync(new URL('calibration.card.json', folder), 'utf8')) as Card
  if (createHash('sha256').update(bytes).digest('hex') !== card.sha256)
    throw new GriotError('bad-model', `${fileURLToPath(file)} is not what its card says`, { hint: 'Install Griot again' })
  return JSON.parse(bytes.toString()) as Calibration
}

/** The calibrated probability, 0.02 to 0.98, of a record with that raw confidence and those traits. */
export function calibrate({ curve, odds }: KindCalibration, raw: number, traits: readonly string[]): number {
  const base = limit(onCurve(curve, raw))
  const product = traits.reduce((o, trait) => o * (odds[trait] ?? 1), base / (1 - base))
  return limit(product / (1 + product))
}

function onCurve(curve: KindCalibration['curve'], raw: number): number {
  const above = curve.findIndex(([x]) => x >= raw)
  const [x1, y1] = curve[above] ?? curve.at(-1) ?? [raw, raw]
  const [x0, y0] = curve[above - 1] ?? [x1, y1]
  return above <= 0 || x1 === x0 ? y1 : y0 + ((raw - x0) / (x1 - x0)) * (y1 - y0)
}

// Never quite sure: no annotated sample is large enough for more.
function limit(p: number): number {
  return Math.min(0.98, Math.max(0.02, p))
}
