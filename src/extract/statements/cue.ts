import type { Layers, Word } from '../../document/layers.ts'
import type { SpeechAct } from '../../record/statement.ts'

/** A word of saying with what hangs on it; indexes of words. */
export interface Cue {
  readonly rule: string
  readonly words: readonly number[]
  readonly act: SpeechAct
  /** Word that heads the speaker's phrase, or null. */
  readonly speaker: number | null
  /** Words of what is said, in reading order; empty where only a quotation beside it can be it. */
  readonly content: readonly number[]
  readonly addressee: number | null
  /** Is a quotation beside the cue what is said? */
  readonly quotes: boolean
  /** A noun phrase is said only by somebody, and the speaker found is nobody: the cue holds if the one in front of it lends its own. */
  readonly unclear?: boolean
  /** An inner state, not speech. */
  readonly isAttitude?: boolean
  /** Where the clause of the cue begins in the text, where a quotation in front of it tells. */
  readonly clause?: number
}

export interface Content {
  readonly rule: string
  readonly content: readonly number[]
}

export function startOf(cue: Cue, words: readonly Word[]): number {
  return words[cue.words[0] as number]?.start ?? 0
}

/** The layers that statements are found in. */
export type StatementInput = Pick<Layers, 'report' | 'words' | 'sentences' | 'mentions' | 'times' | 'entities'>
