import { useState } from 'react'
import { useList } from '../../api/client.ts'
import type { IncidentItem } from '../../api/types.ts'
import { Pager } from '../../parts/pager.tsx'
import { Empty, Problem, Waiting } from '../../parts/states.tsx'
import type { Filters } from '../../parts/use-filters.ts'
import { useFormats, useWords } from '../../words/words.ts'
import { Merge } from './merge.tsx'

/** Incidents, the latest first; several can be marked and merged. */
export function IncidentList({ filters, onChoose }: { readonly filters: Filters; readonly onChoose: (id: string) => void }) {
  const { incidents: words } = useWords()
  const [marked, setMarked] = useState<readonly string[]>([])
  const { items, total, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useList<IncidentItem>('incidents', filters)
  if (error) return <Problem error={error} />
  if (items === null) return <Waiting lines={8} />
  if (items.length === 0) return <Empty icon="incidents" title={words.none} />
  const mark = (id: string, isMarked: boolean) => setMarked(isMarked ? [...marked, id] : marked.filter(each => each !== id))
  return (
    <>
      {marked.length > 1 && <Merge incidents={items.filter(({ id }) => marked.includes(id))} onDone={() => setMarked([])} />}
      <ul className="list">
        {items.map(incident => (
          <li key={incident.id} className="incident-row">
            <input
              type="checkbox"
              aria-label={words.mark(incident.title ?? incident.id)}
              checked={marked.includes(incident.id)}
              onChange={event => mark(incident.id, event.target.checked)}
            />
            <button type="button" onClick={() => onChoose(incident.id)}>
              <Line incident={incident} />
            </button>
          </li>
        ))}
      </ul>
      <Pager shown={items.length} total={total} hasMore={hasNextPage} isBusy={isFetchingNextPage} onMore={() => void fetchNextPage()} />
    </>
  )
}

/** An incident in two lines: what, and when, where, how many, by whom told. */
export function Line({ incident }: { readonly incident: IncidentItem }) {
  const { frame, incidents: words } = useWords()
  const { shortDay } = useFormats()
  const { type, title, day, dayBasis, place, country, killed, injured, status, reports, origins } = incident
  return (
    <span className="incident-line">
      <strong>{title ?? words.types[type ?? ''] ?? type}</strong>
      <span className="soft small">
        {[dayBasis === 'inferred' && day ? `(${shortDay(day)})` : shortDay(day), place?.name ?? country].filter(Boolean).join(' · ')}
        {killed?.best !== 0 && killed && ` · ${words.killed(rangeOf(killed))}`}
        {injured?.best !== 0 && injured && ` · ${words.injured(rangeOf(injured))}`}
        {` · ${frame.reports(reports)}`}
        {origins !== reports && ` (${words.independent(origins)})`}
      </span>
      <span className="row">
        {type && <span className="tag">{words.types[type] ?? type.toLowerCase()}</span>}
        {status !== 'occurred' && (
          <span className={status === 'denied' || status === 'negated' ? 'tag bad' : 'tag'}>{words.statuses[status]}</span>
        )}
      </span>
    </span>
  )
}

/** "12", or "10–12" where the reports differ. */
export function rangeOf({
  low,
  best,
  high,
}: {
  readonly low: number | null
  readonly best: number | null
  readonly high: number | null
}): string {
  const shown = best ?? low ?? high
  return low !== null && high !== null && low !== high ? `${low}–${high}` : `${shown ?? '?'}`
}
