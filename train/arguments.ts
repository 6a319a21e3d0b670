import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import type { Language } from '../src/document/language.ts'
import { loadLanguage } from '../src/lang/index.ts'

/** What the programs that learn are told: where the corpora are, the language, where the models go. */
export async function readArguments(): Promise<{ data: string; lang: string; out: URL; language: Language }> {
  const { values } = parseArgs({ options: { data: { type: 'string' }, lang: { type: 'string', default: 'en' }, out: { type: 'string' } } })
  const { data, lang } = values
  if (!data) throw new Error('usage: node train/PROGRAM.ts --data FOLDER [--lang en] [--out data/en]')
  const language = await loadLanguage(lang)
  if (!language) throw new Error(`Griot does not read the language ${lang}`)
  return { data, lang, out: pathToFileURL(`${resolve(values.out ?? `data/${lang}`)}/`), language }
}
