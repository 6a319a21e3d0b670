import './figures.css'
import { Link, useParams } from 'wouter'
import { type Page, useAnswer, useList } from '../../api/client.ts'
import type { DisagreementItem, SeriesItem } from '../../api/types.ts'
import { ExportMenu } from '../../parts/export-menu.tsx'
import { FilterBar } from '../../parts/filter-bar.tsx'
import { Heads } from '../../parts/heads.tsx'
import { Pager } from '../../parts/pager.tsx'
import { SavedMenu } from '../../parts/saved-menu.tsx'
import { Empty, Problem, Waiting } from '../../parts/states.tsx'
import { type FilterName, type Filters, useFilters } from '../../parts/use-filters.ts'
import { useFormats, useWords } from '../../words/words.ts'
import { Amount } from './amount.tsx'
import { SeriesPage } from './series-page.tsx'
import { seriesPath } from './series-path.ts'

const NAMES = ['measure', 'place', 'saidBy', 'from', 'to', 'words', 'publisher', 'asKnownOn'] as const satisfies FilterName[]

/** Series of figures, and where they disagree; with a key in the address, one series. */
export default function Figures() {
  const key = useParams()['*']
  return key ? <SeriesPage seriesKey={decodeURIComponent(key)} /> : <List />
}

function List() {
  const { frame } = useWords()
  const { filters, change } = useFilters(NAMES)
  return (
    <div className="page">
      <header>
        <h1>{frame.pages.figures}</h1>
        <span className="grow" />
        <SavedMenu names={NAMES} filters={filters} onChange={change} />
        <ExportMenu kinds={['figures', 'series']} filters={filters} />
      </header>
      <FilterBar names={NAMES} filters={filters} onChange={change} />
      <Disagreements filters={filters} />
      <SeriesList filters={filters} />
    </div>
  )
}

/** Where sources do not agree, the latest first. */
function Disagreements({ filters }: { readonly filters: Filters }) {
  const { figures: words } = useWords()
  const { shortDay } = useFormats()
  const { data } = useAnswer<Page<DisagreementItem>>('disagreements', { ...filters, limit: 6 })
  if (!data || data.items.length === 0) return null
  return (
    <section className="disagreements" aria-labelledby="disagreements">
      <h2 id="disagreements">
        {words.disagreements} <span className="soft numeric">{data.total}</span>
      </h2>
      <ul>
        {data.items.map(({ series, strand, measure, unit, place, period, amount, notes }) => (
          <li key={`${series} ${strand}`} className="card">
            <p>
              <Link href={`${seriesPath(series)}#${strand}`}>
                <strong>{words.measures[measure] ?? measure}</strong>, {place?.name ?? words.nowhere}
              </Link>{' '}
              <span className="soft small">{shortDay(period.end ?? period.start)}</span>
            </p>
            {amount && <Amount amount={amount} unit={unit} />}
            {notes.map(note => (
              <p key={note} className="small soft">
                {note}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}

function SeriesList({ filters }: { readonly filters: Filters }) {
  const { figures: words } = useWords()
  const { shortDay, number } = useFormats()
  const { items, total, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useList<SeriesItem>('series', filters)
  if (error) return <Problem error={error} />
  if (items === null) return <Waiting lines={8} />
  if (items.length === 0) return <Empty icon="figures" title={words.none} />
  return (
    <>
      <div className="scroll-x">
        <table>
          <Heads
            heads={[
              words.measure,
              words.place,
              words.kind,
              words.latest,
              words.period,
              { label: words.figures, isNumber: true },
              { label: words.notes, isSilent: true },
            ]}
          />
          <tbody>
            {items.map(series => (
              <tr key={series.key}>
                <td>
                  <Link href={seriesPath(series.key)}>{words.measures[series.measure] ?? series.measure}</Link>
                  {series.population !== 'everyone' && <span className="soft"> · {series.population}</span>}
                </td>
                <td>
                  {series.place ? (
                    [series.place.name, series.place.country].filter(Boolean).join(', ')
                  ) : (
                    <span className="soft">{words.nowhere}</span>
                  )}
                </td>
                <td className="soft">{series.kind && words.kinds[series.kind]}</td>
                <td>{series.latest && <Amount amount={series.latest} unit={series.unit} />}</td>
                <td className="numeric soft small">
                  {[series.first, series.last]
                    .filter((day, i, all) => day && all.indexOf(day) === i)
                    .map(shortDay)
                    .join(' – ')}
                </td>
                <td className="number">{number(series.figures)}</td>
                <td>{series.notes > 0 && <span className="tag bad">{words.look(series.notes)}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pager shown={items.length} total={total} hasMore={hasNextPage} isBusy={isFetchingNextPage} onMore={() => void fetchNextPage()} />
    </>
  )
}
