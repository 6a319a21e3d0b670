import { PARTS, type Part } from '../answers/neglect/formula.ts'
import type { NeglectRow } from '../answers/neglect/neglect.ts'
import type { People } from '../answers/neglect/people.ts'
import { ACTS } from '../answers/neglect/politics.ts'
import { formatNumber } from '../formats/view/values.ts'
import { wrap } from '../util/display-width.ts'
import type { Screen } from './screen.ts'
import { shortenId } from './shorten-id.ts'
import { type Column, formatTable } from './table.ts'

/** A ranking for people, then what goes into each row. */
export function formatNeglect(rows: readonly NeglectRow[], { width }: Screen): string {
  if (rows.length === 0) return 'No country has figures of displaced people.\n'
  return `${formatTable(rows, COLUMNS, width)}\n${rows.map(row => formatRow(row, width)).join('\n')}\n${lines(FORMULA, 0, width)}`
}

const FORMULA =
  '1 is most neglected. attention and political: 1 − percentile rank of (reports, acts) ÷ people displaced; funding: 1 − received ÷ asked; ' +
  'index: the mean of what is known. ranks: from best to worst when one part is left out. A formula of Griot; see docs/answers.md.'

const COLUMNS: readonly Column<NeglectRow>[] = [
  { head: 'rank', cell: ({ rank }) => String(rank), align: 'right' },
  { head: 'ranks', cell: ({ ranks }) => (ranks.best === ranks.worst ? String(ranks.best) : `${ranks.best}–${ranks.worst}`) },
  { head: 'country', cell: ({ name }) => name, most: 24 },
  { head: 'displaced', cell: ({ affected }) => formatNumber(affected), align: 'right' },
  ...PARTS.map(
    (part: Part): Column<NeglectRow> => ({ head: part, cell: ({ parts }) => parts[part]?.toFixed(2) ?? 'missing', align: 'right' }),
  ),
  { head: 'index', cell: ({ index }) => index.toFixed(2), align: 'right' },
]

function formatRow({ name, displaced, refugees, inNeed, attention, political, money }: NeglectRow, width: number): string {
  const acts = ACTS.filter(act => political[act] > 0).map(act => `${political[act]} ${act}`)
  const sum = (amount: number | null) => (amount === null ? 'not known' : `${money?.currency} ${formatNumber(amount)}`)
  const told = [
    ...peopleLine('displaced', displaced),
    ...peopleLine('refugees', refugees),
    ...peopleLine('in need', inNeed),
    `reports: ${attention.reports} of ${attention.publishers} publishers, ${(attention.share * 100).toFixed(1)} % of all`,
    `politics: ${acts.length > 0 ? acts.join(', ') : 'nothing told'}${see(political.evidence)}`,
    money === null
      ? 'money: nothing told'
      : `money: asked ${sum(money.asked)}, received ${sum(money.received)}${money.source === null ? see(money.evidence) : ` [${money.source}]`}`,
  ]
  return `${name}\n${told.map(text => lines(text, 2, width)).join('')}`
}

function peopleLine(word: string, people: People | null): string[] {
  if (people === null) return []
  const { best, asOf, by, places, source, evidence } = people
  const where = places.length > 0 ? ` in ${places.join(', ')}` : ''
  return [
    `${word}: ${formatNumber(best)}${where}${asOf === null ? '' : `, ${asOf}`}${by === null ? '' : `, ${by}`}${source === null ? see(evidence) : ` [${source}]`}`,
  ]
}

function see(evidence: readonly string[]): string {
  return evidence.length === 0 ? '' : ` [${evidence.slice(0, 3).map(shortenId).join(', ')}]`
}

function lines(text: string, by: number, width: number): string {
  return wrap(text, Math.max(40, width) - by - 2)
    .map((span, i) => `${' '.repeat(i === 0 ? by : by + 2)}${text.slice(...span)}\n`)
    .join('')
}
