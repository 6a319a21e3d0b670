import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { send, useAnswer } from '../../api/client.ts'
import type { IncidentDetail, PreviewAnswer } from '../../api/types.ts'
import { recordPath } from '../../parts/record-row.tsx'
import { shortId } from '../../parts/short-id.ts'
import { Problem, Waiting } from '../../parts/states.tsx'
import { useFormats, useWords } from '../../words/words.ts'
import { actorPath } from '../actors/actor-path.ts'
import { rangeOf } from './incident-line.tsx'
import { After } from './merge.tsx'
import { useSettle } from './settle.ts'

/** One incident: what the reports together say, the version of each, who counts how many, its life; split and locked from here. */
export function Incident({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { frame } = useWords()
  const { data, error } = useAnswer<IncidentDetail>(`incidents/${id}`)
  return (
    <article className="incident stack">
      <p className="row no-print">
        <button type="button" className="button small" onClick={onClose}>
          ← {frame.pages.incidents}
        </button>
      </p>
      {error ? <Problem error={error} /> : data ? <Shown incident={data} onClose={onClose} /> : <Waiting lines={6} />}
    </article>
  )
}

function Shown({ incident, onClose }: { readonly incident: IncidentDetail; readonly onClose: () => void }) {
  const { incidents: words } = useWords()
  const { day } = useFormats()
  const { type, acled, title, place, actors, recipients, start, end } = incident
  return (
    <>
      <h2>{title ?? incident.id}</h2>
      <dl className="facts">
        <Fact name={words.what}>
          {[type && (words.types[type] ?? type), acled && `ACLED: ${acled.subEvent}`].filter(Boolean).join(' · ')}
        </Fact>
        <Fact name={words.when}>
          {day(incident.day)} {incident.dayBasis && <span className="soft small">({words.basis[incident.dayBasis]})</span>}
          {start !== end && start && end && <span className="soft small"> {`${day(start)} – ${day(end)}`}</span>}
        </Fact>
        <Fact name={words.where}>
          {place ? [place.name, place.admin1 !== place.name && place.admin1, place.country].filter(Boolean).join(', ') : incident.country}
          {place && <span className="tag">{words.precisions[place.precision]}</span>}
        </Fact>
        <Fact name={words.who}>
          <Parties parties={actors} />
        </Fact>
        <Fact name={words.toWhom}>
          <Parties parties={recipients} />
        </Fact>
      </dl>
      <Victims name={words.killedHead} victims={incident.killed} />
      <Victims name={words.injuredHead} victims={incident.injured} />
      <Life stages={incident.lifecycle} />
      <Tellings incident={incident} onClose={onClose} />
    </>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return children ? (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  ) : null
}

function Parties({ parties }: { readonly parties: IncidentDetail['actors'] }) {
  if (parties.length === 0) return <span className="soft">–</span>
  return (
    <span className="row">
      {parties.map(({ key, name, reports }) => (
        <span key={key}>
          <Link href={actorPath(key)}>{name}</Link> <span className="soft small numeric">{reports}</span>
        </span>
      ))}
    </span>
  )
}

/** Low, best and high, and who says which. */
function Victims({ name, victims }: { readonly name: string; readonly victims: IncidentDetail['killed'] }) {
  const { frame, incidents: words } = useWords()
  const { shortDay } = useFormats()
  if (!victims) return null
  return (
    <section>
      <h3>
        {name}: {victims.best ?? rangeOf(victims)}{' '}
        <span className="soft small">
          {frame.low} {victims.low ?? '?'} · {frame.high} {victims.high ?? '?'}
        </span>
      </h3>
      <table>
        <tbody>
          {victims.told.map(({ record, reported, source, ...amount }) => (
            <tr key={record}>
              <td className="numeric">{shortDay(reported)}</td>
              <td className="number">
                <Link href={recordPath(shortId(record))}>{rangeOf(amount)}</Link>
              </td>
              <td>{source ?? <span className="soft">{words.itself}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Life({ stages }: { readonly stages: IncidentDetail['lifecycle'] }) {
  const { incidents: words } = useWords()
  const { shortDay } = useFormats()
  const turns = stages.filter(({ status }, i) => status !== stages[i - 1]?.status)
  if (turns.length < 2) return null
  return (
    <section>
      <h3>{words.life}</h3>
      <ol className="row life">
        {turns.map(({ status, reported, report }) => (
          <li key={`${status} ${report}`}>
            <Link href={`/reading/${shortId(report)}`}>{words.statuses[status]}</Link>{' '}
            <span className="soft small">{shortDay(reported)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Tellings({ incident, onClose }: { readonly incident: IncidentDetail; readonly onClose: () => void }) {
  const { frame, incidents: words, reading } = useWords()
  const { shortDay } = useFormats()
  const [out, setOut] = useState<readonly string[]>([])
  const settle = useSettle()
  return (
    <section className="stack">
      <h3>{frame.reports(incident.tellings.length)}</h3>
      {out.length > 0 && (
        <div className="card stack preview">
          <p className="soft small">{words.preview}</p>
          <SplitPreview incident={incident.id} reports={out} />
          <div className="row">
            <button
              type="button"
              className="button main small"
              onClick={() => void settle('split', { incident: incident.id, reports: out }, words.splitDone).then(done => done && onClose())}
            >
              {words.split(out.length)}
            </button>
            <button type="button" className="button plain small" onClick={() => setOut([])}>
              {reading.cancel}
            </button>
          </div>
        </div>
      )}
      <ul className="list">
        {incident.tellings.map(({ report, name, copyOf, because, quotes }) => (
          <li key={report} className="telling">
            <label className="row">
              <input
                type="checkbox"
                checked={out.includes(report)}
                aria-label={words.takeOut(name.title ?? name.short)}
                onChange={event => setOut(event.target.checked ? [...out, report] : out.filter(each => each !== report))}
              />
              <span className="grow">
                <Link href={`/reading/${name.short}`}>{name.title ?? name.short}</Link>
                <span className="soft small"> {[name.publisher, shortDay(name.published)].filter(Boolean).join(' · ')}</span>
                {copyOf && <span className="tag">{words.copy}</span>}
              </span>
            </label>
            {quotes.map(({ record, quote }) => (
              <blockquote key={record} className="quote">
                <Link className="plain-link" href={recordPath(record)}>
                  {quote}
                </Link>
              </blockquote>
            ))}
            <p className="soft small">{because}</p>
          </li>
        ))}
      </ul>
      <p className="no-print">
        <button type="button" className="button small" onClick={() => void settle('lock', { incident: incident.id }, words.locked)}>
          {words.lock}
        </button>
      </p>
    </section>
  )
}

function SplitPreview({ incident, reports }: { readonly incident: string; readonly reports: readonly string[] }) {
  const { data, error } = useQuery({
    queryKey: ['preview', 'split', incident, reports],
    queryFn: () => send<PreviewAnswer>('incidents/preview', { kind: 'split', incident, reports }),
  })
  return error ? <Problem error={error} /> : data ? <After incidents={data.after} /> : <Waiting lines={2} />
}
