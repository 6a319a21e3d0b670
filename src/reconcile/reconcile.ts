import { pushTo } from '../util/group.ts'
import { Recent } from '../util/recent.ts'
import { date } from './compare/date.ts'
import { place } from './compare/place.ts'
import type { Likeness } from './copies/compare-copies.ts'
import { type CopyGroup, findLikes, orderCopies } from './copies/copies.ts'
import { giveDecisions, type Settled } from './decisions.ts'
import { PRIOR, STEPS, scorePair } from './features.ts'
import { type Incident, toIncident } from './incident.ts'
import { ENOUGH, probesOf } from './keys.ts'
import { groupByAverage, type Link } from './linkage.ts'
import type { Shelf } from './shelf.ts'
import type { Sketch, Telling } from './sketch.ts'

/** What came of comparing. It stands in the place of all that was known of the reports in `reports`. */
export interface Reconciled {
  /** Every report whose copies or incidents may have changed, by id. */
  readonly reports: readonly string[]
  readonly groups: readonly CopyGroup[]
  /** By id. */
  readonly incidents: readonly Incident[]
}

/** Links below this score are no better than none. */
const LEAST = -2 * STEPS
/** Reports whose links with others are held in memory. */
const MOST_HELD = 16_000
/**
 * Two groups can only be joined where some pair of them has a link of this score, which is what the evidence must give without what is granted
 * beforehand, twice as much where their days speak against it; or one not below 0 in the same town, where no day does. The many links that are
 * hardly better than none lead from one happening to the next through all reports of a war, or of a town, and what hangs together is grouped anew
 * with each report.
 */
const CHAIN = STEPS * PRIOR
/** What two tellings count that are not worth comparing, or that have a link below the least. */
const ABSENT = -4 * STEPS

/**
 * Compares reports with those on a shelf, and remembers what was compared. Which reports are copies and which tellings are of one happening
 * depends on the set of reports and decisions alone, not on the order in which they come.
 */
export class Reconciler {
  readonly #shelf: Shelf
  readonly #decisions: readonly Settled[]
  readonly #likes = new Recent<string, Map<string, Likeness>>(MOST_HELD)
  /** Report → telling of it → telling → score. What is no longer held is found again. */
  readonly #links = new Recent<string, Map<string, Map<string, Bond>>>(MOST_HELD)
  /** Reports whose links were found in this call, while the shelf was as it is now. */
  readonly #fresh = new Set<string>()

  constructor(shelf: Shelf, decisions: readonly Settled[] = []) {
    this.#shelf = shelf
    this.#decisions = decisions
  }

  /** Reconciles reports that were put on the shelf, and all that hangs together with them. */
  reconcile(changed: readonly string[]): Reconciled {
    const ids = [...new Set(changed)].sort()
    this.#fresh.clear()
    for (const id of ids) this.#introduce(id)
    const groups = new Map<string, CopyGroup>()
    for (const id of ids) this.#groupOf(id, groups)
    // A report that has become a copy leaves its incident, so those that it was compared with are looked at again.
    const start = [...new Set([...groups.values()].flatMap(group => group.reports))].sort()
    const tellings = this.#gather(start, groups)
    const incidents = this.#group([...tellings.values()].sort(byId), groups)
    const roots = new Set([...tellings.values()].map(telling => telling.report))
    const reports = new Set([...groups.values()].filter(group => roots.has(group.root)).flatMap(group => group.reports))
    return { reports: [...reports].sort(), groups: uniqueGroups(groups, reports), incidents }
  }

  /** Makes a new report known to those that were compared before. */
  #introduce(id: string): void {
    const sketch = this.#shelf.sketch(id)
    if (!sketch) return
    for (const [other, likeness] of this.#likesOf(id)) this.#likes.get(other)?.set(id, likeness)
    for (const [telling, links] of this.#linksIn(id))
      for (const [other, bond] of links) this.#links.get(reportOf(other))?.get(other)?.set(telling, bond)
  }

  #likesOf(id: string): ReadonlyMap<string, Likeness> {
    const known = this.#likes.get(id)
    if (known) return known
    const sketch = this.#shelf.sketch(id)
    const likes = sketch ? findLikes(sketch, this.#shelf) : new Map<string, Likeness>()
    this.#likes.set(id, likes)
    return likes
  }

  /** The tellings that those of a report are linked with, of all reports, copies too. */
  #linksIn(report: string): ReadonlyMap<string, ReadonlyMap<string, Bond>> {
    const known = this.#links.get(report)
    if (known) return known
    const sketch = this.#shelf.sketch(report)
    const links = sketch ? this.#findLinks(sketch) : new Map<string, Map<string, Bond>>()
    this.#links.set(report, links)
    this.#fresh.add(report)
    return links
  }

  #findLinks(sketch: Sketch): Map<string, Map<string, Bond>> {
    const links = new Map(sketch.tellings.map(telling => [telling.id, new Map<string, Bond>()]))
    for (const report of findCandidates(sketch, this.#shelf)) {
      const known = this.#fresh.has(report) ? this.#links.get(report) : undefined
      for (const other of this.#shelf.sketch(report)?.tellings ?? [])
        for (const telling of sketch.tellings) {
          // What was compared from the other side need not be compared again.
          const bond = known ? known.get(other.id)?.get(telling.id) : compare(telling, other)
          if (bond && bond.score >= LEAST) links.get(telling.id)?.set(other.id, bond)
        }
    }
    return links
  }

  #linksOf({ report, id }: Telling): ReadonlyMap<string, Bond> {
    return this.#linksIn(report).get(id) ?? new Map()
  }

