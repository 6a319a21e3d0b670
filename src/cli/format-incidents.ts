import { shortId } from '../library/find-report.ts'
import type { ListedIncident, ShownIncident } from '../library/incidents/list-incidents.ts'
import type { Victims } from '../reconcile/victims.ts'
import { makePrintable, wrap } from '../util/display-width.ts'
import { countLine } from './format-records.ts'
import type { Screen } from './screen.ts'
import { type Column, formatTable } from './table.ts'

/** Incidents as a table, and how many there are. */
export function formatIncidents({ incidents, total }: { incidents: readonly ListedIncident[]; total: number }, { width }: Screen): string {
  if (total === 0) return 'No incidents found.\n'
  return `${formatTable(incidents, COLUMNS, width)}\n${countLine(incidents.length, total, 'incidents')}\n`
}

const COLUMNS: readonly Column<ListedIncident>[] = [
  { head: 'id', cell: row => row.id.slice(0, 10), isWhole: true },
  { head: 'day', cell: row => (row.dayBasis === 'inferred' ? `(${row.day})` : (row.day ?? '')), isWhole: true },
  {
    head: 'what',
    cell: row => [row.acled?.subEvent ?? row.type, row.status === 'occurred' ? null : row.status].filter(Boolean).join(', '),
    most: 28,
  },
  { head: 'where', cell: row => [row.place?.name, row.country].filter(Boolean).join(', '), most: 26 },
  { head: 'killed', cell: row => formatVictims(row.killed), align: 'right' },
  { head: 'injured', cell: row => formatVictims(row.injured), align: 'right' },
  { head: 'reports', cell: row => (row.origins < row.reports ? `${row.reports} (${row.origins})` : String(row.reports)), align: 'right' },
  { head: 'title', cell: row => row.title ?? '' },
]

/** An incident for people: what is said of it, and who tells it. */
export function formatIncident(incident: ShownIncident, screen: Screen): string {
  const width = Math.max(40, Math.min(screen.width, 100))
  const {
    id,
    title,
    type,
    acled,
    day,
    dayBasis,
    start,
    end,
    place,
    country,
    killed,
    injured,
    actors,
    recipients,
    lifecycle,
    reports,
    origins,
  } = incident
  const facts: (readonly [string, string])[] = [
    ['incident', id],
    ['what', [type, acled?.event, acled?.subEvent].filter(Boolean).join(' · ')],
    [
      'day',
      [dayBasis === 'inferred' ? `${day}, when it was first reported` : day, start !== end ? `stated from ${start} to ${end}` : null]
        .filter(Boolean)
        .join(', ') || 'not told',
    ],
    ['where', [place?.name, place?.admin1, country].filter(Boolean).join(', ') || 'not told'],
    ['by', actors.map(actor => actor.name).join(', ')],
    ['to', recipients.map(recipient => recipient.name).join(', ')],
    ...toldFacts('killed', killed),
    ...toldFacts('injured', injured),
    ['so far', lifecycle.map(stage => `${stage.status}${stage.reported ? ` (${stage.reported})` : ''}`).join(' → ')],
    ['told by', `${reports} ${reports === 1 ? 'report' : 'reports'}, ${origins} of them independent`],
  ]
  return [
    ...lines(title ?? '', width),
    '',
    ...facts.filter(([, value]) => value !== '').flatMap(([name, value]) => indented(name.padEnd(12), value, width)),
    '',
    ...incident.tellings.flatMap(({ report, events, because }) =>
      indented(shortId(report).padEnd(14), [events.slice(0, 4).join(' '), because].filter(Boolean).join(' · '), width),
    ),
    '',
  ].join('\n')
}

function toldFacts(name: string, victims: Victims | null): (readonly [string, string])[] {
  if (!victims) return []
  const told = victims.told.map(({ report, source, best, low, high }) =>
    `${best ?? [low, high].filter(n => n !== null).join('–')} ${source ?? ''} [${shortId(report)}]`.replace(/ +/g, ' '),
  )
  return [[name, [formatVictims(victims), ...told.slice(0, 12)].join('; ')]]
}

function formatVictims(victims: Victims | null): string {
  if (!victims || victims.basis === 'inferred') return ''
  const { low, best, high } = victims
  const range = low !== null && high !== null && low !== high ? `${low}–${high}` : ''
  return best === null ? range : range ? `${best} (${range})` : String(best)
}

function indented(head: string, text: string, width: number): string[] {
  const [first = '', ...more] = lines(text, width - head.length - 1)
  return [`${head} ${first}`, ...more.map(line => ' '.repeat(head.length + 1) + line)]
}

function lines(text: string, width: number): string[] {
  const line = makePrintable(text)
  return wrap(line, width).map(span => line.slice(...span))
}
