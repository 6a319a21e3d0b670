/** A claim as somebody wrote it down: a sentence, or the fields of a number, and what it cites. */
export interface Claim {
  /** Row of the file, or sentence of the text, from 1. */
  readonly no: number
  readonly text: string | null
  /** Why the row cannot be what its writer meant, as a sentence; null where nothing is odd. */
  readonly trouble: string | null
  readonly fields: ClaimFields | null
  /** Ids, ids at the source, addresses, files. */
  readonly cites: readonly string[]
}

/** A number with what it is of; null where nobody says. */
export interface ClaimFields {
  readonly number: string
  readonly measure: string | null
  readonly place: string | null
  readonly time: string | null
  readonly source: string | null
}

/** The claim as one line. */
export function describeClaim({ text, fields }: Claim): string {
  if (text !== null) return text
  if (!fields) return ''
  const { number, measure, place, time, source } = fields
  return [number, measure, place, time, source].filter(part => part !== null).join(', ')
}
