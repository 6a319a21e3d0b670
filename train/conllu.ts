import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** A sentence of a treebank; `heads` count from 0, -1 is the root. */
export interface GoldSentence {
  readonly forms: string[]
  readonly lemmas: string[]
  readonly upos: string[]
  readonly feats: string[]
  readonly heads: number[]
  readonly deprels: string[]
}

/** Reads the syntactic words of a CoNLL-U file, gzipped or not; empty nodes and ranges are skipped. */
export function readTreebank(file: string): GoldSentence[] {
  const bytes = readFileSync(file)
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()
  const sentences: GoldSentence[] = []
  let now: GoldSentence | null = null
  for (const line of text.split('\n')) {
    if (line === '') {
      if (now) sentences.push(now)
      now = null
      continue
    }
    const cells = line.split('\t')
    if (line.startsWith('#') || !/^\d+$/.test(cells[0] as string)) continue
    now ??= { forms: [], lemmas: [], upos: [], feats: [], heads: [], deprels: [] }
    now.forms.push(cells[1] as string)
    now.lemmas.push(cells[2] as string)
    now.upos.push(cells[3] as string)
    now.feats.push(cells[5] as string)
    now.heads.push(Number(cells[6]) - 1)
    now.deprels.push(cells[7] as string)
  }
  if (now) sentences.push(now)
  return sentences
}
