import type { Calibration } from '../resource/calibration.ts'
import type { ActorAnswers } from './answers/actors.ts'
import type { AgentAnswers } from './answers/agents.ts'
import type { AnnotateAnswers } from './answers/annotate.ts'
import type { ClaimAnswers } from './answers/claims.ts'
import type { CountryAnswers, DemonymAnswers } from './answers/countries.ts'
import type { EventAnswers } from './answers/events.ts'
import type { FigureAnswers } from './answers/figures.ts'
import type { MentionAnswers } from './answers/mentions.ts'
import type { PlaceAnswers } from './answers/places.ts'
import type { PositionAnswers } from './answers/positions.ts'
import type { ReconcileAnswers } from './answers/reconcile.ts'
import type { StatementAnswers } from './answers/statements.ts'
import type { TimesAnswers } from './answers/times.ts'

/**
 * What a language answers. One engine reads every language; extractors ask, they never import one.
 * Each topic has a file in `answers/` that says what is asked and what a missing answer means.
 */
export interface Language {
  /** ISO 639-1 */
  readonly code: string
  readonly name: string
  /** Well-known actors by name. */
  readonly actors: ActorAnswers
  /** Nouns for actors. */
  readonly agents: AgentAnswers
  /** Names of countries. */
  readonly countries: CountryAnswers
  /** Adjectives of places and nouns of people. */
  readonly demonyms: DemonymAnswers
  /** Words around the names of places. */
  readonly places: PlaceAnswers
  readonly annotate: AnnotateAnswers
  /** Pronouns, determiners, nouns that point back. */
  readonly mentions: MentionAnswers
  /** Words of saying. */
  readonly statements: StatementAnswers
  /** Numbers and what they count. */
  readonly figures: FigureAnswers
  /** Offices and how they are held. */
  readonly positions: PositionAnswers
  /** Words and rules of time expressions. */
  readonly times?: TimesAnswers
  /** Words that tell events, in every sense they have. */
  readonly events?: EventAnswers
  /** Words that tell one happening from another. */
  readonly reconcile?: ReconcileAnswers
  /** Words that decide whether a text bears a claim out. */
  readonly claims?: ClaimAnswers
  /** How often records are right, by their confidence; without it confidences stay as extractors give them. */
  readonly calibration?: Calibration | null
}
