import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import { send } from '../../api/client.ts'
import { say } from '../../parts/toast.tsx'
import { useWords } from '../../words/words.ts'

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

/** Sends decisions, takes the last ones back, and has everything on the page that they change asked for anew. */
export function useReview() {
  const words = useWords()
  const queries = useQueryClient()
  const done = useRef<{ readonly numbers: readonly number[]; readonly close: () => void }[]>([])
  const refresh = useCallback(() => queries.invalidateQueries(), [queries])
  const undoNumbers = useCallback(
    async (numbers: readonly number[]) => {
      await send('decisions/undo', { numbers })
      for (const each of done.current) if (each.numbers === numbers) each.close()
      done.current = done.current.filter(each => each.numbers !== numbers)
      await refresh()
      say(words.frame.undone)
    },
    [refresh, words],
  )
  const decide = useCallback(
    async (judgements: readonly Judgement[], says: string) => {
      try {
        const { numbers } = await send<{ numbers: readonly number[] }>('decisions', judgements)
        const close = say(says, () => void undoNumbers(numbers).catch(complain))
        done.current = [...done.current, { numbers, close }]
        await refresh()
      } catch (error) {
        complain(error)
        await refresh()
      }
    },
    [refresh, undoNumbers],
  )
  const undo = useCallback(async () => {
    const last = done.current.at(-1)
    if (last) await undoNumbers(last.numbers).catch(complain)
  }, [undoNumbers])
  return { decide, undo }
}

function complain(error: unknown): void {
  say(error instanceof Error ? error.message : String(error))
}
