import type { Given } from './linkage.ts'

/** What analysts settled about tellings ("<report>/v3"); a later decision outweighs an earlier one. */
export type Settled =
  /** They are of one happening. */
  | { readonly kind: 'merge'; readonly tellings: readonly string[] }
  /** None of the first is of the same happening as any of the others. */
  | { readonly kind: 'split'; readonly tellings: readonly string[]; readonly from: readonly string[] }
  /** They are of one happening, and nothing else is unless an analyst says so. */
  | { readonly kind: 'lock'; readonly tellings: readonly string[] }

/** What decisions say of numbered tellings; `numberOf` gives the number of a telling, undefined for one that is not among them. */
export function giveDecisions(decisions: readonly Settled[], numberOf: (telling: string) => number | undefined): Given {
  const groups = new Map<number, number>()
  const find = (x: number): number => {
    let root = x
    for (let up = groups.get(root); up !== undefined; up = groups.get(root)) root = up
    return root
  }
  const apart: [number, number][] = []
  const closed = new Set<number>()
  const together: number[][] = []
  const numbers = (tellings: readonly string[]) => [...new Set(tellings.flatMap(telling => numberOf(telling) ?? []))]
  const areApart = (x: number, y: number) =>
    apart.some(([a, b]) => (find(a) === find(x) && find(b) === find(y)) || (find(a) === find(y) && find(b) === find(x)))
  // From the last to the first: what is settled stays.
  for (const decision of [...decisions].reverse()) {
    const own = numbers(decision.tellings)
    if (decision.kind === 'split') {
      for (const a of own) for (const b of numbers(decision.from)) if (find(a) !== find(b)) apart.push([a, b])
      continue
    }
    if (decision.kind === 'lock') for (const a of own) closed.add(a)
    for (const a of own.slice(1)) {
      const [x, y] = [find(own[0] as number), find(a)]
      if (x === y || areApart(x, y)) continue
      groups.set(y, x)
      together.push([own[0] as number, a])
    }
  }
  return { together, apart, closed: [...closed] }
}
