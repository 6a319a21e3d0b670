import { useWords } from '../words/words.ts'

/** Says how much of a list is shown, and shows more. */
export function Pager({
  shown,
  total,
  hasMore,
  isBusy,
  onMore,
}: {
  readonly shown: number
  readonly total: number
  readonly hasMore: boolean
  readonly isBusy: boolean
  readonly onMore: () => void
}) {
  const { frame } = useWords()
  return (
    <p className="row pager no-print">
      <span className="soft numeric">{frame.shown(shown, total)}</span>
      {hasMore && (
        <button type="button" className="button" disabled={isBusy} onClick={onMore}>
          {frame.more}
        </button>
      )}
    </p>
  )
}
