import { formatDays, formatNumber } from '../formats/view/values.ts'
import { MEASURE_WORDS } from '../formats/view/words.ts'
import type { FigureAnswer, Sum } from '../library/figures/figure-series.ts'
import type { Amount } from '../reconcile/series/amount.ts'
import type { Series } from '../reconcile/series/build.ts'
import type { Strand } from '../reconcile/series/strand.ts'
import type { Total } from '../reconcile/series/totals.ts'
import { wrap } from '../util/display-width.ts'
import type { Screen } from './screen.ts'
import { shortenId } from './shorten-id.ts'

/** Series for people: a head, a line for each happening, period or day, then the totals; with `why` every figure and its reason. */
export function formatFigures({ series, sums }: FigureAnswer, why: boolean, { width }: Screen): string {
  if (series.length === 0) return 'No figures found.\n'
  const blocks = [...series.map(each => formatSeries(each, why, width)), ...sums.map(sum => formatSum(sum, why, width))]
  return `${blocks.join('\n')}\n${series.length} series.\n`
}

function formatSeries(series: Series, why: boolean, width: number): string {
  const { measure, unit, population, place, strands, totals, kind } = series
  const whom = population === 'everyone' ? (unit === 'person' ? 'people' : unit) : population
  const head = `${place?.name ?? 'somewhere'}${place?.country ? ` (${place.country})` : ''}: ${whom} ${MEASURE_WORDS[measure]}${kind === 'stock' ? ', as of' : ''}`
  return [
    head,
    ...strands.flatMap(strand => formatStrand(strand, why, width)),
    ...totals.flatMap(total => formatTotal(total, kind, why, width)),
  ]
    .join('\n')
    .concat('\n')
}

function formatStrand(strand: Strand, why: boolean, width: number): string[] {
  const { period, amount, marks, notes } = strand
  const counted = marks.filter(mark => mark.role === 'recommended' || mark.role === 'triangulation').length
  const days = period.basis === 'unknown' ? 'no day told' : (formatDays(period) ?? 'no day told')
  const line = `  ${days.padEnd(24)} ${formatAmount(amount)}${counted > 1 ? `  (${counted} sources)` : ''}${period.basis === 'reported' ? '  (day of the report)' : ''}`
  const reasons = why ? marks.flatMap(mark => indent(`${shortenId(mark.figure)} ${mark.role}: ${mark.because}`, 6, width)) : []
  return [line, ...notes.flatMap(note => indent(note, 4, width)), ...reasons]
}

function formatTotal({ period, addends, leftOut, ...amount }: Total, kind: Series['kind'], why: boolean, width: number): string[] {
  if (addends.length < 2 && leftOut.length === 0) return []
  const what = kind === 'stock' ? `all places on ${period}` : period === 'unknown' ? 'without a day' : `in ${period}`
  const left = leftOut.length > 0 ? `, ${leftOut.length} left out` : ''
  const line = `  = ${what.padEnd(22)} ${formatAmount(amount)}  (${addends.length} added${left})`
  return [line, ...(why ? leftOut.flatMap(each => indent(`left out ${tail(each.strand)}: ${shortenId(each.because)}`, 6, width)) : [])]
}

function formatSum({ key, places, totals }: Sum, why: boolean, width: number): string {
  const kind = key.includes('/stock/') ? 'stock' : 'flow'
  return [`Together, ${places} series of ${key}`, ...totals.flatMap(total => formatTotal(total, kind, why, width))].join('\n').concat('\n')
}

/** "17 (17 to 19)"; "–" where nothing can be counted. */
function formatAmount(amount: Amount | null): string {
  if (!amount || amount.best === null) return '–'
  const { low, best, high } = amount
  const bounds = (low ?? best) === best && (high ?? best) === best ? '' : ` (${formatNumber(low ?? best)} to ${formatNumber(high ?? best)})`
  return formatNumber(best) + bounds
}

/** What tells a strand apart in its series, ids cut short. */
function tail(strand: string): string {
  return shortenId(strand.slice(strand.indexOf('#') + 1))
}

function indent(text: string, by: number, width: number): string[] {
  return wrap(text, Math.max(40, width) - by).map(span => ' '.repeat(by) + text.slice(...span))
}
