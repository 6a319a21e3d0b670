/** What a ranking is made of; null where it is not known. */
export const PARTS = ['attention', 'political', 'funding'] as const
export type Part = (typeof PARTS)[number]
export type Parts = Readonly<Record<Part, number | null>>

/** What each country has, before it is compared. */
export interface Measured {
  readonly country: string
  /** People displaced, more than 0. */
  readonly affected: number
  /** Reports about it. */
  readonly reports: number
  /** Acts of politics. */
  readonly acts: number
  /** Money received ÷ money asked for; null where one of them is not known. */
  readonly funded: number | null
}

/** Where a country stands, and where it would stand without one of the parts. */
export interface Ranked {
  readonly parts: Parts
  /** The mean of the parts that are known: 1 is most neglected. */
  readonly index: number
  /** 1 is the most neglected. */
  readonly rank: number
  readonly ranks: { readonly best: number; readonly worst: number; readonly without: Readonly<Record<Part, number>> }
}

/**
 * Our own formula. n(c) = 1 − percentile rank of (attention ÷ people displaced) among the countries compared; n(funding) = 1 − received ÷ asked,
 * never below 0; the index is the mean of those that are known.
 */
export function rankNeglect(all: readonly Measured[]): Map<string, Ranked> {
  const attention = percentileRanks(all.map(each => each.reports / each.affected))
  const political = percentileRanks(all.map(each => each.acts / each.affected))
  const parts = all.map(
    ({ funded }, i): Parts => ({
      attention: opposite(attention[i] ?? null),
      political: opposite(political[i] ?? null),
      funding: funded === null ? null : round(Math.max(0, 1 - funded)),
    }),
  )
  const indexes = parts.map(each => meanOf(PARTS.map(part => each[part])))
  const ranks = ranksOf(indexes)
  const without = Object.fromEntries(
    PARTS.map(left => [left, ranksOf(parts.map(each => meanOf(PARTS.filter(part => part !== left).map(part => each[part]))))]),
  ) as Record<Part, number[]>
  return new Map(
    all.map(({ country }, i) => {
      const rank = ranks[i] as number
      const own = Object.fromEntries(PARTS.map(part => [part, without[part][i] as number])) as Record<Part, number>
      const each = [rank, ...Object.values(own)]
      return [
        country,
        {
          parts: parts[i] as Parts,
          index: round(indexes[i] as number),
          rank,
          ranks: { best: Math.min(...each), worst: Math.max(...each), without: own },
        },
      ]
    }),
  )
}

/** 0 for the least of several values, 1 for the most; equal ones share the middle of their places. Null of a single one: there is nothing to compare. */
export function percentileRanks(values: readonly number[]): (number | null)[] {
  if (values.length < 2) return values.map(() => null)
  return values.map(value => {
    const below = values.filter(other => other < value).length
    const equal = values.filter(other => other === value).length - 1
    return (below + equal / 2) / (values.length - 1)
  })
}

/** The highest value has rank 1; equal ones share the better rank. */
function ranksOf(values: readonly number[]): number[] {
  return values.map(value => 1 + values.filter(other => other > value + 1e-9).length)
}

function opposite(rank: number | null): number | null {
  return rank === null ? null : round(1 - rank)
}

/** Without anything known nobody is called neglected. */
function meanOf(values: readonly (number | null)[]): number {
  const known = values.filter(value => value !== null)
  return known.length === 0 ? 0 : known.reduce((sum, value) => sum + value, 0) / known.length
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
