import { type Parser, parseAll } from '../../src/annotate/parse.ts'
import type { GoldSentence } from '../conllu.ts'

/** Share of words with the right head (UAS), and with the right head and relation, subtypes aside (LAS), in percent. */
export function measureParser(gold: readonly GoldSentence[], parser: Parser): { uas: number; las: number } {
  const trees = parseAll(gold, parser)
  let [words, heads, both] = [0, 0, 0]
  for (const [s, sentence] of gold.entries()) {
    const tree = trees[s]!
    for (const [i, head] of sentence.heads.entries()) {
      words++
      if (tree.heads[i] !== head) continue
      heads++
      if (universal(tree.deprels[i]!) === universal(sentence.deprels[i]!)) both++
    }
  }
  const percent = (n: number) => Math.round((10000 * n) / words) / 100
  return { uas: percent(heads), las: percent(both) }
}

function universal(relation: string): string {
  return relation.split(':')[0] as string
}
