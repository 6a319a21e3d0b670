import { useFormats, useWords } from '../../words/words.ts'

/** Units that need not be said: what is counted says it. */
const SILENT: ReadonlySet<string> = new Set(['person', 'incident', 'other'])

/** A number with what it may be at the least and at the most. */
export function Amount({
  amount: { low, best, high },
  unit,
}: {
  readonly amount: { readonly low: number | null; readonly best: number | null; readonly high: number | null }
  readonly unit: string
}) {
  const { frame } = useWords()
  const { number } = useFormats()
  const shown = best ?? low ?? high
  const hasRange = (low !== null && low !== shown) || (high !== null && high !== shown)
  return (
    <span className="amount numeric">
      <strong>{number(shown)}</strong>
      {!SILENT.has(unit) && ` ${unit}`}
      {hasRange && (
        <span className="soft small" title={`${frame.low} – ${frame.high}`}>
          {' '}
          {number(low) || '?'}–{number(high) || '?'}
        </span>
      )}
    </span>
  )
}
