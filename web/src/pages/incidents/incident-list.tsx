import { useState } from 'react'
import { useList } from '../../api/client.ts'
import type { IncidentItem } from '../../api/types.ts'
import { Pager } from '../../parts/pager.tsx'
import { Empty, Problem, Waiting } from '../../parts/states.tsx'
import type { Filters } from '../../parts/use-filters.ts'
import { useWords } from '../../words/words.ts'
import { Line } from './incident-line.tsx'
import { Merge } from './merge.tsx'

/** Incidents, the latest first; several can be marked and merged. */
export function IncidentList({ filters, onChoose }: { readonly filters: Filters; readonly onChoose: (id: string) => void }) {
  const { incidents: words } = useWords()
  const [marked, setMarked] = useState<readonly string[]>([])
  const { items, total, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useList<IncidentItem>('incidents', filters)
  if (error) return <Problem error={error} />
  if (items === null) return <Waiting lines={8} />
  if (items.length === 0) return <Empty icon="incidents" title={words.none} />
  const mark = (id: string, isMarked: boolean) => setMarked(isMarked ? [...marked, id] : marked.filter(each => each !== id))
  return (
    <>
      {marked.length > 1 && <Merge incidents={items.filter(({ id }) => marked.includes(id))} onDone={() => setMarked([])} />}
      <ul className="list">
        {items.map(incident => (
          <li key={incident.id} className="incident-row">
            <input
              type="checkbox"
              aria-label={words.mark(incident.title ?? incident.id)}
              checked={marked.includes(incident.id)}
              onChange={event => mark(incident.id, event.target.checked)}
            />
            <button type="button" onClick={() => onChoose(incident.id)}>
              <Line incident={incident} />
            </button>
          </li>
        ))}
      </ul>
      <Pager shown={items.length} total={total} hasMore={hasNextPage} isBusy={isFetchingNextPage} onMore={() => void fetchNextPage()} />
    </>
  )
}
