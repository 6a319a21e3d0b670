import type { Language } from '../../document/language.ts'
import type { Layers } from '../../document/layers.ts'
import type { MentionIndex } from '../../document/mentions.ts'
import type { Cue } from './cue.ts'
import { nounCue } from './noun-cue.ts'
import { attributionCue } from './source-phrase.ts'
import { verbCue } from './verb-cue.ts'

/** Every cue of a report with its arguments, in reading order. */
export function findCues({ words }: Pick<Layers, 'words'>, index: MentionIndex, language: Language): Cue[] {
  const out: Cue[] = []
  for (const word of words) {
    const cue =
      verbCue(words, word, index, language) ?? nounCue(words, word, index, language) ?? attributionCue(words, word, index, language)
    if (cue) out.push(cue)
  }
  return out
}
