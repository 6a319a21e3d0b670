import type { Sentence } from '../../document/layers.ts'
import type { EventRecord } from '../../record/event.ts'
import type { ReadingRecord } from '../../record/reading.ts'
import type { Span } from '../../record/span.ts'
import type { StatementRecord } from '../../record/statement.ts'
import { foldName } from '../../util/fold.ts'
import { pushTo } from '../../util/group.ts'
import { fillEllipses } from './ellipses.ts'
import { type FigureFact, figureFacts } from './figure-facts.ts'
import { looseFacts } from './loose-numbers.ts'
import { type Party, partiesIn, partyNamed, partyOf } from './parties.ts'
import { createPostings, findLikely, type Postings, within } from './text-index.ts'
import { sentenceAt, type Told, tell, wordsIn } from './told.ts'

/** A cited text, ready to be asked. */
export interface Cited {
  readonly reading: ReadingRecord
  readonly told: Told
  /** Figures, and numbers that no figure has. */
  readonly figures: readonly FigureFact[]
  /** Everybody and every place of the text. */
  readonly parties: readonly Party[]
  readonly publisher: Party | null
  /** All names and keys of parties. */
  readonly called: ReadonlySet<string>
  /** The text, folded, between blanks. */
  readonly folded: string
  /** Which sentences hold a word or somebody. */
  readonly postings: Postings
  readonly figuresBySentence: ReadonlyMap<number, readonly FigureFact[]>
}

/** Makes a reading ready to be asked about claims; null where Griot does not read its language. */
export async function openCited(reading: ReadingRecord): Promise<Cited | null> {
  const told = await tell(reading)
  if (!told) return null
  const { publisher } = reading.report
  const figures = fillEllipses(told, [...figureFacts(told), ...looseFacts(told)])
  const parties = reading.entities.map(entity => partyOf(told, entity))
  const figuresBySentence = new Map<number, FigureFact[]>()
  for (const figure of figures) if (figure.span) pushTo(figuresBySentence, sentenceAt(told, figure.span), figure)
  return {
    reading,
    told,
    figures,
    parties,
    called: new Set(parties.flatMap(({ key, names }) => [`@${key}`, ...names])),
    folded: ` ${foldName(reading.report.text)} `,
    publisher: publisher === null ? null : partyNamed(publisher),
    postings: createPostings(told.sentences.map(({ span }, i) => [i, keysIn(told, span)] as const)),
    figuresBySentence,
  }
}

/** What a stretch of text is looked up by: its words, and whom it names. */
export function keysIn(told: Told, span: Span): string[] {
  return [...wordsIn(told, span).map(word => foldName(word.lemma)), ...partiesIn(told, span).map(({ key }) => `@${key}`)]
}

/** A text of this many sentences, records or numbers is compared as a whole. */
const FEW = 300

/** Numbers that stand in sentences with something of a claim in them. */
export function figuresLike({ figures, postings, figuresBySentence }: Cited, keys: Iterable<string>): readonly FigureFact[] {
  if (figures.length <= FEW) return figures
  return [...findLikely(postings, keys)].flatMap(sentence => figuresBySentence.get(sentence) ?? [])
}

/** Events that are told in such sentences. */
export function eventsLike(cited: Cited, keys: Iterable<string>): readonly EventRecord[] {
  const { reading, told } = cited
  return reading.events.length <= FEW ? reading.events : spansLike(cited, keys).flatMap(span => within(told.index.tellings.events, span))
}

/** Statements that begin in such sentences. */
export function statementsLike(cited: Cited, keys: Iterable<string>): readonly StatementRecord[] {
  const { reading, told } = cited
  if (reading.statements.length <= FEW) return reading.statements
  return spansLike(cited, keys).flatMap(span => within(told.index.tellings.statements, span))
}

/** Such sentences, in the order of the text. */
export function spansLike({ told, postings }: Cited, keys: Iterable<string>): Span[] {
  if (told.sentences.length <= FEW) return told.sentences.map(({ span }) => span)
  return [...findLikely(postings, keys)].sort((a, b) => a - b).map(sentence => (told.sentences[sentence] as Sentence).span)
}
