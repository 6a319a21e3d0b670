import type { IncidentItem } from '../../api/types.ts'
import { useFormats, useWords } from '../../words/words.ts'

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
