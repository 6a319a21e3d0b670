import type { SeriesDetail } from '../../api/types.ts'
import { useFormats, useWords } from '../../words/words.ts'
import { Amount } from './amount.tsx'

/** "Why this total?": each total as a tree of what was added, and what was left out and why. */
export function Totals({ series, onChoose }: { readonly series: SeriesDetail; readonly onChoose: (figure: string) => void }) {
  const { figures: words } = useWords()
  const { shortDay } = useFormats()
  const strands = new Map(series.strands.map(strand => [strand.id, strand]))
  const label = (id: string) => {
    const strand = strands.get(id)
    return strand ? shortDay(strand.period.end ?? strand.period.start) : id
  }
  const choose = (id: string) => {
    const figure = strands.get(id)?.marks.find(({ role }) => role === 'recommended')?.figure
    if (figure) onChoose(figure)
    document.getElementById(id)?.scrollIntoView({ block: 'center' })
  }
  if (series.totals.length === 0) return null
  return (
    <section className="stack">
      <h2>{words.totals}</h2>
      {series.totals.map(({ period, addends, leftOut, ...amount }) => (
        <details key={period} className="card">
          <summary>
            {period}: <Amount amount={amount} unit={series.unit} />
          </summary>
          <h3>{words.added(addends.length)}</h3>
          <ul>
            {addends.map(id => (
              <li key={id} className="row">
                <button type="button" className="link grow" onClick={() => choose(id)}>
                  {label(id)}
                </button>
                {strands.get(id)?.amount && <Amount amount={strands.get(id)!.amount!} unit={series.unit} />}
              </li>
            ))}
          </ul>
          {leftOut.length > 0 && <h3>{words.leftOut(leftOut.length)}</h3>}
          <ul>
            {leftOut.map(({ strand, because }) => (
              <li key={`${strand} ${because}`} className="small">
                <button type="button" className="link" onClick={() => choose(strand)}>
                  {label(strand)}
                </button>{' '}
                <span className="soft">{because}</span>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  )
}
