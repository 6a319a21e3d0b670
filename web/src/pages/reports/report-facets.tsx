import { type Page, useAnswer } from '../../api/client.ts'
import type { ReportItem, StatusAnswer } from '../../api/types.ts'
import { Facet } from '../../parts/facet.tsx'
import type { Filters } from '../../parts/use-filters.ts'
import { useWords } from '../../words/words.ts'

type State = ReportItem['review']

/** Publishers and languages of the library, and how far the review of what fits the filters is, each with its count. */
export function ReportFacets({
  filters,
  onNarrow,
  onReview,
}: {
  readonly filters: Filters
  readonly onNarrow: (changes: Filters) => void
  readonly onReview: (state: State) => void
}) {
  const { frame, reading, reports: words } = useWords()
  const { data } = useAnswer<StatusAnswer>('status')
  const counts: Readonly<Record<State, number>> = {
    waiting: useCount(filters, 'waiting'),
    begun: useCount(filters, 'begun'),
    done: useCount(filters, 'done'),
  }
  const named = (list: StatusAnswer['publishers'] | undefined) =>
    list?.flatMap(({ value, count }) => (value === null ? [] : [{ value, count }])) ?? []
  return (
    <aside className="facets no-print">
      <Facet
        title={words.state}
        counts={(['waiting', 'begun', 'done'] as const).map(value => ({ value, label: reading.states[value], count: counts[value] }))}
        onChoose={value => onReview(value as State)}
      />
      <Facet title={frame.filter.publisher} counts={named(data?.publishers)} onChoose={publisher => onNarrow({ publisher })} />
      <Facet title={frame.filter.language} counts={named(data?.languages)} onChoose={language => onNarrow({ language })} />
    </aside>
  )
}

function useCount(filters: Filters, review: State): number {
  return useAnswer<Page<ReportItem>>('reports', { ...filters, review, isCopy: false, limit: 1 }).data?.total ?? 0
}
