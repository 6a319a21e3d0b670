import type { PresenceRow, StepTold } from '../answers/presence/rows.ts'
import { formatDays, formatNumber } from '../formats/view/values.ts'
import { wrap } from '../util/display-width.ts'
import type { Screen } from './screen.ts'
import { shortenId } from './shorten-id.ts'

/** What is where, for people: a block a row, a line a step with the record that says it. */
export function formatPresence(rows: readonly PresenceRow[], { width }: Screen): string {
  if (rows.length === 0) return 'No presence found.\n'
  return `${rows.map(row => formatRow(row, width)).join('\n')}\n${rows.length} ${rows.length === 1 ? 'row' : 'rows'}.\n`
}

function formatRow(row: PresenceRow, width: number): string {
  const what =
    row.kind === 'arms' && row.category !== row.what ? `${row.what} (${row.category})` : row.kind === 'arms' ? row.what : row.kind
  const count = row.count === null ? '' : `${row.count.replace(/\d+/g, digits => formatNumber(Number(digits)))} `
  const head = `${nameOf(row.senderName, row.senderBasis)} in ${nameOf(row.hostName, row.hostBasis)}: ${count}${what}, ${STATUS_WORDS[row.status]}`
  const steps = [
    ...formatStep('promised', row.promised, width),
    ...formatStep('agreed', row.agreed, width),
    ...formatStep('said not to have come', row.notYet, width),
    ...row.deliveries.flatMap(step => formatStep(row.kind === 'arms' ? 'delivered' : 'begun', step, width)),
    ...formatStep('to leave', row.leaving, width),
    ...formatStep('ended', row.ended, width),
    ...formatStep('alleged', row.alleged, width),
  ]
  const late = row.late
    ? [`    late by ${row.late.days} days${row.late.most > row.late.days ? ` (${row.late.most} after the first day promised)` : ''}`]
    : []
  return [...lines(head, 0, width), ...steps, ...late].join('\n').concat('\n')
}

const STATUS_WORDS: Readonly<Record<PresenceRow['status'], string>> = {
  promised: 'promised',
  agreed: 'agreed',
  begun: 'begun',
  leaving: 'to leave',
  ended: 'ended',
  notYet: 'not there',
  alleged: 'alleged',
  overdue: 'promised and overdue',
}

function formatStep(word: string, step: StepTold | null, width: number): string[] {
  if (step === null) return []
  const count = step.count === null ? '' : `, ${step.isExact ? formatNumber(step.count) : `[${formatNumber(step.count)}]`}`
  const due = step.due === null ? '' : `, for ${formatDays(step.due) ?? 'no day'}`
  const by = step.by === null ? '' : `, says ${step.by}`
  const day = step.day === null ? 'no day' : `${step.day}${step.dayBasis === 'reported' ? ' (day of the report)' : ''}`
  return lines(`${word} ${day}${count}${due}${by}  ${shortenId(step.evidence[0] ?? '')}`, 4, width)
}

/** What is only inferred is marked with a question mark. */
function nameOf(name: string, basis: 'told' | 'inferred'): string {
  return basis === 'told' ? name : `${name}?`
}

function lines(text: string, by: number, width: number): string[] {
  return wrap(text, Math.max(40, width) - by).map(span => ' '.repeat(by) + text.slice(...span))
}
