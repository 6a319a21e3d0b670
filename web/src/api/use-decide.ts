import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { say, useComplain } from '../parts/toast.tsx'
import { useWords } from '../words/words.ts'
import { send } from './client.ts'

/** Decisions say the numbers of the rows that were added, by which they are taken back. */
type Kept = { readonly number: number } | { readonly numbers: readonly number[] }

/** What was decided, and how it is taken back. */
export interface Decided<T> {
  readonly answer: T
  readonly takeBack: () => Promise<void>
  /** Whether it was, also from where it was said. */
  readonly isTakenBack: () => boolean
}

/**
 * Sends a decision, has everything on the page asked for anew that it may change, says so, and offers to take it back. Gives null where it
 * failed, which is said too.
 */
export function useDecide() {
  const { frame } = useWords()
  const queries = useQueryClient()
  const complain = useComplain()
  return useCallback(
    async <T extends Kept>(path: string, body: unknown, says: string): Promise<Decided<T> | null> => {
      // What was looked at before may be no more: it cannot be asked for again.
      const refresh = () => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'preview' })
      try {
        const answer = await send<T>(path, body)
        let isTakenBack = false
        const takeBack = async () => {
          isTakenBack = true
          close()
          try {
            await send('decisions/undo', { numbers: 'numbers' in answer ? answer.numbers : [answer.number] })
            await refresh()
            say(frame.undone)
          } catch (error) {
            complain(error)
            await refresh()
          }
        }
        const close = say(says, () => void takeBack())
        await refresh()
        return { answer, takeBack, isTakenBack: () => isTakenBack }
      } catch (error) {
        complain(error)
        await refresh()
        return null
      }
    },
    [frame, queries, complain],
  )
}
