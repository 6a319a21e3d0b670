import { createContext, useContext, useMemo } from 'react'
import { en, type Words } from './en/index.ts'
import { fr } from './fr/index.ts'

const LANGUAGES = { en, fr } satisfies Record<string, Words>
export type LanguageCode = keyof typeof LANGUAGES
export const LANGUAGE_NAMES: Record<LanguageCode, string> = { en: 'English', fr: 'Français' }

export const LanguageContext = createContext<LanguageCode>('en')

/** The sentences in the language that is set. */
export function useWords(): Words {
  return LANGUAGES[useContext(LanguageContext)]
}

/** Days and numbers as the language writes them. */
export interface Formats {
  /** "12 March 2024" of an ISO 8601 day; what is no day stays as it is. */
  day(iso: string | null): string
  /** "12 Mar" within lists. */
  shortDay(iso: string | null): string
  number(n: number | null): string
  percent(share: number): string
}

export function useFormats(): Formats {
  const language = useContext(LanguageContext)
  return useMemo(() => createFormats(language), [language])
}

function createFormats(language: LanguageCode): Formats {
  const locale = { en: 'en-GB', fr: 'fr-FR' }[language]
  const long = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  const short = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
  const numbers = new Intl.NumberFormat(locale)
  const percents = new Intl.NumberFormat(locale, { style: 'percent' })
  const day = (format: Intl.DateTimeFormat) => (iso: string | null) => {
    const date = iso === null ? Number.NaN : Date.parse(`${iso.slice(0, 10)}T00:00:00Z`)
    return Number.isNaN(date) ? (iso ?? '') : format.format(date)
  }
  return { day: day(long), shortDay: day(short), number: n => (n === null ? '' : numbers.format(n)), percent: n => percents.format(n) }
}
