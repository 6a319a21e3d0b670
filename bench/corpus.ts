import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { detectLanguage } from '../src/lang/detect.ts'

/** A report of the corpus: what reading it needs. */
export interface CorpusReport {
  readonly id: string
  readonly text: string
  readonly published?: string
}

/** The English reports of the corpus, in the order of its files. */
export function loadCorpus(data: string): CorpusReport[] {
  const folder = join(data, 'corpus')
  const files = readdirSync(folder).filter(name => name.endsWith('.jsonl'))
  const lines = files.sort().flatMap(name => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean))
  return lines
    .map(line => JSON.parse(line))
    .filter(({ text }) => detectLanguage(text).code === 'en')
    .map(({ id, text, published }) => ({ id, text, ...(published && { published }) }))
}

/** Words of a text, for speeds: runs of anything but white space, the same count for every tool. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length
}