  #groupOf(id: string, groups: Map<string, CopyGroup>): CopyGroup | null {
    const known = groups.get(id)
    if (known) return known
    if (!this.#shelf.sketch(id)) return null
    const found = new Set([id])
    for (const one of found) for (const other of this.#likesOf(one).keys()) if (this.#shelf.sketch(other)) found.add(other)
    const sketches = [...found].sort().flatMap(one => this.#shelf.sketch(one) ?? [])
    for (const group of orderCopies(sketches, one => this.#likesOf(one))) for (const one of group.reports) groups.set(one, group)
    return groups.get(id) as CopyGroup
  }

  /** The tellings that hang together with those of some reports: of each group of copies those of the one that counts. */
  #gather(reports: readonly string[], groups: Map<string, CopyGroup>): Map<string, Telling> {
    const tellings = new Map<string, Telling>()
    const visited = new Set<string>()
    const starts = new Set(reports)
    const queue = [...reports]
    const settled = this.#settledWith()
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      const root = this.#groupOf(id, groups)?.root
      const isStart = starts.has(id)
      for (const report of new Set(isStart && root ? [id, root] : root ? [root] : [])) {
        if (visited.has(report)) continue
        visited.add(report)
        const sketch = this.#shelf.sketch(report)
        for (const telling of sketch?.tellings ?? []) {
          if (report === root) tellings.set(telling.id, telling)
          for (const [other, { joins }] of this.#linksOf(telling)) if (joins) queue.push(reportOf(other))
        }
        for (const member of groups.get(report)?.reports ?? []) for (const other of settled.get(member) ?? []) queue.push(other)
      }
    }
    return tellings
  }

  /** Reports that decisions name together. */
  #settledWith(): Map<string, Set<string>> {
    const out = new Map<string, Set<string>>()
    for (const decision of this.#decisions) {
      const reports = decision.tellings.map(reportOf)
      for (const report of reports) out.set(report, new Set([...(out.get(report) ?? []), ...reports]))
    }
    return out
  }

  #group(tellings: readonly Telling[], groups: ReadonlyMap<string, CopyGroup>): Incident[] {
    const numbers = new Map(tellings.map((telling, i) => [telling.id, i]))
    const links: Link[] = []
    for (const [a, telling] of tellings.entries())
      for (const [other, bond] of this.#linksOf(telling)) {
        const b = numbers.get(other)
        if (b !== undefined && a < b) links.push({ a, b, ...bond })
      }
    const given = giveDecisions(this.#decisions, id => numbers.get(id) ?? this.#numberOf(id, numbers, groups))
    const groupOf = groupByAverage(tellings.length, links, ABSENT, given)
    const members = new Map<number, Telling[]>()
    for (const [i, telling] of tellings.entries()) {
      const group = groupOf[i] as number
      pushTo(members, group, telling)
    }
    const incidents = [...members.values()]
      .filter(group => group.length > 1 || (group[0] as Telling).events.length > 0)
      .map(group =>
        toIncident(group, {
          groupOf: report => groups.get(report) as CopyGroup,
          sketch: report => this.#shelf.sketch(report) as Sketch,
          scoreOf: (telling, other) => this.#linksOf(telling).get(other.id)?.score,
        }),
      )
    return incidents.sort(byId)
  }

  /** The telling that a decision means whose telling is not there any more: what its report, or the one that it repeats, now tells there. */
  #numberOf(id: string, numbers: ReadonlyMap<string, number>, groups: ReadonlyMap<string, CopyGroup>): number | undefined {
    const report = reportOf(id)
    const own = this.#shelf.sketch(report)?.tellings.find(({ events }) => events.includes(id.slice(report.length + 1)))
    const main = this.#shelf.sketch(groups.get(report)?.root ?? report)?.tellings[0]
    return numbers.get(own?.id ?? '') ?? numbers.get(main?.id ?? '')
  }
}

/** How two tellings stand to each other. */
type Bond = Pick<Link, 'score' | 'joins'>

function compare(a: Telling, b: Telling): Bond {
  const score = scorePair(a, b)
  if (score < 0) return { score, joins: false }
  const isDoubted = date.score(a, b) < 0
  return { score, joins: score >= (isDoubted ? 2 * CHAIN : CHAIN) || (!isDoubted && place.score(a, b) > 0) }
}

/** Reports that share enough with a report. */
function findCandidates(sketch: Sketch, shelf: Shelf): string[] {
  return shelf.found(probesOf(sketch, shelf.rooms), ENOUGH).filter(id => id !== sketch.id)
}

function reportOf(telling: string): string {
  const slash = telling.lastIndexOf('/')
  return slash < 0 ? telling : telling.slice(0, slash)
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

function uniqueGroups(groups: ReadonlyMap<string, CopyGroup>, reports: ReadonlySet<string>): CopyGroup[] {
  return [...new Set(groups.values())].filter(group => reports.has(group.root)).sort((a, b) => (a.root < b.root ? -1 : 1))
}
