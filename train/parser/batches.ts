import { normalise } from '../../src/annotate/normalise.ts'
import { packSentences } from '../../src/annotate/parser/packing.ts'
import { UPOS } from '../../src/document/layers.ts'
import type { GoldSentence } from '../conllu.ts'
import type { Batch } from './network.ts'

/** What the network knows by number; 0 is the unknown in words, suffixes, tags and features. */
export interface Vocabulary {
  readonly words: string[]
  readonly suffixes: string[]
  readonly feats: string[]
  readonly labels: string[]
}

export const SUFFIX = 3

/** The entries seen at least `least` times, in order of code units. */
function frequent(items: Iterable<string>, least: number): string[] {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return [...counts]
    .filter(([, n]) => n >= least)
    .map(([item]) => item)
    .sort()
}

export function readVocabulary(gold: readonly GoldSentence[]): Vocabulary {
  const forms = gold.flatMap(s => s.forms.map(normalise))
  return {
    words: frequent(forms, 2),
    suffixes: frequent(
      forms.map(f => f.slice(-SUFFIX)),
      6,
    ),
    feats: frequent(
      gold.flatMap(s => s.feats),
      3,
    ),
    labels: frequent(
      gold.flatMap(s => s.deprels),
      1,
    ).filter(l => l !== 'root'),
  }
}

/** A sentence in numbers, ready for batches. */
export interface Numbered {
  readonly length: number
  readonly columns: { readonly [K in 'word' | 'vector' | 'suffix' | 'tag' | 'feat' | 'head' | 'label']: Int32Array }
}

/** Numbers the words of sentences. */
export function numberer(vocabulary: Vocabulary, vectorRows: ReadonlyMap<string, number>): (s: GoldSentence) => Numbered {
  const places = (list: readonly string[], first: number) => new Map(list.map((item, i) => [item, i + first]))
  const words = places(vocabulary.words, 1)
  const suffixes = places(vocabulary.suffixes, 1)
  const tags = places(UPOS, 1)
  const feats = places(vocabulary.feats, 1)
  const labels = places(vocabulary.labels, 0)
  return s => {
    const forms = s.forms.map(normalise)
    const column = (of: (i: number) => number) => Int32Array.from(forms, (_, i) => of(i))
    return {
      length: forms.length,
      columns: {
        word: column(i => words.get(forms[i]!) ?? 0),
        vector: column(i => vectorRows.get(forms[i]!) ?? -1),
        suffix: column(i => suffixes.get(forms[i]!.slice(-SUFFIX)) ?? 0),
        tag: column(i => tags.get(s.upos[i]!) ?? 0),
        feat: column(i => feats.get(s.feats[i]!) ?? 0),
        head: column(i => s.heads[i]! + 1),
        label: column(i => labels.get(s.deprels[i]!) ?? -1),
      },
    }
  }
}

/** Packs sentences into a batch. */
export function packBatch(sentences: readonly Numbered[]): Batch {
  const packing = packSentences(sentences.map(s => s.length))
  const column = (name: keyof Numbered['columns']) => {
    const out = new Int32Array(packing.size)
    packing.order.forEach((i, s) => {
      const values = sentences[i]!.columns[name]
      for (let t = 0; t < values.length; t++) out[packing.starts[t]! + s] = values[t]!
    })
    return out
  }
  const columns = { word: column('word'), vector: column('vector'), suffix: column('suffix'), tag: column('tag'), feat: column('feat') }
  return { packing, ...columns, head: column('head'), label: column('label') }
}

/** Groups shuffled sentences into batches of about `size` words. */
export function groupSentences(order: readonly number[], sentences: readonly Numbered[], size: number): Numbered[][] {
  const groups: Numbered[][] = []
  let words = size
  for (const i of order) {
    const sentence = sentences[i] as Numbered
    if (words >= size) {
      groups.push([])
      words = 0
    }
    groups[groups.length - 1]!.push(sentence)
    words += sentence.length
  }
  return groups
}
