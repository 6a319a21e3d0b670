import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { KINDS, labelIn } from '../../src/annotate/names/labels.ts'
import { hasCapital, OPEN, OUTSIDE, OUTSIDE_OR_MISC, readLines, type Sample } from './samples.ts'

interface GumRecord {
  readonly id: string
  readonly text: string
  readonly mentions: readonly { readonly type: string; readonly start: number; readonly end: number }[]
}

interface GumWord {
  readonly form: string
  readonly xpos: string
  readonly head: number
  readonly deprel: string
  start: number
  end: number
}

const TYPES: Readonly<Record<string, (typeof KINDS)[number]>> = {
  person: 'PER',
  place: 'LOC',
  organization: 'ORG',
  event: 'MISC',
  object: 'MISC',
}

/**
 * Names out of GUM's mentions, which are whole phrases: the run of proper nouns around the phrase's head, without titles (nmod:desc), with
 * "of …" where proper nouns follow. A plural ("Muslims") and what else the rule is unsure of stays open.
 */
export function readGum(conllu: string, jsonl: string): Sample[] {
  const records = new Map(readLines<GumRecord>(jsonl).map(record => [record.id, record]))
  const samples: Sample[] = []
  for (const [id, sentences] of readDocuments(conllu)) {
    const record = records.get(id)
    if (!record) continue
    place(sentences.flat(), record.text)
    for (const words of sentences) samples.push(toSample(id, words, record))
  }
  return samples
}

function readDocuments(file: string): Map<string, GumWord[][]> {
  const documents = new Map<string, GumWord[][]>()
  let sentences: GumWord[][] = []
  let words: GumWord[] = []
  for (const line of gunzipSync(readFileSync(file)).toString().split('\n')) {
    if (line.startsWith('# newdoc id = ')) {
      sentences = []
      documents.set(line.slice(14), sentences)
    } else if (line === '') {
      if (words.length) sentences.push(words)
      words = []
    } else if (/^\d+\t/.test(line)) {
      const cells = line.split('\t')
      words.push({
        form: cells[1] as string,
        xpos: cells[4] as string,
        head: Number(cells[6]) - 1,
        deprel: cells[7] as string,
        start: 0,
        end: 0,
      })
    }
  }
  return documents
}

function place(words: readonly GumWord[], text: string): void {
  let at = 0
  for (const word of words) {
    const start = text.indexOf(word.form, at)
    // A word whose form is not written (a part of a multiword token) shares the place of the one before.
    if (start < 0 || start > at + 40) {
      word.start = word.end = at
      continue
    }
    word.start = start
    word.end = at = start + word.form.length
  }
}

function toSample(doc: string, words: readonly GumWord[], record: GumRecord): Sample {
  const allowed = Int32Array.from(words, word => (hasCapital(word.form) ? (isProper(word) ? OPEN : OUTSIDE_OR_MISC) : OUTSIDE))
  const from = words[0]?.start ?? 0
  const to = words.at(-1)?.end ?? 0
  const found: { first: number; end: number; kind: number; sure: boolean }[] = []
  for (const mention of record.mentions) {
    const kind = TYPES[mention.type]
    if (kind === undefined || mention.start < from || mention.end > to) continue
    const name = nameIn(words, mention.start, mention.end, kind)
    if (name) found.push({ ...name, kind: KINDS.indexOf(kind) })
  }
  found.sort((a, b) => b.end - b.first - (a.end - a.first))
  const taken = new Uint8Array(words.length)
  for (const { first, end, kind, sure } of found) {
    if (taken.subarray(first, end).some(t => t === 1)) continue
    taken.fill(1, first, end)
    for (let i = first; i < end; i++) allowed[i] = sure ? 1 << labelIn(kind, i - first, end - first) : OPEN
  }
  return { doc, forms: words.map(word => word.form), allowed }
}

function nameIn(words: readonly GumWord[], start: number, end: number, kind: string): { first: number; end: number; sure: boolean } | null {
  const a = words.findIndex(word => word.end > start)
  let b = a
  while (b < words.length && (words[b] as GumWord).start < end) b++
  let head = -1
  for (let i = a; i < b && head < 0; i++) if ((words[i] as GumWord).head < a || (words[i] as GumWord).head >= b) head = i
  if (head < 0 || !isProper(words[head] as GumWord)) return null
  let first = head
  while (first > a && joins(words, first - 1, kind)) first--
  while (first < head && !isProper(words[first] as GumWord)) first++
  let stop = head + 1
  while (stop < b && joins(words, stop, kind)) stop++
  while (!isProper(words[stop - 1] as GumWord) && stop - 1 > head) stop--
  if (kind !== 'PER' && /^of$/i.test(words[stop]?.form ?? '')) stop = pastOf(words, stop, b)
  const sure =
    (words[head] as GumWord).xpos === 'NNP' &&
    !(kind === 'PER' && /^the$/i.test(words[first - 1]?.form ?? '')) &&
    !TITLES.test((words[first] as GumWord).form)
  return { first, end: stop, sure }
}

// Alone or in front they are titles; whether GUM's tree shows it varies.
const TITLES =
  /^(?:President|Ambassador|Minister|Prime|Secretary|General|Professor|King|Queen|Prince|Senator|Governor|Captain|Mom|Dad|God|Lord|Sir|Judge|Justice|Chief|Mr\.?|Mrs\.?|Ms\.?|Dr\.?)$/

function isProper({ xpos }: GumWord): boolean {
  return xpos === 'NNP' || xpos === 'NNPS'
}

function joins(words: readonly GumWord[], i: number, kind: string): boolean {
  const word = words[i] as GumWord
  if (kind === 'PER' && word.deprel === 'nmod:desc') return false
  return isProper(word) || /^[-–&]$/.test(word.form)
}

function pastOf(words: readonly GumWord[], of: number, b: number): number {
  let at = of + 1
  if (/^the$/i.test(words[at]?.form ?? '')) at++
  let end = at
  while (end < b && (isProper(words[end] as GumWord) || /^(?:and|&|-)$/.test((words[end] as GumWord).form))) end++
  while (end > at && !isProper(words[end - 1] as GumWord)) end--
  return end > at ? end : of
}
