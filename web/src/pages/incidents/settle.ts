import type { IncidentItem } from '../../api/types.ts'
import { useDecide } from '../../api/use-decide.ts'

/** Merges, splits or locks incidents. Gives the incidents that came of it; null where it failed. */
export function useSettle() {
  const decide = useDecide()
  return async (kind: 'merge' | 'split' | 'lock', body: unknown, says: string): Promise<readonly IncidentItem[] | null> => {
    const done = await decide<{ number: number; incidents: readonly IncidentItem[] }>(`incidents/${kind}`, body, says)
    return done?.answer.incidents ?? null
  }
}
