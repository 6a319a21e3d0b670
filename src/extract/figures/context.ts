import type { Language } from '../../document/language.ts'
import type { Layers, Statement } from '../../document/layers.ts'
import type { MentionIndex } from '../../document/mentions.ts'
import type { PlaceSearch } from '../clause-place.ts'
import type { PlacesTold } from '../places-told.ts'

/** What figures are made from. */
export type FigureInput = Pick<Layers, 'report' | 'words' | 'sentences' | 'mentions' | 'times' | 'entities' | 'statements'>

/** What every figure of a report is made with. */
export interface FigureContext extends FigureInput {
  readonly index: MentionIndex
  readonly told: PlacesTold
  readonly search: PlaceSearch
  readonly saidAt: (position: number) => Statement | null
  readonly language: Language
}
