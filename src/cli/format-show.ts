import { terminalOutput } from '../formats/to-terminal.ts'
import { listFields } from '../formats/view/field-view.ts'
import { namesIn } from '../formats/view/record-view.ts'
import type { Shown } from '../library/asking/show.ts'
import type { ListedDecision } from '../library/decisions/list.ts'
import { shortId } from '../library/find-report.ts'
import { makePrintable, wrap } from '../util/display-width.ts'
import { formatDecisions } from './format-decisions.ts'
import { foundJson } from './format-records.ts'
import type { Screen } from './screen.ts'

/** A report or a record, as JSON for programs. */
export function shownJson(shown: Shown): object {
  if (shown.kind === 'record') return { ...foundJson(shown.found), decisions: shown.decisions }
  const { report, reading, reviews, copyOf, incidents, mainIncident } = shown.stored
  return { report, reading, reviews, copyOf, incidents, mainIncident, decisions: shown.decisions }
}

/** A report or a record, for people. */
export function formatShown(shown: Shown, screen: Screen): string {
  const body = shown.kind === 'report' ? formatReport(shown, screen) : formatRecord(shown, screen)
  return `${body}${formatDecided(shown.decisions, screen)}`
}

function formatReport({ stored }: Shown & { kind: 'report' }, screen: Screen): string {
  const { report, reading, copyOf, incidents } = stored
  const listing = terminalOutput({ ...screen, list: 'events', rules: new Map() }).format(reading)
  const facts: [string, string][] = [
    ['report', report.id],
    ['from', report.path],
    ['added', report.addedAt],
    ['may be seen', report.confidentiality],
    ...(copyOf ? [['copy of', shortId(copyOf)] as [string, string]] : []),
    ...(incidents.length > 0 ? [['incidents', incidents.map(id => shortId(id)).join(', ')] as [string, string]] : []),
  ]
  return `${listing}\n${facts.map(([name, value]) => `${name.padEnd(12)} ${makePrintable(value)}\n`).join('')}`
}

function formatRecord({ found, reading }: Shown & { kind: 'record' }, screen: Screen): string {
  const width = Math.max(40, Math.min(screen.width, 100))
  const { record, view, report, id, review } = found
  const head = [id, view.head, view.what, review].filter(Boolean).join(' · ')
  const fields = listFields(view.kind, record, namesIn(reading), reading.report.text).filter(field => field.text !== null)
  const about = [report.title ?? report.path, report.publisher, report.published?.value].filter(Boolean).join(' · ')
  return [
    ...lines(head, width),
    ...lines(about, width),
    ...lines(found.quote, width - 2).map(line => `│ ${line}`),
    '',
    ...fields.flatMap(({ label, text, rule }) => {
      const [first = '', ...more] = lines(`${text}${rule ? `  (${rule})` : ''}`, width - 14)
      return [`${label.padEnd(13)} ${first}`, ...more.map(line => ' '.repeat(14) + line)]
    }),
    '',
  ].join('\n')
}

function formatDecided(decisions: readonly ListedDecision[], screen: Screen): string {
  return decisions.length === 0 ? '' : `\n${formatDecisions(decisions, screen)}`
}

function lines(text: string, width: number): string[] {
  const line = makePrintable(text)
  return wrap(line, width).map(span => line.slice(...span))
}
