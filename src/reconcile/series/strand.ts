import { formatNumber } from '../../formats/view/values.ts'
import { type Amount, amountOf, bestOf, widen } from './amount.ts'
import type { Period } from './period.ts'
import type { FigureTold, PlaceFacts } from './told.ts'

/**
 * What a figure is for the total. HELIX (IDMC) has recommended figures, which are counted, and triangulation, which is kept and never summed;
 * the others say why a figure is neither.
 */
const ROLES = ['recommended', 'triangulation', 'superseded', 'copy', 'repeat', 'partial', 'unverified', 'uncounted'] as const
export type Role = (typeof ROLES)[number]

/** One figure in its strand. */
export interface Mark {
  /** Id of the figure. */
  readonly figure: string
  readonly role: Role
  /** Why it has this role, as a sentence. */
  readonly because: string
  /** In the unit of the series; null where it cannot be said in it. */
  readonly amount: Amount | null
}

/** All that was told of one happening, of one period or of one day's state. */
export interface Strand {
  readonly id: string
  readonly period: Period
  readonly incident: string | null
  /** A count that runs on: each later figure takes the place of the one before. */
  readonly isCumulative: boolean
  readonly place: PlaceFacts | null
  /** In the order in which they were reported. */
  readonly marks: readonly Mark[]
  /** The recommended number within the bounds of all that stand; null where nothing can be counted. */
  readonly amount: Amount | null
  /** What an analyst should look at: a fall, sources that disagree. */
  readonly notes: readonly string[]
}

/** A figure that may be counted. */
interface Claim {
  readonly told: FigureTold
  readonly amount: Amount
  readonly best: number
  /** Who says it: the source that the report names, else its publisher, else the report. */
  readonly by: string
  readonly name: string
}

/** Gives each figure of a strand its role. Figures come in the order in which they were reported. */
export function judgeFigures(figures: readonly FigureTold[], householdSize: number | null): Pick<Strand, 'marks' | 'amount' | 'notes'> {
  const marks = new Map<string, Mark>()
  const here = { reports: new Set(figures.map(told => told.report.id)), figures: new Set(figures.map(told => told.id)) }
  const claims: Claim[] = []
  for (const told of figures) {
    const amount = amountOf(told.figure, householdSize)
    const out = leaveOut(told, amount, here)
    if (out || !amount) marks.set(told.id, { figure: told.id, amount, ...(out ?? uncounted('nothing is counted')) })
    else claims.push(claimOf(told, amount))
  }
  const standing = claims.filter((claim, i) => {
    const later = claims.slice(i + 1).findLast(other => other.by === claim.by && other.best !== claim.best)
    if (later) marks.set(claim.told.id, mark(claim, 'superseded', `${claim.name} says ${formatNumber(later.best)} later${dayOf(later)}`))
    return !later
  })
  const chosen = chooseClaim(standing)
  for (const claim of standing)
    marks.set(claim.told.id, claim === chosen.claim ? mark(claim, 'recommended', chosen.because) : compare(claim, chosen.claim))
  return {
    marks: figures.map(told => marks.get(told.id) as Mark),
    amount:
      chosen.claim &&
      widen(
        chosen.claim.amount,
        standing.map(claim => claim.amount),
      ),
    notes: [...describeFalls(claims), ...describeDisagreement(standing)],
  }
}

/** Why a figure is left out before any comparing; null where it is not. */
function leaveOut(
  told: FigureTold,
  amount: Amount | null,
  { reports, figures }: { readonly reports: ReadonlySet<string>; readonly figures: ReadonlySet<string> },
): Pick<Mark, 'role' | 'because'> | null {
  const { figure, report } = told
  if (report.copyOf !== null && reports.has(report.copyOf)) return { role: 'copy', because: 'its report is a copy of another one here' }
  if (report.supersededBy !== null && reports.has(report.supersededBy))
    return { role: 'superseded', because: 'a newer version of its report is here' }
  if (figure.same !== null) return { role: 'repeat', because: `the report told it before as ${figure.same}` }
  if (figures.has(`${report.id}/${figure.partOf}`)) return { role: 'partial', because: `it is a part of ${figure.partOf}` }
  if (told.isDoubtful) return { role: 'unverified', because: 'what it counts is possible, denied or doubted' }
  if (figure.per !== null) return uncounted(`it is a rate, so many a ${figure.per}`)
  if (figure.unit === 'percent') return uncounted('it is a share, not a number')
  if (figure.value === null) return uncounted('it tells a change, not a number')
  if (amount === null) return uncounted('the size of a household is not known')
  return null
}

function uncounted(because: string): Pick<Mark, 'role' | 'because'> {
  return { role: 'uncounted', because }
}

function claimOf(told: FigureTold, amount: Amount): Claim {
  const { source, report } = told
  const by = source?.key ?? (report.publisher === null ? `report:${report.id}` : `publisher:${report.publisher}`)
  return { told, amount, best: bestOf(amount) ?? 0, by, name: source?.name ?? report.publisher ?? 'the report' }
}

/**
 * The number to count: going back from the newest figure, the first that two independent sources agree on; where no two agree, the newest.
 * So one stray later report does not overrule several, and an early toll does not outvote a later one that is confirmed.
 */
function chooseClaim(standing: readonly Claim[]): { readonly claim: Claim | null; readonly because: string } {
  const newest = standing.at(-1) ?? null
  const backwards = standing.toReversed()
  const agreed = backwards.find(claim => standing.some(other => other.by !== claim.by && other.best === claim.best))
  if (!agreed)
    return { claim: newest, because: standing.length > 1 ? 'it is the newest, and no two sources agree' : 'it is the only one that stands' }
  const sources = new Set(standing.filter(other => other.best === agreed.best).map(other => other.by)).size
  return { claim: agreed, because: `${sources} independent sources say it, and no later number has two` }
}

function compare(claim: Claim, chosen: Claim | null): Mark {
  const says =
    claim.best === chosen?.best
      ? `says the same as ${chosen.name}`
      : `says ${formatNumber(claim.best)} where ${chosen?.name} says ${formatNumber(chosen?.best ?? 0)}`
  return mark(claim, 'triangulation', `${claim.name} ${says}`)
}

function mark({ told, amount }: Claim, role: Role, because: string): Mark {
  return { figure: told.id, role, because, amount }
}

/** A toll of one source that falls is a correction; one that falls below half began anew, or counts something else. */
function describeFalls(claims: readonly Claim[]): string[] {
  const last = new Map<string, Claim>()
  return claims.flatMap(claim => {
    const before = last.get(claim.by)
    last.set(claim.by, claim)
    if (!before || claim.best >= before.best) return []
    const what = claim.best * 2 < before.best ? 'began anew or counts something else' : 'was corrected'
    return [`${claim.name}: ${formatNumber(before.best)} became ${formatNumber(claim.best)}${dayOf(claim)}: the count ${what}.`]
  })
}

function describeDisagreement(standing: readonly Claim[]): string[] {
  const said = new Map(standing.map(claim => [claim.best, claim]))
  if (said.size < 2) return []
  const parts = [...said].sort(([a], [b]) => a - b).map(([best, claim]) => `${formatNumber(best)} (${claim.name})`)
  return [`Sources disagree: ${parts.join(', ')}.`]
}

function dayOf({ told }: Claim): string {
  return told.report.published === null ? '' : ` (${told.report.published})`
}
