import type { Why } from '../../document/trail.ts'
import type { Span } from '../../record/span.ts'
import { type Company, type Odds, weighCompany } from './company.ts'
import type { Inside, Typed } from './cues.ts'
import { isContainer, kilometres, liesIn } from './geography.ts'
import type { Candidate, Toponym } from './toponym.ts'

/** A candidate with what the report says for it. */
export interface Judged {
  readonly candidate: Candidate
  /** Power of ten: a candidate that is 1 above another is some six times as likely. */
  readonly score: number
  readonly odds: number
  readonly why: readonly Why[]
  /** No other place of the report is in its country, and no words put it anywhere. */
  readonly alone: boolean
}

/** What the weights of the evidence are, in powers of ten of people: a town of 10,000 in the right country beats one of a million elsewhere. */
const WEIGHTS = { inner: 6, outer: 5, type: 2.5, otherType: -1, country: 4, division: 2.5 } as const
/** A country is often named for what it does, which says little of towns in it; a division is named for what lies in it. */
const DIVISION_BEND = 0.7
/** How much a power of ten in the score is in likelihood. */
const SHARPNESS = 0.8
const ROUNDS = 3

/** Judges the candidates of every toponym by size, by words around the names, by the other places of the report and its home; best first. */
export function judge(
  toponyms: readonly Toponym[],
  inside: readonly Inside[],
  typed: readonly (readonly Typed[])[],
  home: string | null,
): (readonly Judged[])[] {
  const base = toponyms.map((toponym, t) => toponym.candidates.map(c => c.prior + typeWorth(c, typed[t] ?? [], toponym)))
  let odds: Odds = base.map(toOdds)
  let judged: (readonly Judged[])[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const company = weighCompany(toponyms, odds, home)
    const contained = weighInside(toponyms, inside, odds)
    judged = toponyms.map((toponym, t) => {
      const scores = toponym.candidates.map((c, i) => {
        const found = contained[t]?.get(i)
        return (base[t]?.[i] ?? 0) + (found?.worth ?? 0) + companyWorth(c, company, t)
      })
      const likely = toOdds(scores)
      return toponym.candidates.map((candidate, i) => ({
        candidate,
        score: scores[i] as number,
        odds: likely[i] as number,
        why: reasons(candidate, typed[t] ?? [], contained[t]?.get(i) ?? null, company, t),
        alone: candidate.info.country !== null && !contained[t]?.has(i) && company.country(candidate.info.country, t) < 0.02,
      }))
    })
    odds = judged.map(list => list.map(j => j.odds))
  }
  return judged.map(list => [...list].sort((a, b) => b.score - a.score || a.candidate.place - b.candidate.place))
}

/** Likelihood that the place is meant or one that is the same for a map: those within 50 km. */
export function confidenceOf(judged: readonly Judged[]): number {
  const best = judged[0]
  if (!best) return 0
  let sum = 0
  for (const { candidate, odds } of judged) if (kilometres(candidate.info, best.candidate.info) <= 50) sum += odds
  return sum
}

function companyWorth({ info }: Candidate, company: Company, t: number): number {
  const division = info.kind === 'country' ? 0 : company.division(info.admin1, t)
  return WEIGHTS.country * company.country(info.country, t) + WEIGHTS.division * division ** DIVISION_BEND
}

function typeWorth(candidate: Candidate, typed: readonly Typed[], toponym: Toponym): number {
  const kinds = [...typed.map(t => t.kinds), ...(toponym.type ? [toponym.type] : [])]
  if (kinds.length === 0) return 0
  const fits = kinds.filter(list => list.includes(candidate.info.kind))
  if (fits.length === 0) return WEIGHTS.otherType
  // "bare" names need the noun, and have paid for its absence.
  const relief = candidate.as === 'bare' ? 3.5 : 0
  const rank = Math.min(...fits.map(list => list.indexOf(candidate.info.kind)))
  return WEIGHTS.type - 0.3 * rank + relief
}

interface Contained {
  readonly worth: number
  readonly span: Span
}

/** What the text's "X in Y" is worth for the candidates on both sides, by number of toponym and candidate. */
function weighInside(toponyms: readonly Toponym[], inside: readonly Inside[], odds: Odds): Map<number, Contained>[] {
  const out = toponyms.map(() => new Map<number, Contained>())
  const raise = (t: number, i: number, worth: number, span: Span): void => {
    const known = out[t]?.get(i)
    if (!known || known.worth < worth) out[t]?.set(i, { worth, span })
  }
  const seen = new Set<string>()
  for (const { inner, outer, weight, list, span } of inside) {
    const key = `${inner} ${outer} ${weight} ${list}`
    if (seen.has(key)) continue
    seen.add(key)
    if (list && !isDivision(bestOf(toponyms[outer], odds[outer]))) continue
    const outers = [...(toponyms[outer]?.candidates.entries() ?? [])].filter(([, c]) => isContainer(c)).slice(0, 20)
    for (const [i, a] of toponyms[inner]?.candidates.entries() ?? [])
      for (const [k, b] of outers) {
        if (!liesIn(a, b)) continue
        raise(inner, i, WEIGHTS.inner * weight * (0.5 + 0.5 * (odds[outer]?.[k] ?? 0)), span)
        raise(outer, k, WEIGHTS.outer * weight * (0.5 + 0.5 * (odds[inner]?.[i] ?? 0)), span)
      }
  }
  return out
}

function bestOf(toponym: Toponym | undefined, odds: readonly number[] | undefined): Candidate | undefined {
  let best = 0
  for (const [i, likely] of (odds ?? []).entries()) if (likely > (odds?.[best] ?? 0)) best = i
  return toponym?.candidates[best]
}

function isDivision(candidate: Candidate | undefined): boolean {
  return candidate?.info.kind === 'country' || candidate?.info.kind === 'admin1'
}

function reasons(c: Candidate, typed: readonly Typed[], inside: Contained | null, company: Company, t: number): Why[] {
  const out: Why[] = []
  if (inside) out.push({ rule: 'where/inside-named', spans: [inside.span] })
  const type = typed.find(one => one.kinds.includes(c.info.kind))
  if (type) out.push({ rule: 'where/type-noun', spans: [type.span] })
  if (c.info.kind !== 'country' && company.country(c.info.country, t) >= 0.2) out.push({ rule: 'where/company', spans: [] })
  return out
}

function toOdds(scores: readonly number[]): number[] {
  const best = Math.max(...scores, -Infinity)
  const raw = scores.map(score => 10 ** (SHARPNESS * (score - best)))
  const sum = raw.reduce((a, b) => a + b, 0)
  return raw.map(r => r / sum)
}
