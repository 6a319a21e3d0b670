import { normalise } from '../../src/annotate/normalise.ts'
import { affixesOf, shapeOf } from '../../src/annotate/parser/inputs.ts'
import { packSentences } from '../../src/annotate/parser/packing.ts'
import { UPOS } from '../../src/document/layers.ts'
import type { Batch, Columns } from './network.ts'
import type { TreeExample } from './tagged.ts'

/** What the network knows by number; 0 is the unknown in words, affixes, tags and features. */
export interface Vocabulary {
  readonly words: string[]
  readonly affixes: string[]
  readonly feats: string[]
  readonly labels: string[]
}

/** The entries seen at least `least` times, in order of code units. */
function frequent(items: Iterable<string>, least: number): string[] {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return [...counts]
    .filter(([, n]) => n >= least)
    .map(([item]) => item)
    .sort()
}

export function readVocabulary(gold: readonly TreeExample[]): Vocabulary {
  const forms = gold.flatMap(s => s.forms.map(normalise))
  return {
    words: frequent(forms, 2),
    affixes: frequent(forms.flatMap(affixesOf), 6),
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
  readonly columns: Columns
}

/** Numbers the words of sentences. */
export function numberer(vocabulary: Vocabulary, vectorRows: ReadonlyMap<string, number>): (s: TreeExample) => Numbered {
  const places = (list: readonly string[], first: number) => new Map(list.map((item, i) => [item, i + first]))
  const words = places(vocabulary.words, 1)
  const affixes = places(vocabulary.affixes, 1)
  const tags = places(UPOS, 1)
  const feats = places(vocabulary.feats, 1)
  const labels = places(vocabulary.labels, 0)
  return s => {
    const forms = s.forms.map(normalise)
    const column = (of: (i: number) => number) => Int32Array.from(forms, (_, i) => of(i))
    const affix = (kind: number) => column(i => affixes.get(affixesOf(forms[i]!)[kind]!) ?? 0)
    return {
      length: forms.length,
      columns: {
        word: column(i => words.get(forms[i]!) ?? 0),
        vector: column(i => vectorRows.get(forms[i]!) ?? -1),
        affix0: affix(0),
        affix1: affix(1),
        affix2: affix(2),
        affix3: affix(3),
        tag: column(i => tags.get(s.upos[i]!) ?? 0),
        feat: column(i => feats.get(s.feats[i]!) ?? 0),
        shape: column(i => shapeOf(s.forms[i]!)),
        head: column(i => s.heads[i]! + 1),
        label: column(i => labels.get(s.deprels[i]!) ?? -1),
        trueTag: column(i => tags.get(s.trueUpos[i]!)! - 1),
      },
    }
  }
}

/** Packs sentences into a batch. */
export function packBatch(sentences: readonly Numbered[]): Batch {
  const packing = packSentences(sentences.map(s => s.length))
  const column = (name: keyof Columns) => {
    const out = new Int32Array(packing.size)
    packing.order.forEach((i, s) => {
      const values = sentences[i]!.columns[name]
      for (let t = 0; t < values.length; t++) out[packing.starts[t]! + s] = values[t]!
    })
    return out
  }
  const names = Object.keys(sentences[0]!.columns) as (keyof Columns)[]
  return { packing, ...(Object.fromEntries(names.map(name => [name, column(name)])) as Record<keyof Columns, Int32Array>) }
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
