import type { Dealing } from '../answers/relations/dealings.ts'
import type { Tie } from '../answers/relations/network.ts'
import type { Period } from '../answers/relations/periods.ts'
import type { RelationsAnswer } from '../answers/relations/relations.ts'
import type { Saying } from '../answers/relations/sayings.ts'
import { countLine } from './format-records.ts'
import type { Screen } from './screen.ts'
import { shortenIds, wrapIndented } from './short-ids.ts'
import { type Column, formatTable } from './table.ts'

/** Relations for people: the trend, a line a month, turns, then what happened and what was said. */
export function formatRelations({ a, b, trend, periods, turns, events, statements }: RelationsAnswer, { width }: Screen): string {
  if (events.length + statements.length === 0) return `Nothing is reported between ${a} and ${b}.\n`
  const head = trend
    ? `${a} and ${b}: ${trend.tone}, ${trend.direction}; ${trend.events} event${trend.events === 1 ? '' : 's'} from ${trend.first} to ${trend.last}, mean ${signed(trend.mean)}`
    : `${a} and ${b}`
  const blocks = [
    `${head}\n${trend ? wrapIndented(`${trend.because} (PLOVER's scale, -10 to +10).`, width) : ''}`,
    formatTable(periods, MONTHS, width),
  ]
  if (turns.length > 0)
    blocks.push(
      `Turns\n${turns.map(({ day, direction, because, evidence }) => wrapIndented(`${day} ${direction}: ${because} [${shortenIds(evidence)}]`, width)).join('')}`,
    )
  if (events.length > 0) blocks.push(`What happened\n${formatTable(events, EVENTS, width)}`)
  if (statements.length > 0) blocks.push(`What was said\n${formatTable(statements, SAYINGS, width)}`)
  const isOpen = events.some(({ counts }) => !counts)
  return `${blocks.join('\n')}${isOpen ? '\nWhat is in brackets is planned, possible, denied or negated, and is not counted.\n' : ''}`
}

/** Pairs for people. */
export function formatNetwork(ties: readonly Tie[], limit: number, { width }: Screen): string {
  if (ties.length === 0) return 'No pairs found.\n'
  const shown = ties.slice(0, limit)
  return `${formatTable(shown, TIES, width)}\n${countLine(shown.length, ties.length, 'pairs')}\n`
}

const MONTHS: readonly Column<Period>[] = [
  { head: 'month', cell: ({ period }) => period },
  {
    head: 'cooperation',
    align: 'right',
    cell: ({ verbalCooperation, materialCooperation }) => `${verbalCooperation}+${materialCooperation}`,
  },
  { head: 'conflict', align: 'right', cell: ({ verbalConflict, materialConflict }) => `${verbalConflict}+${materialConflict}` },
  { head: 'mean', align: 'right', cell: ({ mean }) => (mean === null ? '' : signed(mean)) },
  {
    head: 'said',
    cell: ({ statements }) =>
      Object.entries(statements)
        .map(([act, count]) => `${act} ${count}`)
        .join(', '),
  },
]

const EVENTS: readonly Column<Dealing>[] = [
  { head: 'day', cell: ({ day, basis }) => `${basis === 'told' ? '' : '~'}${day}` },
  { head: 'what', cell: ({ type, mode, counts }) => bracket([type, mode].filter(Boolean).join(' ').toLowerCase(), counts) },
  { head: 'who', cell: ({ actors }) => actors.join(', ') },
  { head: 'to whom', cell: ({ recipients }) => recipients.join(', ') },
  { head: 'scale', align: 'right', cell: ({ scale }) => signed(scale) },
  { head: 'see', cell: ({ evidence }) => shortenIds(evidence.slice(0, 1)) },
]

const SAYINGS: readonly Column<Saying>[] = [
  { head: 'day', cell: ({ day, basis }) => `${basis === 'told' ? '' : '~'}${day}` },
  { head: 'act', cell: ({ act }) => act },
  { head: 'who', cell: ({ speaker }) => speaker },
  { head: 'about', cell: ({ about }) => about.join(', ') },
  { head: 'see', cell: ({ evidence }) => shortenIds(evidence.slice(0, 1)) },
]

const TIES: readonly Column<Tie>[] = [
  { head: 'who', cell: ({ a }) => a },
  { head: 'with whom', cell: ({ b }) => b },
  { head: 'cooperation', align: 'right', cell: ({ cooperation }) => String(cooperation) },
  { head: 'conflict', align: 'right', cell: ({ conflict }) => String(conflict) },
  { head: 'mean', align: 'right', cell: ({ mean }) => signed(mean) },
  { head: 'first', cell: ({ first }) => first },
  { head: 'last', cell: ({ last }) => last },
]

function signed(value: number): string {
  return value > 0 ? `+${value}` : String(value)
}

function bracket(text: string, counts: boolean): string {
  return counts ? text : `(${text})`
}
