import type { Language } from '../document/language.ts'
import type { Entity, Event, Figure, Layers, Position, Statement, Time } from '../document/layers.ts'
import { RECORD_FORMAT } from '../record/reading.ts'
import { numberRecords } from './number.ts'
import { readablePart } from './read-limit.ts'
import { runStages } from './run-stages.ts'
import { type Step, stages } from './stages.ts'

/** A reading as it lives in memory: its records keep their whole trail. */
export interface Reading {
  readonly griot: typeof RECORD_FORMAT
  readonly report: Layers['report']
  readonly entities: readonly Entity[]
  readonly times: readonly Time[]
  readonly statements: readonly Statement[]
  readonly events: readonly Event[]
  readonly figures: readonly Figure[]
  readonly positions: readonly Position[]
}

/** Reads a report in its language; `language` is null where Griot does not read it, and every list stays empty. */
export function readReport(report: Layers['report'], language: Language | null, steps: readonly Step[] = stages): Reading {
  const part = { ...report, text: readablePart(report.text) }
  const layers: Partial<Layers> = language ? runStages(steps, part, language) : {}
  const { entities = [], statements = [], events = [], figures = [], positions = [], times = [] } = layers
  const ordered = times.map(t => t.time).sort((a, b) => (a.span?.[0] ?? 0) - (b.span?.[0] ?? 0) || (a.span?.[1] ?? 0) - (b.span?.[1] ?? 0))
  return { griot: RECORD_FORMAT, report, times: ordered, ...numberRecords({ entities, statements, events, figures, positions }) }
}
