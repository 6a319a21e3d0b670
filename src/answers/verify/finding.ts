import type { Span } from '../../record/span.ts'

/** What a cited text does to a claim. `other`: the number or the act is there, but for another thing, place, time or source. */
export const VERDICTS = ['supported', 'contradicted', 'other', 'absent'] as const
export type Verdict = (typeof VERDICTS)[number]

/** What became of one thing that a claim says. */
export interface Finding {
  readonly verdict: Verdict
  /** A sentence. */
  readonly because: string
  /** The words of the cited text that it rests on; null where there are none. */
  readonly quote: string | null
  /** Ids of the records in the cited reading: "f2". */
  readonly records: readonly string[]
  /** Where the cited text says it. */
  readonly at?: Span
}

/** One respect in which a claim and a text are compared; `says` is what the text has there. */
export interface Aspect {
  readonly of: string
  readonly match: Match
  says(): string
}

/** Open: one of the two does not say. */
export type Match = 'same' | 'open' | 'different'

/** A claim is as good as the worst thing that it says. */
const WORST = ['contradicted', 'other', 'absent', 'supported'] as const

/** The finding that decides a claim, with the records of all. */
export function worstOf(findings: readonly Finding[]): Finding | null {
  const found = WORST.flatMap(verdict => findings.find(finding => finding.verdict === verdict) ?? [])[0]
  if (!found) return null
  const alike = found.verdict === 'supported' ? findings : findings.filter(finding => finding.verdict === found.verdict)
  return { ...found, records: [...new Set(alike.flatMap(finding => finding.records))] }
}
