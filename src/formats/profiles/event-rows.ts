import type { EntityRecord } from '../../record/entity.ts'
import type { EventRecord } from '../../record/event.ts'
import type { ExportedReport } from '../export/exported-report.ts'

/** An event between two parties: the coders of dyads have a row for each pair. */
export interface DyadRow {
  readonly event: EventRecord
  readonly actor: EntityRecord | null
  readonly recipient: EntityRecord | null
  readonly place: EntityRecord | null
  readonly stored: ExportedReport
  /** Is it the first event of its report? */
  readonly isFirst: boolean
}

/**
 * The events of a report as rows of one actor and one recipient: every actor with every recipient. Where all are parties (talks, clashes), every party with
 * every other one named after it. Later tellings of an event in the same report, and what is denied or negated, are left out.
 */
export function dyadRows(stored: ExportedReport): DyadRow[] {
  const { events, entities } = stored.reading
  const byId = new Map(entities.map(entity => [entity.id, entity]))
  const find = (id: string | null) => (id === null ? null : (byId.get(id) ?? null))
  const told = events.filter(event => event.same === null && event.status !== 'denied' && event.status !== 'negated')
  return told.flatMap(event =>
    pairsOf(event).map(([actor, recipient]) => ({
      event,
      actor: find(actor),
      recipient: find(recipient),
      place: find(event.place),
      stored,
      isFirst: event === told[0],
    })),
  )
}

function pairsOf({ actors, recipients }: EventRecord): (readonly [string | null, string | null])[] {
  if (recipients.length > 0) return (actors.length > 0 ? actors : [null]).flatMap(a => recipients.map(r => [a, r] as const))
  if (actors.length < 2) return [[actors[0] ?? null, null]]
  return actors.flatMap((a, i) => actors.slice(i + 1).map(b => [a, b] as const))
}
