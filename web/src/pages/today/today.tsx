import './today.css'
import { type ReactNode, useEffect, useState } from 'react'
import { Link } from 'wouter'
import { useAnswer } from '../../api/client.ts'
import type { StatusAnswer, TodayAnswer } from '../../api/types.ts'
import { Empty, Problem, Waiting } from '../../parts/states.tsx'
import { keepVisit, sinceLastVisit } from '../../settings.ts'
import { useFormats, useWords } from '../../words/words.ts'
import { Amount } from '../figures/amount.tsx'
import { seriesPath } from '../figures/series-path.ts'
import { Line } from '../incidents/incident-line.tsx'
import { ImportReports } from '../reports/import-reports.tsx'
import { Comments } from './comments.tsx'
import { Notices } from './notices.tsx'

/** What is new since the last visit: reports, incidents, numbers that moved, disagreements, and what waits. */
export default function Today() {
  const { frame, today: words } = useWords()
  const [since] = useState(sinceLastVisit)
  const status = useAnswer<StatusAnswer>('status')
  const { data, error } = useAnswer<TodayAnswer>('today', { since })
  const upTo = data?.upTo
  useEffect(() => {
    if (upTo !== undefined) keepVisit(since, upTo)
  }, [since, upTo])
  if (status.data?.reports === 0) return <EmptyLibrary />
  return (
    <div className="page today">
      <header>
        <h1>{frame.pages.today}</h1>
        {data && <span className="soft">{words.summary(data.reports.total, data.incidents.total)}</span>}
      </header>
      {error ? <Problem error={error} /> : data ? <Shown answer={data} since={since} status={status.data} /> : <Waiting lines={10} />}
    </div>
  )
}

function EmptyLibrary() {
  const { today: words } = useWords()
  return (
    <div className="page">
      <Empty icon="reports" title={words.empty}>
        <p>{words.emptySays}</p>
      </Empty>
      <ImportReports />
      <p className="soft">
        {words.emptyCommand} <code>griot add reports/</code>
      </p>
    </div>
  )
}

function Shown({
  answer,
  since,
  status,
}: {
  readonly answer: TodayAnswer
  readonly since: number | null
  readonly status: StatusAnswer | undefined
}) {
  const { frame, today: words } = useWords()
  const { number } = useFormats()
  return (
    <>
      <ul className="tiles">
        <Tile href="/reports?review=waiting" count={answer.waiting} says={words.waiting} isLoud={answer.waiting > 0} />
        <Tile href="/incidents" count={answer.incidents.total} says={words.newIncidents} />
        <Tile href="/figures" count={answer.moved.length} says={words.moved} />
        <Tile href="/figures" count={answer.disagreements.length} says={words.disagreements} />
        {status && status.refused > 0 && <Tile href="/reports#refused" count={status.refused} says={words.refused} isLoud />}
      </ul>
      <div className="columns">
        <div className="stack">
          <Incidents title={words.newIncidents} found={answer.incidents} />
          <Incidents title={words.changedIncidents} found={answer.changed} />
        </div>
        <div className="stack">
          <Comments />
          <Notices since={since} />
          <Moved items={answer.moved} />
          <Disagreements items={answer.disagreements} />
          <CameIn answer={answer} />
          {status && (
            <p className="soft small">
              {words.library(number(status.reports), number(status.incidents), number(status.figures), frame.reports(status.copies))}
            </p>
          )}
        </div>
      </div>
    </>
  )
}

function Tile({
  href,
  count,
  says,
  isLoud = false,
}: {
  readonly href: string
  readonly count: number
  readonly says: string
  readonly isLoud?: boolean
}) {
  const { number } = useFormats()
  return (
    <li>
      <Link href={href} className={isLoud ? 'tile loud' : 'tile'}>
        <strong className="numeric">{number(count)}</strong>
        <span>{says}</span>
      </Link>
    </li>
  )
}

function Section({
  title,
  total,
  isEmpty,
  children,
}: {
  readonly title: string
  readonly total?: number
  readonly isEmpty: boolean
  readonly children: ReactNode
}) {
  if (isEmpty) return null
  return (
    <section>
      <h2>
        {title} {total !== undefined && <span className="soft numeric">{total}</span>}
      </h2>
      <ul className="list padded">{children}</ul>
    </section>
  )
}

function Incidents({ title, found: { total, items } }: { readonly title: string; readonly found: TodayAnswer['incidents'] }) {
  return (
    <Section title={title} total={total} isEmpty={items.length === 0}>
      {items.map(incident => (
        <li key={incident.id}>
          <Link href={`/incidents/${incident.id}`} className="plain-link">
            <Line incident={incident} />
          </Link>
        </li>
      ))}
    </Section>
  )
}

/** Numbers that are others than at the last visit. */
function Moved({ items }: { readonly items: TodayAnswer['moved'] }) {
  const { figures, today: words } = useWords()
  const { number, shortDay } = useFormats()
  return (
    <Section title={words.moved} isEmpty={items.length === 0}>
      {items.map(({ series, measure, unit, place, day, before, after }) => (
        <li key={`${series} ${day}`} className="row">
          <Link href={seriesPath(series)} className="grow">
            {figures.measures[measure] ?? measure}, {place ?? figures.nowhere}
          </Link>
          <span className="soft small">{shortDay(day)}</span>
          <span className="numeric">
            <span className="soft">{number(before) || '–'}</span> → <strong>{number(after) || '–'}</strong>{' '}
            {unit !== 'person' && unit !== 'incident' && unit !== 'other' && unit}
          </span>
        </li>
      ))}
    </Section>
  )
}

function Disagreements({ items }: { readonly items: TodayAnswer['disagreements'] }) {
  const { figures, today: words } = useWords()
  return (
    <Section title={words.disagreements} isEmpty={items.length === 0}>
      {items.map(({ series, strand, measure, unit, place, amount, notes }) => (
        <li key={`${series} ${strand}`}>
          <p className="row">
            <Link href={`${seriesPath(series)}#${strand}`} className="grow">
              {figures.measures[measure] ?? measure}, {place?.name ?? figures.nowhere}
            </Link>
            {amount && <Amount amount={amount} unit={unit} />}
          </p>
          {notes.map(note => (
            <p key={note} className="soft small">
              {note}
            </p>
          ))}
        </li>
      ))}
    </Section>
  )
}

function CameIn({ answer }: { readonly answer: TodayAnswer }) {
  const { today: words, reading } = useWords()
  const { shortDay } = useFormats()
  return (
    <Section title={words.cameIn} total={answer.reports.total} isEmpty={answer.reports.items.length === 0}>
      {answer.reports.items.map(report => (
        <li key={report.id}>
          <Link href={`/reading/${report.short}`}>{report.title ?? report.short}</Link>
          <p className="row soft small">
            {[report.publisher, shortDay(report.published)].filter(Boolean).join(' · ')}
            {report.copyOf && <span className="tag">{reading.copyOf.toLowerCase()} …</span>}
          </p>
        </li>
      ))}
    </Section>
  )
}
