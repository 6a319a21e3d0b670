import { useList } from '../api/client.ts'
import type { RecordItem } from '../api/types.ts'
import { useWords } from '../words/words.ts'
import type { IconName } from './icons.tsx'
import { Pager } from './pager.tsx'
import { RecordRow } from './record-row.tsx'
import { Empty, Problem, Waiting } from './states.tsx'
import type { Filters } from './use-filters.ts'

/** Records of a kind that fit the filters, the newest day first. */
export function RecordList({
  path,
  filters,
  icon,
  withReport = true,
}: {
  readonly path: 'events' | 'statements' | 'figures' | 'positions'
  readonly filters: Filters
  readonly icon: IconName
  readonly withReport?: boolean
}) {
  const { frame } = useWords()
  const { items, total, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useList<RecordItem>(path, filters)
  if (error) return <Problem error={error} />
  if (items === null) return <Waiting lines={8} />
  if (items.length === 0) return <Empty icon={icon} title={frame.nothing} />
  return (
    <>
      <ul className="list">
        {items.map(record => (
          <RecordRow key={record.id} record={record} withReport={withReport} />
        ))}
      </ul>
      <Pager shown={items.length} total={total} hasMore={hasNextPage} isBusy={isFetchingNextPage} onMore={() => void fetchNextPage()} />
    </>
  )
}
