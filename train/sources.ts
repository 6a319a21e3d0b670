import { join } from 'node:path'
import type { Linear } from '../src/annotate/linear.ts'
import { type Card, writeModel } from '../src/resource/model.ts'
import { type GoldDocument, loadTreebank } from './treebank.ts'

interface Source {
  readonly file: string
  readonly name: string
  readonly licence: string
}

/** Treebanks that may train what ships, by language; the -dev part of each measures. */
const SOURCES: Readonly<Record<string, readonly Source[]>> = {
  en: [
    { file: 'ewt', name: 'UD English EWT 2.16', licence: 'CC BY-SA 4.0' },
    {
      file: 'gum-open',
      name: 'UD English GUM 2.16, documents under open licences',
      licence: 'CC BY 4.0, texts CC BY, CC BY-SA or public domain',
    },
  ],
}

/** A part of the treebanks of a language: file name → its documents. */
export function treebanks(data: string, lang: string, part: 'train' | 'dev'): Map<string, GoldDocument[]> {
  return new Map(sourcesOf(lang).map(({ file }) => [file, loadTreebank(join(data, 'lang', lang, `${file}-${part}.conllu.gz`))]))
}

function sourcesOf(lang: string): readonly Source[] {
  const sources = SOURCES[lang]
  if (!sources) throw new Error(`no treebank of ${lang} is named in train/sources.ts`)
  return sources
}

/** Writes classifiers and texts as one model with its card. */
export function saveModel(
  out: URL,
  name: string,
  lang: string,
  classifiers: Readonly<Record<string, Linear>>,
  texts: Readonly<Record<string, string>>,
  about: { head?: Record<string, unknown>; numbers?: Record<string, Int32Array> } & Pick<Card, 'what' | 'command' | 'scores'>,
): void {
  const { head = {}, numbers = {}, ...card } = about
  const arrays: Record<string, Int32Array | string> = { ...texts, ...numbers }
  for (const [part, linear] of Object.entries(classifiers)) {
    arrays[`${part}.table`] = linear.table
    arrays[`${part}.cells`] = linear.cells
  }
  const labels = Object.fromEntries(Object.entries(classifiers).map(([part, linear]) => [part, linear.labels]))
  writeModel(out, { labels, ...head }, arrays, {
    name,
    sources: sourcesOf(lang).map(s => `${s.name} (train): ${s.licence}`),
    licence: 'CC BY-SA 4.0',
    ...card,
  })
}
