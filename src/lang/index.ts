import type { Language } from '../document/language.ts'

/** Every language that Griot reads, by ISO 639-1 code. Nothing of a language is loaded before it is asked for. */
const languages: Readonly<Record<string, () => Promise<Language>>> = {
  en: async () => (await import('./en/index.ts')).english,
}

/** Codes of the languages that Griot reads. */
export const LANGUAGES: readonly string[] = Object.keys(languages)

const loaded = new Map<string, Promise<Language>>()

/** Loads a language with its lists and models, once; null for a language that Griot does not read. */
export async function loadLanguage(code: string): Promise<Language | null> {
  if (!Object.hasOwn(languages, code)) return null
  const known = loaded.get(code)
  if (known) return known
  const language = (languages[code] as () => Promise<Language>)()
  loaded.set(code, language)
  return language
}
