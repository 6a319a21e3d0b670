import type { ListedDecision } from '../library/decisions/list.ts'
import { shortId, splitTarget } from '../library/find-report.ts'
import type { Screen } from './screen.ts'
import { formatTable } from './table.ts'

/** Decisions for people. */
export function formatDecisions(decisions: readonly ListedDecision[], { width }: Screen): string {
  if (decisions.length === 0) return 'No decision was made.\n'
  return formatTable(
    decisions,
    [
      { head: 'no', cell: row => String(row.no), align: 'right' },
      { head: 'day', cell: row => row.at.slice(0, 10) },
      { head: 'by', cell: row => row.by, most: 14 },
      { head: 'what', cell: row => `${row.kind}${row.holds ? '' : ' (taken back)'}` },
      { head: 'target', cell: row => shortTarget(row) },
      { head: 'says', cell: describe },
    ],
    width,
  )
}

function shortTarget({ kind, target }: ListedDecision): string {
  if (kind === 'undo') return `decision ${target}`
  const { report, record } = splitTarget(target)
  return record === null ? shortId(report) : `${shortId(report)}/${record}`
}

function describe({ field, value, note, evidence }: ListedDecision): string {
  const corrected = field === null ? '' : `${field} = ${JSON.stringify((value as { value?: unknown } | null)?.value ?? value)}`
  return [corrected, note ?? '', evidence ? `“${evidence.words.join(' … ')}”` : ''].filter(Boolean).join('; ')
}
