import type { ReadingRecord } from '../record/reading.ts'
import type { RecordList } from '../record/references.ts'

/** What an output may want to know; each takes what concerns it. */
export interface OutputOptions {
  /** Columns of a listing. */
  readonly width: number
  /** Colours of the terminal in a listing. */
  readonly color: boolean
  /** The list that a table is of. */
  readonly list: RecordList
  /** The sentence of each rule, by its name. */
  readonly rules: ReadonlyMap<string, string>
}

/** Readings → text, one at a time: what the text begins with, and what each reading adds to it. */
export interface Output {
  readonly head: string
  format(reading: ReadingRecord): string
}
