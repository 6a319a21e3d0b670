import { createHash } from 'node:crypto'
import type { CopyGroup } from './copies/copies.ts'
import { countOrigins } from './copies/origins.ts'
import { STEPS, tellPair } from './features.ts'
import type { Sketch, Telling } from './sketch.ts'
import { type IncidentSummary, summarise } from './summary.ts'

/** A happening, and who tells it. */
export interface Incident {
  /** "i:" and a hash of the lowest of its tellings. */
  readonly id: string
  /** By id of the telling. */
  readonly tellings: readonly IncidentTelling[]
  readonly summary: IncidentSummary
}

/** One report's part in an incident. */
export interface IncidentTelling {
  readonly id: string
  readonly report: string
  /** Whether it is what the report mainly tells. */
  readonly isMain: boolean
  /** Ids of the events of the reading; empty where the report as a whole tells it. */
  readonly events: readonly string[]
  /** Log-odds for being one with the telling of the incident that is most like it; 0 where it stands alone. */
  readonly score: number
  readonly because: string
}

/** Below every link. */
const ABSENT = -1e9

/** What is asked about the tellings of an incident. */
export interface Around {
  groupOf(report: string): CopyGroup
  sketch(report: string): Sketch
  /** Of the link between two tellings, where there is one. */
  scoreOf(telling: Telling, other: Telling): number | undefined
}

/** The incident that tellings make, with the copies of their reports. */
export function toIncident(tellings: readonly Telling[], around: Around): Incident {
  const own = tellings.map(telling => toPart(telling, tellings, around))
  const copies = tellings.filter(telling => telling.isMain).flatMap(telling => copyParts(telling, around))
  const parts = [...own, ...copies].sort((a, b) => (a.id < b.id ? -1 : 1))
  const sketches = [...new Set(parts.map(part => part.report))].map(report => around.sketch(report))
  const origins = countOrigins(sketches, report => around.groupOf(report).root)
  return { id: incidentId(tellings), tellings: parts, summary: summarise(tellings, sketches, origins) }
}

function incidentId(tellings: readonly Telling[]): string {
  const lowest = tellings.reduce((low, { id }) => (id < low ? id : low), (tellings[0] as Telling).id)
  return `i:${createHash('sha256').update(lowest).digest('hex').slice(0, 16)}`
}

function toPart(telling: Telling, all: readonly Telling[], { scoreOf }: Around): IncidentTelling {
  const { id, report, isMain, events } = telling
  let [best, most]: [Telling | null, number] = [null, Number.NEGATIVE_INFINITY]
  for (const other of all) {
    const score = other === telling ? undefined : (scoreOf(telling, other) ?? ABSENT)
    if (score !== undefined && score > most) [best, most] = [other, score]
  }
  if (!best) return { id, report, isMain, events, score: 0, because: 'No other report tells it.' }
  if (most === ABSENT) return { id, report, isMain, events, score: 0, because: 'An analyst put it here.' }
  const { score, because } = tellPair(telling, best)
  return { id, report, isMain, events, score: Math.round(score * STEPS) / STEPS, because }
}

/** Copies tell what the report tells that they repeat. */
function copyParts({ report }: Telling, { groupOf, sketch }: Around): IncidentTelling[] {
  return groupOf(report).copies.flatMap(copy => {
    const main = sketch(copy.report).tellings[0]
    return main ? { id: main.id, report: copy.report, isMain: true, events: main.events, score: copy.score, because: copy.because } : []
  })
}
