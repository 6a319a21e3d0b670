import { BEGINNING, type PhraseFinder, phraseFinder, WHOLE } from '../phrases.ts'
import { loadWords } from '../words/words.ts'

/** What of one state is in another one. */
const PRESENCE_KINDS = ['instructors', 'troops', 'mercenaries', 'base', 'arms', 'cooperation'] as const
export type PresenceKind = (typeof PRESENCE_KINDS)[number]

/** What a noun names. */
export interface Thing {
  readonly word: string
  readonly kind: PresenceKind
  /** The category of arms, as SIPRI has them; null of anything else. */
  readonly category: string | null
}

/** Which way something goes. */
export type Way = 'in' | 'out' | 'agree' | 'train' | 'not'

let finders: { readonly thing: PhraseFinder<Thing>; readonly way: PhraseFinder<{ readonly word: string; readonly way: Way }> } | null = null

function load() {
  finders ??= {
    thing: phraseFinder(
      loadWords('presence', ['word', 'kind', 'category']).map(row => ({
        word: row.word,
        kind: row.kind as PresenceKind,
        category: row.category || null,
      })),
      WHOLE,
    ),
    way: phraseFinder(
      loadWords('moves', ['word', 'way']).map(row => ({ word: row.word, way: row.way as Way })),
      BEGINNING,
    ),
  }
  return finders
}

/** What the words name that may be sent or stationed abroad, or null. */
export function findThing(words: string): Thing | null {
  return load().thing(words)
}

/** Which way the words of an event move, or null where they do not tell. */
export function findWay(words: string): Way | null {
  return load().way(words)?.way ?? null
}
