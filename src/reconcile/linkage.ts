/** How much speaks for it that two things are one, in whole numbers, so that sums do not depend on their order. */
export interface Link {
  readonly a: number
  readonly b: number
  readonly score: number
  /** Whether it is enough for the groups of both to be joined, where their average allows. */
  readonly joins: boolean
}

/** What is settled before anything is compared. */
export interface Given {
  /** Things that are one, set by set. */
  readonly together: readonly (readonly number[])[]
  /** Pairs that are two. */
  readonly apart: readonly (readonly [number, number])[]
  /** Things that nothing else may be joined to. */
  readonly closed: readonly number[]
}

/** What is between two groups. */
interface Between {
  readonly sum: number
  readonly count: number
  readonly joins: boolean
}

const NOTHING: Given = { together: [], apart: [], closed: [] }
/** A score that no others outweigh. */
const NEVER = -1e9

interface Pair {
  readonly a: number
  readonly b: number
  readonly score: number
}

/**
 * Average linkage (UPGMA): the two groups whose members have on average the highest score are joined, as long as that average is at
 * least 0 and one of their links joins. Pairs without a link count as `absent`, which is below 0. Things are numbered 0 to `size - 1` in an order that does not
 * depend on how they came; a tie goes to the lowest numbers. Gives for each thing the lowest number of its group.
 */
export function groupByAverage(size: number, links: readonly Link[], absent: number, given: Given = NOTHING): number[] {
  const groupOf = Array.from({ length: size }, (_, i) => i)
  const members = Array.from({ length: size }, (_, i) => [i])
  const near = Array.from({ length: size }, () => new Map<number, Between>())
  const average = (a: number, b: number): number => {
    const pairs = (members[a] as number[]).length * (members[b] as number[]).length
    const { sum, count } = near[a]?.get(b) as Between
    return (sum + (pairs - count) * absent) / pairs
  }
  const connect = (a: number, b: number, score: number, joins: boolean) => {
    near[a]?.set(b, { sum: score, count: 1, joins })
    near[b]?.set(a, { sum: score, count: 1, joins })
  }
  const closed = new Set(given.closed)
  for (const { a, b, score, joins } of links) if (!closed.has(a) && !closed.has(b)) connect(a, b, score, joins)
  for (const [a, b] of given.apart) connect(a, b, NEVER, false)
  for (const set of given.together) for (const thing of set) settle(set[0] as number, thing)
  const heap = new Heap()
  const push = (a: number, b: number) => {
    if (!near[a]?.get(b)?.joins) return
    const score = average(a, b)
    if (score >= 0) heap.push(a < b ? { a, b, score } : { a: b, b: a, score })
  }
  for (const [a, others] of near.entries()) for (const b of others.keys()) if (a < b) push(a, b)
  for (let best = heap.pop(); best; best = heap.pop()) {
    const { a, b, score } = best
    if (groupOf[a] !== a || groupOf[b] !== b || average(a, b) !== score) continue
    join(a, b)
    for (const c of (near[a] as Map<number, unknown>).keys()) push(a, c)
  }
  return groupOf

  /** Joins the groups of two things, whatever speaks for or against it. */
  function settle(x: number, y: number): void {
    const [a, b] = [groupOf[x] as number, groupOf[y] as number]
    if (a !== b) join(Math.min(a, b), Math.max(a, b))
  }

  /** The group `b` goes into `a`; `a` is the lower number. */
  function join(a: number, b: number): void {
    const into = near[a] as Map<number, Between>
    into.delete(b)
    for (const [c, { sum, count, joins }] of near[b] as typeof into) {
      near[c]?.delete(b)
      if (c === a) continue
      const known = into.get(c) ?? { sum: 0, count: 0, joins: false }
      const both = { sum: known.sum + sum, count: known.count + count, joins: known.joins || joins }
      into.set(c, both)
      near[c]?.set(a, both)
    }
    near[b]?.clear()
    for (const member of members[b] as number[]) {
      groupOf[member] = a
      members[a]?.push(member)
    }
  }
}

/** Pairs, the highest score first, then the lowest numbers. */
class Heap {
  readonly #pairs: Pair[] = []

  push(pair: Pair): void {
    const pairs = this.#pairs
    let at = pairs.push(pair) - 1
    for (let up = (at - 1) >> 1; at > 0 && isBefore(pair, pairs[up] as Pair); up = (at - 1) >> 1) {
      pairs[at] = pairs[up] as Pair
      at = up
    }
    pairs[at] = pair
  }

  pop(): Pair | undefined {
    const pairs = this.#pairs
    const top = pairs[0]
    const last = pairs.pop()
    if (pairs.length === 0 || !last) return top
    let at = 0
    for (;;) {
      let next = 2 * at + 1
      if (next >= pairs.length) break
      if (next + 1 < pairs.length && isBefore(pairs[next + 1] as Pair, pairs[next] as Pair)) next++
      if (!isBefore(pairs[next] as Pair, last)) break
      pairs[at] = pairs[next] as Pair
      at = next
    }
    pairs[at] = last
    return top
  }
}

function isBefore(x: Pair, y: Pair): boolean {
  return x.score !== y.score ? x.score > y.score : x.a !== y.a ? x.a < y.a : x.b < y.b
}
