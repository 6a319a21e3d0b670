import type { ReactNode } from 'react'
import { ApiProblem } from '../api/problem.ts'
import { useWords } from '../words/words.ts'
import { Icon, type IconName } from './icons.tsx'

/** A page or a list that has nothing to show, and what can be done about it. */
export function Empty({ icon, title, children }: { readonly icon: IconName; readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <Icon name={icon} />
      <h2>{title}</h2>
      {children}
    </div>
  )
}

/** What went wrong, in the words of the server, and the mend. */
export function Problem({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const { frame } = useWords()
  const problem = error instanceof ApiProblem ? error : null
  return (
    <div className="problem" role="alert">
      <strong>{problem?.message ?? frame.unreachable}</strong>
      {problem?.hint && <span>{problem.hint}</span>}
      {onRetry && (
        <span>
          <button type="button" className="button small" onClick={onRetry}>
            {frame.again}
          </button>
        </span>
      )}
    </div>
  )
}

/** Grey lines where text will stand. */
export function Waiting({ lines = 4 }: { readonly lines?: number }) {
  const { frame } = useWords()
  return (
    <div className="stack" role="status" aria-label={frame.loading}>
      {Array.from({ length: lines }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike.
        <div key={i} className="waiting" style={{ width: `${90 - ((i * 17) % 40)}%` }} />
      ))}
    </div>
  )
}
