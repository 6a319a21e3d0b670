import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { useAnswer } from '../../api/client.ts'
import type { ActorDetail, RecordItem, SuggestAnswer } from '../../api/types.ts'
import { useDecide } from '../../api/use-decide.ts'
import { ExportMenu } from '../../parts/export-menu.tsx'
import { RecordRow } from '../../parts/record-row.tsx'
import { Problem, Waiting } from '../../parts/states.tsx'
import { useFormats, useWords } from '../../words/words.ts'

/** One actor: names, ids, offices, what it did, said and counted, and the reports; renamed and merged from here. */
export function Actor({ actorKey }: { readonly actorKey: string }) {
  const { data, error } = useAnswer<ActorDetail>(`actors/${encodeURIComponent(actorKey)}`)
  return <div className="page">{error ? <Problem error={error} /> : data ? <Shown actor={data} /> : <Waiting lines={8} />}</div>
}

function Shown({ actor }: { readonly actor: ActorDetail }) {
  const { actors: words, frame } = useWords()
  const { shortDay } = useFormats()
  return (
    <>
      <header>
        <h1>{actor.name}</h1>
        <p className="row soft">
          <span>{words.kinds[actor.kind] ?? actor.kind}</span>
          {actor.country && <span>{actor.country}</span>}
          {Object.entries(actor.ref ?? {})
            .filter(([name]) => name !== 'country')
            .map(([name, id]) => (
              <span key={name} className="tag">
                {name} {id}
              </span>
            ))}
          <span>{words.inRecords(actor.records, actor.reports)}</span>
          <span className="grow" />
          <ExportMenu kinds={['events', 'statements', 'figures', 'positions']} filters={{ actor: actor.key }} />
        </p>
      </header>
      <div className="with-aside">
        <div className="stack">
          <Section title={words.offices} records={actor.offices} />
          <Section title={words.did} records={actor.events} more={<More page="incidents" name={actor.name} filter="actor" />} />
          <Section title={words.said} records={actor.statements} more={<More page="statements" name={actor.name} filter="saidBy" />} />
          <Section title={words.counted} records={actor.figures} more={<More page="figures" name={actor.name} filter="saidBy" />} />
        </div>
        <aside className="stack side">
          <section>
            <h2>{words.names}</h2>
            <ul>
              {actor.names.map(({ name, records }) => (
                <li key={name} className="row">
                  <span className="grow">{name}</span> <span className="soft numeric">{records}</span>
                </li>
              ))}
            </ul>
            {actor.keys.map(key => (
              <code key={key} className="soft small">
                {key}{' '}
              </code>
            ))}
          </section>
          <Settle actor={actor} />
          <section>
            <h2>{frame.pages.reports}</h2>
            <ul className="stack">
              {actor.latest.map(report => (
                <li key={report.id}>
                  <Link href={`/reading/${report.short}`}>{report.title ?? report.short}</Link>
                  <p className="soft small">{[report.publisher, shortDay(report.published)].filter(Boolean).join(' · ')}</p>
                </li>
              ))}
            </ul>
          </section>
        </aside>
      </div>
    </>
  )
}

function Section({ title, records, more }: { readonly title: string; readonly records: readonly RecordItem[]; readonly more?: ReactNode }) {
  if (records.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul className="list">
        {records.map(record => (
          <RecordRow key={record.id} record={record} />
        ))}
      </ul>
      {more}
    </section>
  )
}

function More({
  page,
  name,
  filter,
}: {
  readonly page: 'incidents' | 'statements' | 'figures'
  readonly name: string
  readonly filter: string
}) {
  const { frame } = useWords()
  return (
    <p className="small">
      <Link href={`/${page}?${new URLSearchParams({ [filter]: name })}`}>{frame.more}</Link>
    </p>
  )
}

/** Renames an actor, or takes another one for the same. Both are decisions, which can be taken back. */
function Settle({ actor }: { readonly actor: ActorDetail }) {
  const { actors: words, frame } = useWords()
  const [name, setName] = useState(actor.name)
  const [other, setOther] = useState('')
  const { data } = useAnswer<SuggestAnswer>(other.trim().length > 1 ? 'suggest' : null, { q: other.trim() })
  const others = data?.actors.filter(({ key }) => !actor.keys.includes(key)) ?? []
  const settle = useDecide()
  return (
    <section className="stack no-print">
      <form
        className="row"
        onSubmit={event => {
          event.preventDefault()
          if (name.trim() !== actor.name) void settle('actors/rename', { key: actor.key, name: name.trim() }, words.renamed)
        }}
      >
        <input className="grow" aria-label={words.rename} value={name} maxLength={200} onChange={event => setName(event.target.value)} />
        <button type="submit" className="button small" disabled={name.trim() === '' || name.trim() === actor.name}>
          {words.rename}
        </button>
      </form>
      <div className="stack">
        <input aria-label={words.merge} placeholder={words.merge} value={other} onChange={event => setOther(event.target.value)} />
        {other.trim().length > 1 && (
          <ul className="others">
            {others.slice(0, 6).map(({ key, name: otherName, reports }) => (
              <li key={key} className="row">
                <span className="grow">
                  {otherName} <span className="soft small">{frame.reports(reports)}</span>
                </span>
                <button
                  type="button"
                  className="button small"
                  onClick={() => {
                    setOther('')
                    void settle('actors/merge', { keys: [actor.key, key] }, words.merged(otherName))
                  }}
                >
                  {words.same}
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}
