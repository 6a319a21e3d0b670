import type { TimeMention, Word } from '../../document/layers.ts'
import type { Cue } from './cue.ts'

/**
 * "said |on Thursday| the prisoner could be freed": a time with its preposition right behind the verb, with no mark behind it, is when it was
 * said. Behind "that" it belongs to what is said.
 */
export function withoutLeadingTime(cue: Cue, words: readonly Word[], times: ReadonlyMap<number, TimeMention>): Cue {
  const first = cue.content[0]
  if (first === undefined || first !== (cue.words[cue.words.length - 1] as number) + 1 || words[first]?.upos !== 'ADP') return cue
  const time = times.get(first) ?? times.get(first + 1)
  const next = time && words[time.end]
  if (!time || !next || !/^(?:DET|PRON|PROPN|NOUN|NUM|ADJ)$/.test(next.upos) || !cue.content.includes(time.end)) return cue
  return { ...cue, content: cue.content.filter(i => i >= time.end) }
}
