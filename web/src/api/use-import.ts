import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { ask } from './client.ts'
import type { ImportAnswer } from './types.ts'

const PAUSE = 600

/** How far an import is, looked at again and again until it is done. */
export function useImport(id: string | null, onDone: () => void): ImportAnswer | null {
  const { data = null } = useQuery({
    queryKey: ['import', id],
    queryFn: () => ask<ImportAnswer>(`imports/${id}`),
    enabled: id !== null,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data && state.data.state !== 'reading' ? false : PAUSE),
  })
  const isDone = data !== null && data.state !== 'reading'
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is told once, when the import ends.
  useEffect(() => {
    if (isDone) onDone()
  }, [isDone])
  return data
}
