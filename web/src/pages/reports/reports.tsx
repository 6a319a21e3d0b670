import { Link, useSearchParams } from 'wouter'
import { useList } from '../../api/client.ts'
import type { ReportItem } from '../../api/types.ts'
import { ExportMenu } from '../../parts/export-menu.tsx'
import { FilterBar } from '../../parts/filter-bar.tsx'
import { Heads } from '../../parts/heads.tsx'
import { Pager } from '../../parts/pager.tsx'
import { Empty, Problem, Waiting } from '../../parts/states.tsx'
import { type FilterName, type Filters, useFilters } from '../../parts/use-filters.ts'
import { useFormats, useWords } from '../../words/words.ts'
import { Copies } from './copies.tsx'
import { ImportReports } from './import-reports.tsx'
import { Refusals } from './refusals.tsx'
import { ReportFacets } from './report-facets.tsx'

const NAMES = ['words', 'publisher', 'language', 'from', 'to'] as const satisfies FilterName[]
const STATES = ['waiting', 'begun', 'done'] as const

/** Every report, copies folded away; what could not be added; and a place to drop more. */
export default function Reports() {
  const { frame, reports: words, reading } = useWords()
  const { filters, change } = useFilters(NAMES)
  const [params, setParams] = useSearchParams()
  const [review, copies] = [params.get('review') ?? '', params.get('copies') === 'all']
  const set = (name: string, value: string) =>
    setParams(before => {
      const next = new URLSearchParams(before)
      if (value) next.set(name, value)
      else next.delete(name)
      return next
    })
  return (
    <div className="page">
      <header>
        <h1>{frame.pages.reports}</h1>
        <span className="grow" />
        <ExportMenu kinds={['reports']} filters={filters} further={{ review, isCopy: copies ? '' : false }} />
      </header>
      <ImportReports />
      <FilterBar names={NAMES} filters={filters} onChange={change} />
      <div className="row tabs no-print">
        <select aria-label={words.review} value={review} onChange={event => set('review', event.target.value)}>
          <option value="">{words.anyReview}</option>
          {STATES.map(state => (
            <option key={state} value={state}>
              {reading.states[state]}
            </option>
          ))}
        </select>
        <label className="row">
          <input type="checkbox" checked={copies} onChange={event => set('copies', event.target.checked ? 'all' : '')} /> {words.copies}
        </label>
      </div>
      <div className="with-aside">
        <List filters={filters} review={review} copies={copies} />
        <ReportFacets filters={filters} onNarrow={change} onReview={state => set('review', state)} />
      </div>
      <Refusals />
    </div>
  )
}

function List({ filters, review, copies }: { readonly filters: Filters; readonly review: string; readonly copies: boolean }) {
  const { reports: words } = useWords()
  const query = { ...filters, review, isCopy: copies ? null : false }
  const { items, total, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useList<ReportItem>('reports', query)
  if (error) return <Problem error={error} />
  if (items === null) return <Waiting lines={8} />
  if (items.length === 0)
    return (
      <Empty icon="reports" title={words.none}>
        <p>{words.noneSays}</p>
      </Empty>
    )
  return (
    <div>
      <div className="scroll-x">
        <table>
          <Heads heads={[words.published, words.publisher, words.title, { label: words.records, isNumber: true }, words.state]} />
          <tbody>
            {items.map(report => (
              <Row key={report.id} report={report} />
            ))}
          </tbody>
        </table>
      </div>
      <Pager shown={items.length} total={total} hasMore={hasNextPage} isBusy={isFetchingNextPage} onMore={() => void fetchNextPage()} />
    </div>
  )
}

function Row({ report }: { readonly report: ReportItem }) {
  const { reading, reports: words } = useWords()
  const { shortDay, number } = useFormats()
  const { events, statements, figures, positions } = report.counts
  return (
    <tr>
      <td className="numeric nowrap">{shortDay(report.published)}</td>
      <td>{report.publisher}</td>
      <td>
        <Link href={`/reading/${report.short}`}>{report.title ?? report.short}</Link> {report.copies > 0 && <Copies report={report} />}{' '}
        {report.copyOf && <span className="tag">{words.copy}</span>} {report.supersededBy && <span className="tag">{words.older}</span>}{' '}
        {report.confidentiality !== 'public' && <span className="tag bad">{report.confidentiality}</span>}
      </td>
      <td className="number">{number(events + statements + figures + positions)}</td>
      <td>
        <span className={report.review === 'done' ? 'tag good' : 'tag'}>{reading.states[report.review]}</span>
      </td>
    </tr>
  )
}
