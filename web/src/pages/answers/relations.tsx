import { useSearchParams } from 'wouter'
import type { RelationsAnswer } from '../../api/types.ts'
import { useFormats, useWords } from '../../words/words.ts'
import { Answer } from './answer.tsx'
import { Asked } from './asked.tsx'
import { Evidence } from './evidence.tsx'

const [WIDTH, HEIGHT] = [860, 200]

/** Cooperation and conflict of two sides over time, with the turns, and what stands behind each point. */
export function Relations() {
  const { answers: words } = useWords()
  const [params] = useSearchParams()
  const [a, b] = [params.get('a'), params.get('b')]
  return (
    <>
      <Asked
        fields={[
          { name: 'a', label: words.sideA },
          { name: 'b', label: words.sideB },
        ]}
      />
      <Answer<RelationsAnswer>
        path="relations"
        query={a && b ? { a, b } : null}
        isEmpty={({ events, statements }) => events.length + statements.length === 0}
      >
        {answer => <Shown answer={answer} />}
      </Answer>
    </>
  )
}

function Shown({ answer }: { readonly answer: RelationsAnswer }) {
  const { answers: words, incidents } = useWords()
  const { shortDay } = useFormats()
  return (
    <div className="stack">
      {answer.trend && (
        <p className="lead">
          {answer.trend.because} <Evidence ids={answer.trend.evidence} />
        </p>
      )}
      <Chart answer={answer} />
      {answer.turns.length > 0 && (
        <section>
          <h2>{words.turns}</h2>
          <ul className="list padded">
            {answer.turns.map(turn => (
              <li key={`${turn.day} ${turn.rule}`}>
                <strong>{shortDay(turn.day)}</strong> {turn.because} <Evidence ids={turn.evidence} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{words.events}</h2>
        <div className="scroll-x">
          <table>
            <tbody>
              {answer.events.map(event => (
                <tr key={`${event.day} ${event.type} ${event.evidence[0]}`}>
                  <td className="numeric nowrap">{shortDay(event.day)}</td>
                  <td>
                    {event.actors.join(', ')} → {event.recipients.join(', ')}
                  </td>
                  <td>
                    {incidents.types[event.type] ?? event.type}{' '}
                    <span className="soft small">{event.status !== 'occurred' && event.status}</span>
                  </td>
                  <td className="number">{event.counts && event.scale}</td>
                  <td>
                    <Evidence ids={event.evidence} />
                  </td>
                </tr>
              ))}
              {answer.statements.map(statement => (
                <tr key={`${statement.day} ${statement.act} ${statement.evidence[0]}`}>
                  <td className="numeric nowrap">{shortDay(statement.day)}</td>
                  <td>
                    {statement.speaker} → {statement.about.join(', ')}
                  </td>
                  <td className="soft">{statement.act}</td>
                  <td />
                  <td>
                    <Evidence ids={statement.evidence} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
    </div>
  )
}

/** Cooperation above the line, conflict below it, words lighter than deeds, period by period. */
function Chart({ answer: { periods, turns } }: { readonly answer: RelationsAnswer }) {
  const { answers: words } = useWords()
  if (periods.length === 0) return null
  const sums = periods.map(each => [each.materialCooperation, each.verbalCooperation, each.verbalConflict, each.materialConflict] as const)
  const most = Math.max(1, ...sums.flatMap(([a, b, c, d]) => [a + b, c + d]))
  const step = WIDTH / periods.length
  const unit = (HEIGHT / 2 - 12) / most
  const turnsIn = new Set(turns.map(({ day }) => periods.findLastIndex(({ period }) => period <= day)))
  return (
    <figure className="card chart-relations">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + 18}`} role="img" aria-label={words.relationsChart}>
        {sums.map(([deeds, talk, threats, blows], i) => {
          const [x, width, middle] = [i * step + step * 0.15, Math.min(step * 0.7, 60), HEIGHT / 2]
          const period = periods[i]?.period ?? ''
          return (
            <g key={period}>
              <title>{words.periodSays(period, deeds + talk, threats + blows)}</title>
              <rect className="deeds" x={x} y={middle - deeds * unit} width={width} height={deeds * unit} />
              <rect className="talk" x={x} y={middle - (deeds + talk) * unit} width={width} height={talk * unit} />
              <rect className="blows" x={x} y={middle} width={width} height={blows * unit} />
              <rect className="threats" x={x} y={middle + blows * unit} width={width} height={threats * unit} />
              {turnsIn.has(i) && <path className="turn" d={`M${x + width / 2} 2v${HEIGHT - 4}`} />}
              {(i === 0 || i === periods.length - 1 || i % Math.ceil(periods.length / 10) === 0) && (
                <text x={x + width / 2} y={HEIGHT + 14} textAnchor="middle">
                  {period}
                </text>
              )}
            </g>
          )
        })}
        <path className="axis" d={`M0 ${HEIGHT / 2}H${WIDTH}`} />
      </svg>
      <figcaption className="row soft small">
        <span className="swatch deeds" /> {words.cooperation} <span className="swatch blows" /> {words.conflict}{' '}
        <span>{words.lighter}</span>
      </figcaption>
    </figure>
  )
}
