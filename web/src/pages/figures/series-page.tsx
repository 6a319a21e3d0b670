import { useState } from 'react'
import { Link } from 'wouter'
import { useAnswer } from '../../api/client.ts'
import type { SeriesDetail } from '../../api/types.ts'
import { RecordRow } from '../../parts/record-row.tsx'
import { Problem, Waiting } from '../../parts/states.tsx'
import { useFormats, useWords } from '../../words/words.ts'
import { Amount } from './amount.tsx'
import { SeriesChart } from './series-chart.tsx'
import { Totals } from './totals.tsx'

/** One series: every figure as a mark, the sentence behind each, and what the totals are made of. */
export function SeriesPage({ seriesKey }: { readonly seriesKey: string }) {
  const { data, error } = useAnswer<SeriesDetail>(`series/${encodeURIComponent(seriesKey)}`)
  return <div className="page">{error ? <Problem error={error} /> : data ? <Shown series={data} /> : <Waiting lines={8} />}</div>
}

function Shown({ series }: { readonly series: SeriesDetail }) {
  const { figures: words, frame } = useWords()
  const [chosen, setChosen] = useState<string | null>(null)
  return (
    <>
      <header>
        <h1>
          {words.measures[series.measure] ?? series.measure}, {series.place?.name ?? words.nowhere}
        </h1>
        <p className="row soft">
          <Link href="/figures">{frame.pages.figures}</Link>
          {series.kind && <span>{words.kindsSay[series.kind]}</span>}
          {series.population !== 'everyone' && <span>{series.population}</span>}
        </p>
      </header>
      <SeriesChart series={series} chosen={chosen} onChoose={setChosen} />
      <p className="row soft small legend">
        <span className="dot counted" /> {words.counted} <span className="dot faint" /> {words.notCounted} <span className="band" />{' '}
        {words.range}
      </p>
      <div className="with-aside wide">
        <ol className="stack">
          {series.strands.map(strand => (
            <Strand key={strand.id} strand={strand} unit={series.unit} chosen={chosen} onChoose={setChosen} />
          ))}
        </ol>
        <aside>
          <Totals series={series} onChoose={setChosen} />
        </aside>
      </div>
    </>
  )
}

function Strand({
  strand,
  unit,
  chosen,
  onChoose,
}: {
  readonly strand: SeriesDetail['strands'][number]
  readonly unit: string
  readonly chosen: string | null
  readonly onChoose: (figure: string) => void
}) {
  const { figures: words } = useWords()
  const { shortDay } = useFormats()
  const { start, end } = strand.period
  return (
    <li id={strand.id} className="card strand">
      <h2 className="row">
        <span>{start === end || !start ? shortDay(end) : `${shortDay(start)} – ${shortDay(end)}`}</span>
        {strand.amount && <Amount amount={strand.amount} unit={unit} />}
        {strand.isCumulative && <span className="tag">{words.cumulative}</span>}
        {strand.incident && (
          <Link className="small" href={`/incidents/${strand.incident}`}>
            {words.incident}
          </Link>
        )}
      </h2>
      {strand.notes.map(note => (
        <p key={note} className="tag bad note-line">
          {note}
        </p>
      ))}
      <ul>
        {strand.marks.map(({ figure, role, because, record }) => (
          <li key={figure} className={`mark ${role === 'recommended' ? 'counted' : 'faint'}${chosen === figure ? ' chosen' : ''}`}>
            <p className="small">
              <button type="button" className="tag" title={because} onClick={() => onChoose(figure)}>
                {words.roles[role] ?? role}
              </button>{' '}
              <span className="soft">{because}</span>
            </p>
            {record && (
              <ul>
                <RecordRow record={record} />
              </ul>
            )}
          </li>
        ))}
      </ul>
    </li>
  )
}
