import type { PLACE_PRECISIONS } from '../record/entity.ts'
import type { EventStatus } from '../record/event.ts'
import type { WordVector } from './word-vector.ts'

/** A happening as one report tells it. A report has one that it mainly tells, and others that it tells beside it. */
export interface Telling {
  /** "<report id>/v3": the first of its events; "<report id>" of a report without any. */
  readonly id: string
  readonly report: string
  /** Whether it is what the report mainly tells. */
  readonly isMain: boolean
  /** Ids of its events in the reading. */
  readonly events: readonly string[]
  /** PLOVER type and ACLED's types of the heaviest event. */
  readonly type: string | null
  readonly acled: readonly [event: string, subEvent: string] | null
  readonly status: EventStatus
  /** Days since 1970-01-01 on which it happened, as far as the report tells; `stated` where the report ties the day to the event. */
  readonly day: { readonly first: number; readonly last: number; readonly stated: boolean } | null
  /** Every day that the report names, in order. */
  readonly days: readonly number[]
  /** Day of publication. */
  readonly published: number | null
  /** Who published the report. */
  readonly publisher: string | null
  /** Where, most likely place first; none that is known to the country only. */
  readonly places: readonly TellingPlace[]
  /** Country, where nothing finer is known. */
  readonly country: string | null
  /** Who takes part: keys and names as the report has them. */
  readonly parties: readonly TellingParty[]
  /** Full names of people, with how rare they are from 0 to 1. */
  readonly people: readonly TellingPerson[]
  /** Ages and other small numbers tied to people. */
  readonly ages: readonly number[]
  /** House numbers with the words of their street, as hashes. */
  readonly addresses: readonly number[]
  readonly tolls: readonly Toll[]
  readonly words: WordVector
  /** Those of its words that begin with a digit. */
  readonly numbers: WordVector
  readonly lead: WordVector
}

export interface TellingPlace {
  readonly key: string
  readonly name: string
  readonly lat: number
  readonly lon: number
  readonly country: string | null
  readonly admin1: string | null
  readonly precision: (typeof PLACE_PRECISIONS)[number]
}

export interface TellingParty {
  readonly role: 'actor' | 'recipient'
  readonly key: string
  readonly name: string
}

export interface TellingPerson {
  /** First and last name, folded. */
  readonly name: string
  /** How often the report refers to them. */
  readonly mentions: number
  readonly rarity: number
}

/** How many were killed or injured, according to whom. */
export interface Toll {
  readonly measure: 'killed' | 'injured'
  readonly low: number | null
  readonly best: number | null
  readonly high: number | null
  /** Who says so; null where the report says it itself. */
  readonly source: string | null
  /** Figure or event that it stands in. */
  readonly record: string
}

/** What a report counts: "killed/person", and how many. */
export type Count = readonly [of: string, number: number]

/** What is kept of a report so that it can be compared with others without its text. */
export interface Sketch {
  readonly id: string
  readonly textHash: string
  readonly published: number | null
  readonly publisher: string | null
  readonly title: string | null
  /** The news agencies that the text credits. */
  readonly agencies: readonly string[]
  /** Whether it says that it is a later version. */
  readonly isUpdate: boolean
  readonly shingles: Shingles
  /** What it counts, in reading order. */
  readonly counts: readonly Count[]
  /** Hashes of the words in which it names days. */
  readonly dayWords: readonly number[]
  /** The one that the report mainly tells first. */
  readonly tellings: readonly Telling[]
}

/** Hashes of runs of words in order: those of at most `bound`, so that a long text has not more of them than a short one. */
export interface Shingles {
  readonly hashes: Uint32Array
  readonly bound: number
  /** Hashes of the shingles that tell most, for finding copies. */
  readonly keys: readonly number[]
}
