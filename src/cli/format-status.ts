import type { Status } from '../library/status.ts'
import type { Refusal } from '../store/refusals.ts'
import { wrap } from '../util/display-width.ts'
import type { Screen } from './screen.ts'

/** The publishers that are named; the others are counted. */
const SHOWN = 8

/** What a library holds, for people. */
export function formatStatus(status: Status, path: string): string {
  const { published, publishers, languages, confidentiality, rules } = status
  const rows: [string, string][] = [
    ['reports', String(status.reports)],
    ['copies among them', String(status.copies)],
    ['incidents', String(status.incidents)],
    ['events', String(status.events)],
    ['statements', String(status.statements)],
    ['figures', String(status.figures)],
    ['offices', String(status.positions)],
    ['decisions', String(status.decisions)],
    ['published', published.first ? `${published.first} to ${published.last}` : 'not known'],
    ['publishers', listCounts(publishers)],
    ['languages', listCounts(languages)],
    ['confidentiality', listCounts(confidentiality)],
    ['read with', rules.map(each => `${each.rules} (${each.count})`).join(', ')],
  ]
  if (status.pending > 0) rows.push(['to be compared', String(status.pending)])
  if (status.refused > 0) rows.push(['refused', `${status.refused} (griot status --refused lists them)`])
  return `${path}\n${rows.map(([name, value]) => `  ${name.padEnd(18)} ${value || '–'}\n`).join('')}`
}

function listCounts(counts: Status['publishers']): string {
  const named = counts.slice(0, SHOWN).map(({ value, count }) => `${value ?? 'not known'} (${count})`)
  return [...named, ...(counts.length > SHOWN ? [`${counts.length - SHOWN} more`] : [])].join(', ')
}

/** The refusal report: what, why, and the mend. */
export function formatRefusals(refusals: readonly Refusal[], { width }: Screen): string {
  if (refusals.length === 0) return 'Nothing was refused.\n'
  const lines = (text: string) => wrap(text, Math.max(40, width) - 2).map(span => `  ${text.slice(...span)}`)
  return refusals
    .map(({ name, reason, mend }) => [name, ...lines(`${reason}.`), ...(mend ? lines(`${mend}.`) : []), ''].join('\n'))
    .join('')
}
