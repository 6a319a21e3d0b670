import type { ReactNode } from 'react'
import { type Query, useAnswer } from '../../api/client.ts'
import { Empty, Problem, Waiting } from '../../parts/states.tsx'
import { useWords } from '../../words/words.ts'

/** Asks one of the questions, and shows what comes: the answer, that there is none, or what went wrong. `query` null: nothing was asked yet. */
export function Answer<T>({
  path,
  query,
  isEmpty,
  children,
}: {
  readonly path: string
  readonly query: Query | null
  readonly isEmpty: (answer: T) => boolean
  readonly children: (answer: T) => ReactNode
}) {
  const { answers: words } = useWords()
  const { data, error } = useAnswer<T>(query && `answers/${path}`, query ?? {})
  if (query === null) return <Empty icon="answers" title={words.askFirst} />
  if (error) return <Problem error={error} />
  if (!data) return <Waiting lines={8} />
  return isEmpty(data) ? <Empty icon="answers" title={words.nothing} /> : children(data)
}
