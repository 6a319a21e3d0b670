import type { KnownActor } from '../../resource/actors.ts'

/** An actor of the language's own list. */
export interface ListedActor extends KnownActor {
  /** For a seat that stands for who sits in it ("the Kremlin"), the place it is in; else null. */
  readonly place: string | null
}

/** What a language answers on well-known actors. */
export interface ActorAnswers {
  /** Everybody with this name; the name as written, since "WHO" is none of "who". Empty for a name that is not listed. */
  find(name: string): readonly ListedActor[]
}
