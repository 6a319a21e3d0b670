import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { type LiveEvents, useLive } from '../api/live.ts'
import { useWords } from '../words/words.ts'

/** Tells of reports that came in since the page was asked for, and asks for all anew when somebody wants to see them. */
export function NewsBar() {
  const { frame } = useWords()
  const queries = useQueryClient()
  const [count, setCount] = useState(0)
  useLive(
    'reports',
    useCallback(({ count: more }: LiveEvents['reports']) => setCount(before => before + more), []),
  )
  return (
    <div role="status" className="no-print">
      {count > 0 && (
        <p className="news">
          {frame.newReports(count)}
          <button
            type="button"
            className="button small"
            onClick={() => {
              setCount(0)
              void queries.invalidateQueries()
            }}
          >
            {frame.show}
          </button>
        </p>
      )}
    </div>
  )
}
