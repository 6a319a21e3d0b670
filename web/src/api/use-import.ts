import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { ask } from './client.ts'
import { useLive } from './live.ts'
import type { ImportAnswer } from './types.ts'

/** Milliseconds until it is asked for once more, should the stream have broken. */
const PAUSE = 5000

/** How far an import is, as the server tells it until it is done. */
export function useImport(id: string | null, onDone: () => void): ImportAnswer | null {
  const { data = null } = useQuery({
    queryKey: ['import', id],
    queryFn: () => ask<ImportAnswer>(`imports/${id}`),
    enabled: id !== null,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data && state.data.state !== 'reading' ? false : PAUSE),
  })
  const queries = useQueryClient()
  useLive(
    'import',
    useCallback((state: ImportAnswer) => queries.setQueryData(['import', state.id], state), [queries]),
  )
  const isDone = data !== null && data.state !== 'reading'
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is told once, when the import ends.
  useEffect(() => {
    if (isDone) onDone()
  }, [isDone])
  return data
}
