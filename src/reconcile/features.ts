import { address } from './compare/address.ts'
import { ages } from './compare/ages.ts'
import { date } from './compare/date.ts'
import type { Evidence } from './compare/evidence.ts'
import { figures } from './compare/figures.ts'
import { kind } from './compare/kind.ts'
import { numbers } from './compare/numbers.ts'
import { people } from './compare/people.ts'
import { place } from './compare/place.ts'
import { published } from './compare/published.ts'
import { words } from './compare/words.ts'
import type { Telling } from './sketch.ts'

/** Everything that is weighed to tell whether two tellings are of one happening, in the order in which it is told. */
export const EVIDENCE: readonly Evidence[] = [words, people, place, date, published, figures, numbers, ages, address, kind]

/** What speaks for it before anything is compared: only reports that share something rare are compared at all. */
export const PRIOR = 0.75

/** A hundred steps make one natural unit of log-odds, so that scores are whole numbers and their sums exact. */
export const STEPS = 100

/** How much speaks for it that two tellings are of one happening, in steps; above 0 where it is more likely than not. */
export function scorePair(a: Telling, b: Telling): number {
  let sum = PRIOR
  for (const evidence of EVIDENCE) sum += weigh(evidence, a, b)
  return Math.round(STEPS * sum)
}

/** The score of one kind of evidence. The same day and the same toll in two towns far apart do not make one happening of two. */
function weigh(evidence: Evidence, a: Telling, b: Telling): number {
  const score = evidence.score(a, b)
  return evidence.onlyIfNear && score > 0 && place.score(a, b) < 0 ? 0 : score
}

/** Why two tellings are taken for one happening, the strongest reasons first, in sentences. */
export function tellPair(a: Telling, b: Telling): { readonly score: number; readonly because: string } {
  const found = EVIDENCE.map(evidence => ({ evidence, score: weigh(evidence, a, b) })).filter(({ score }) => Math.abs(score) >= 0.25)
  found.sort((x, y) => y.score - x.score)
  return { score: scorePair(a, b) / STEPS, because: found.map(({ evidence }) => evidence.tell(a, b)).join(' ') }
}
