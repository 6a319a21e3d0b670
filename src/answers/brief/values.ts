import { formatDays, formatNumber } from '../../formats/view/values.ts'
import type { FigureTold } from '../../reconcile/series/told.ts'
import { dateOf, monthLength, parseDay } from '../../util/calendar.ts'
import type { Witnesses } from '../evidence.ts'
import { type BriefLanguage, fill, type Piece, word } from './templates.ts'

const FRENCH_MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const

/** 6300000 → "6,300,000"; in French with narrow spaces. */
export function numberIn(language: BriefLanguage, value: number): string {
  const text = formatNumber(value)
  return language === 'en' ? text : text.replace('.', ';').replaceAll(',', '\u202f').replace(';', ',')
}

/** "8 March 2025", "8 mars 2025"; an ISO day that is none stays as it is. */
export function dayIn(language: BriefLanguage, iso: string): string {
  return daysIn(language, { start: iso, end: iso }) ?? iso
}

/** The days of a period as people write them; null where they are not known. */
export function daysIn(language: BriefLanguage, days: { readonly start: string | null; readonly end: string | null }): string | null {
  if (language === 'en') return formatDays(days)
  const [first, last] = [days.start, days.end].map(iso => (iso === null ? null : parseDay(iso)))
  if (first === null || first === undefined) return last === null || last === undefined ? null : `jusqu’au ${frenchDay(last)}`
  if (last === null || last === undefined) return `depuis le ${frenchDay(first)}`
  if (first === last) return frenchDay(first)
  const [from, to] = [dateOf(first), dateOf(last)]
  const isWhole = from.day === 1 && to.day === monthLength(to.year, to.month)
  if (isWhole && from.year === to.year && from.month === to.month) return `${FRENCH_MONTHS[from.month - 1]} ${from.year}`
  if (isWhole && from.month === 1 && to.month === 12) return from.year === to.year ? String(from.year) : `${from.year}–${to.year}`
  return `du ${frenchDay(first)} au ${frenchDay(last)}`
}

function frenchDay(day: number): string {
  const { year, month, day: date } = dateOf(day)
  return `${date === 1 ? '1er' : date} ${FRENCH_MONTHS[month - 1]} ${year}`
}

/** How many a figure says, as its report says it ("at least 19"), with the words behind it. */
export function amountIn(language: BriefLanguage, told: FigureTold, witnesses: Witnesses): Piece[] {
  const { evidence } = witnesses(told.id)
  const { value } = told.figure
  const [low, best, high] = [value?.low ?? null, value?.best ?? null, value?.high ?? null].map(n =>
    n === null ? null : numberIn(language, n),
  )
  const quantifier = value?.quantifier ?? 'vague'
  const text = (slots: Record<string, string>, name: string = quantifier) =>
    fill(`quantifier.${name}`, language, slots)
      .map(piece => piece.text)
      .join('')
  const said =
    quantifier === 'vague'
      ? text({ words: evidence.words })
      : best !== null && best !== undefined
        ? quantifier === 'exact' || quantifier === 'between'
          ? best
          : text({ n: best })
        : low && high
          ? text({ low, high }, 'between')
          : low
            ? text({ n: low }, 'at-least')
            : high
              ? text({ n: high }, 'at-most')
              : text({ words: evidence.words }, 'vague')
  return [{ text: said, evidence: [evidence] }]
}

/** Who says a figure: its source, else who published it; "" where neither is known. */
export function sayerOf({ source, report }: FigureTold): string {
  return source?.name ?? report.publisher ?? ''
}

/** What is counted: "people killed", "USD of funding", "buildings destroyed". */
export function countedIn(language: BriefLanguage, measure: string, unit: string): string {
  const what = word(`measure.${measure}`, language)
  if (measure === 'funding' || /^[A-Z]{3}$/.test(unit)) return what.replace('{unit}', unit)
  if (unit === 'person' || unit === 'other') return unit === 'other' ? what.replace(/^(people|personnes) /, '') : what
  return `${word(`unit.${unit}`, language)} ${what.replace(/^(people|personnes) /, '')}`
}
