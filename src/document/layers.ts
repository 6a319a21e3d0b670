import type { EntityKind, EntityRecord, MentionForm } from '../record/entity.ts'
import type { EventRecord } from '../record/event.ts'
import type { FigureRecord } from '../record/figure.ts'
import type { PositionRecord } from '../record/position.ts'
import type { ReportRecord } from '../record/reading.ts'
import type { Span } from '../record/span.ts'
import type { StatementRecord } from '../record/statement.ts'
import type { Time } from '../record/time.ts'
import type { TimeShape } from './time-shape.ts'
import type { Made } from './trail.ts'

/** Every layer that a report can carry. Layers are frozen; a stage that improves one gives a copy of it. */
export interface Layers {
  /** The report with its normalised text; offsets everywhere are into `report.text`. */
  readonly report: ReportRecord
  readonly sentences: readonly Sentence[]
  /** Syntactic words of the whole report in reading order; `words[i].index === i`. */
  readonly words: readonly Word[]
  /** Proper names, not overlapping, in reading order. */
  readonly names: readonly Name[]
  readonly times: readonly TimeMention[]
  /** Everything that refers to an entity, in reading order of their heads; nested ones are allowed. */
  readonly mentions: readonly Mention[]
  readonly entities: readonly Entity[]
  readonly statements: readonly Statement[]
  readonly figures: readonly Figure[]
  readonly events: readonly Event[]
  readonly positions: readonly Position[]
}
export type LayerName = keyof Layers

/** Half-open range of words `[first, end)` and the span of text it covers. */
export interface Sentence {
  readonly index: number
  readonly first: number
  readonly end: number
  readonly span: Span
  /** Number of the paragraph (or table row) it stands in, from 0. */
  readonly paragraph: number
}

/**
 * A syntactic word with its tag and its place in the dependency tree (Universal Dependencies).
 * Words of a multiword token ("du" = de + le) share its span; clitics that can be cut ("do|n't") have spans of their own.
 */
export interface Word {
  readonly index: number
  readonly sentence: number
  readonly start: number
  readonly end: number
  /** As written. */
  readonly form: string
  readonly lower: string
  readonly lemma: string
  readonly upos: Upos
  /** UD features, "Number=Plur|Tense=Past" or "_". */
  readonly feats: string
  /** Index of the head in `words`, -1 for the root of its sentence. */
  readonly head: number
  /** Universal relation with subtype: "nsubj:pass". */
  readonly deprel: string
  /** Indexes of the dependents, in reading order. */
  readonly children: readonly number[]
  /** Index of the first word of the multiword token it belongs to, or null. */
  readonly token: number | null
}

export const UPOS = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
] as const
export type Upos = (typeof UPOS)[number]

/** A proper name found by the recogniser: words `[first, end)`. */
export interface Name {
  readonly first: number
  readonly end: number
  readonly span: Span
  readonly label: 'PER' | 'LOC' | 'ORG' | 'MISC'
  /** 0..1 */
  readonly confidence: number
}

/** A time expression: words `[first, end)`. Its span and resolved days are in `time`. */
export interface TimeMention {
  readonly first: number
  readonly end: number
  readonly time: Time
  /** "since", "until", "before", "after" in front of it, already applied to `time`; null otherwise. */
  readonly direction: 'since' | 'until' | 'before' | 'after' | null
  readonly rule: string
  /** What the words say; the resolver sets the days from it. */
  readonly shape?: TimeShape
  /** The whole period that it opens or closes: "3" and "7 March" of "from 3 to 7 March". */
  readonly range?: Time
}

/** A referring expression: words `[first, end)` with a syntactic head. */
export interface Mention {
  readonly first: number
  readonly end: number
  /** Index of the head word. */
  readonly head: number
  readonly span: Span
  readonly as: MentionForm
  /** Null where the words alone do not tell (a pronoun, an unknown noun). */
  readonly kind: EntityKind | null
  readonly number: 'sing' | 'plur' | null
  readonly gender: 'masc' | 'fem' | 'neut' | null
  readonly person: 1 | 2 | 3
  /** Id of the entity; null before coreference, and for a pronoun that stays unresolved. */
  readonly entity: string | null
  /** The rule that found it. */
  readonly rule: string
}

export type Entity = Made<EntityRecord>
export type Statement = Made<StatementRecord>
export type Figure = Made<FigureRecord>
export type Event = Made<EventRecord>
export type Position = Made<PositionRecord>
export type { EntityKind, MentionForm, Span, Time }
