import type { Telling } from '../sketch.ts'

/** Whether a telling is of an act that harms nobody: a visit, a vote, an appointment, an appeal. What harms people is told again for months, and its day is often guessed. */
export function isAct({ type, tolls }: Telling): boolean {
  return tolls.length === 0 && type !== null && type !== 'ASSAULT'
}
