import { useCallback, useRef } from 'react'
import { type Decided, useDecide } from '../../api/use-decide.ts'

/** What somebody decides on a record or a report. */
export type Judgement =
  | { readonly kind: 'accept' | 'reject'; readonly target: string }
  | { readonly kind: 'correct'; readonly target: string; readonly field: string; readonly value: string }
  | { readonly kind: 'note'; readonly target: string; readonly note: string; readonly field?: string }
  | {
      readonly kind: 'add'
      readonly target: string
      readonly list: string
      readonly span: readonly [number, number]
      readonly fields?: Readonly<Record<string, string>>
    }

/** Decides on records and reports, and takes the last decisions back, the newest first. */
export function useReview() {
  const send = useDecide()
  const done = useRef<Decided<unknown>[]>([])
  const decide = useCallback(
    async (judgements: readonly Judgement[], says: string) => {
      const decided = await send<{ numbers: readonly number[] }>('decisions', judgements, says)
      if (decided) done.current.push(decided)
    },
    [send],
  )
  const undo = useCallback(async () => {
    let last = done.current.pop()
    while (last?.isTakenBack()) last = done.current.pop()
    await last?.takeBack()
  }, [])
  return { decide, undo }
}
