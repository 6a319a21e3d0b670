import { Link } from 'wouter'
import { useAnswer } from '../../api/client.ts'
import type { SearchAnswer } from '../../api/types.ts'
import { ExportMenu } from '../../parts/export-menu.tsx'
import { Facet } from '../../parts/facet.tsx'
import { FilterBar } from '../../parts/filter-bar.tsx'
import { KindMark } from '../../parts/kind-mark.tsx'
import { recordPath } from '../../parts/record-row.tsx'
import { SavedMenu } from '../../parts/saved-menu.tsx'
import { Empty, Problem, Waiting } from '../../parts/states.tsx'
import { type FilterName, useFilters } from '../../parts/use-filters.ts'
import { useFormats, useWords } from '../../words/words.ts'

const NAMES = [
  'words',
  'place',
  'actor',
  'saidBy',
  'from',
  'to',
  'type',
  'measure',
  'act',
  'publisher',
  'asKnownOn',
] as const satisfies FilterName[]

/** Reports found by their words and by the records in them. */
export default function Search() {
  const { frame, search } = useWords()
  const { filters, change } = useFilters(NAMES)
  const { data, error } = useAnswer<SearchAnswer>('search', { ...filters, limit: 50 })
  return (
    <div className="page">
      <header>
        <h1>{filters.words ? search.titleOf(filters.words) : frame.searchShort}</h1>
        {data && <span className="soft">{search.found(data.total, data.isMore)}</span>}
        <span className="grow" />
        <SavedMenu names={NAMES} filters={filters} onChange={change} />
        <ExportMenu kinds={['reports', 'events', 'statements', 'figures', 'positions']} filters={filters} />
      </header>
      <FilterBar names={NAMES} filters={filters} onChange={change} />
      {error ? <Problem error={error} /> : !data ? <Waiting lines={8} /> : <Found answer={data} onNarrow={change} />}
    </div>
  )
}

function Found({ answer, onNarrow }: { readonly answer: SearchAnswer; readonly onNarrow: ReturnType<typeof useFilters>['change'] }) {
  const { search, incidents } = useWords()
  const { day } = useFormats()
  if (answer.items.length === 0)
    return (
      <Empty icon="search" title={search.nothing}>
        <p>{search.nothingSays}</p>
      </Empty>
    )
  return (
    <div className="with-aside">
      <ol className="list">
        {answer.items.map(({ report, snippet, records }) => (
          <li key={report.id} className="hit">
            <h2>
              <Link href={`/reading/${report.short}`} className="plain-link">
                {report.title ?? report.short}
              </Link>
            </h2>
            <p className="soft small">{[report.publisher, day(report.published)].filter(Boolean).join(' · ')}</p>
            <p className="snippet">
              <Marked text={snippet.text} marks={snippet.marks} />
            </p>
            {records.map(record => (
              <p key={record.id} className="row small">
                <KindMark kind={record.kind} />
                <Link href={recordPath(record.id)} className="plain-link">
                  <span lang="en">
                    <strong>{record.head}</strong> {record.what}
                  </span>
                </Link>
                <span className="soft">{record.details.join(' · ')}</span>
              </p>
            ))}
          </li>
        ))}
      </ol>
      <aside className="facets no-print">
        <Facet title={search.publishers} counts={answer.facets.publishers} onChoose={publisher => onNarrow({ publisher })} />
        <Facet title={search.countries} counts={answer.facets.countries} onChoose={place => onNarrow({ place })} />
        <Facet
          title={search.types}
          counts={answer.facets.types.map(type => ({ ...type, label: incidents.types[type.value] }))}
          onChoose={type => onNarrow({ type })}
        />
        <Facet
          title={search.months}
          counts={answer.facets.months}
          onChoose={month => onNarrow({ from: `${month}-01`, to: lastDay(month) })}
        />
      </aside>
    </div>
  )
}

function lastDay(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}

/** A text with some of its words marked. */
function Marked({ text, marks }: { readonly text: string; readonly marks: readonly (readonly [number, number])[] }) {
  return (
    <>
      {marks.map(([start, end], i) => (
        <span key={start}>
          {text.slice(marks[i - 1]?.[1] ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </>
  )
}
