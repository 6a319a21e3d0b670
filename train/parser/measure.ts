import { createParser, parseAll } from '../../src/annotate/parse.ts'
import { UPOS } from '../../src/document/layers.ts'
import { parseModel } from '../../src/resource/model.ts'
import type { TreeExample } from './tagged.ts'

/**
 * Share of words with the right head (UAS), and with the right head and relation, subtypes aside (LAS), and of words with the right tag
 * after the parser has mended the tags, in percent.
 */
export function measureParser(name: string, gold: readonly TreeExample[], model: Uint8Array): Record<string, number> {
  const trees = parseAll(gold, createParser(parseModel(model, 'parser')))
  let [words, heads, both, tags] = [0, 0, 0, 0]
  for (const [s, sentence] of gold.entries()) {
    const tree = trees[s]!
    for (const [i, head] of sentence.heads.entries()) {
      words++
      if (UPOS[tree.tags[i]!] === sentence.trueUpos[i]) tags++
      if (tree.heads[i] !== head) continue
      heads++
      if (universal(tree.deprels[i]!) === universal(sentence.deprels[i]!)) both++
    }
  }
  const percent = (n: number) => Math.round((10000 * n) / words) / 100
  return { [`${name}: UAS`]: percent(heads), [`${name}: LAS`]: percent(both), [`${name}: UPOS mended`]: percent(tags) }
}

function universal(relation: string): string {
  return relation.split(':')[0] as string
}
