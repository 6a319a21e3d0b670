import { useQueryClient } from '@tanstack/react-query'
import { send } from '../../api/client.ts'
import type { IncidentItem } from '../../api/types.ts'
import { say } from '../../parts/toast.tsx'
import { useWords } from '../../words/words.ts'

/** Merges, splits or locks incidents, says so, and offers to take it back. Gives the incidents that came of it; null where it failed. */
export function useSettle() {
  const { frame } = useWords()
  const queries = useQueryClient()
  return async (kind: 'merge' | 'split' | 'lock', body: unknown, says: string): Promise<readonly IncidentItem[] | null> => {
    try {
      const { number, incidents } = await send<{ number: number; incidents: readonly IncidentItem[] }>(`incidents/${kind}`, body)
      // What was looked at before is no more: it cannot be asked for again.
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'preview' })
      say(says, () => void send('decisions/undo', { numbers: [number] }).then(() => queries.invalidateQueries()))
      return incidents
    } catch (error) {
      say(error instanceof Error ? error.message : frame.failed)
      return null
    }
  }
}
