import { formatDay } from '../../util/calendar.ts'
import { copyProbesOf, ENOUGH } from '../keys.ts'
import type { Shelf } from '../shelf.ts'
import type { Sketch } from '../sketch.ts'
import { type CopyKind, compareCopies, type Likeness } from './compare-copies.ts'

/** A report that repeats another one. The other one counts, this one does not. */
export interface Copy {
  readonly report: string
  /** The report that it repeats; of an update the newer version, which supersedes it. */
  readonly of: string
  readonly kind: CopyKind
  readonly score: number
  /** Why, a sentence. */
  readonly because: string
}

/** Reports of one text and its versions. */
export interface CopyGroup {
  /** The one that counts: the newest version of the original. */
  readonly root: string
  /** Every report, by id. */
  readonly reports: readonly string[]
  readonly copies: readonly Copy[]
}

/** Behind every day. */
const UNDATED = 1e9

/** The reports that repeat a report or that it repeats, with how. */
export function findLikes(sketch: Sketch, shelf: Shelf): Map<string, Likeness> {
  const likes = new Map<string, Likeness>()
  const found = shelf.found(copyProbesOf(sketch, shelf.rooms), ENOUGH)
  for (const id of found.toSorted()) {
    const other = id === sketch.id ? null : shelf.sketch(id)
    const likeness = other && compareCopies(sketch, other)
    if (likeness) likes.set(id, likeness)
  }
  return likes
}

/** The group that reports make which repeat each other. */
export function orderCopies(sketches: readonly Sketch[], likesOf: (report: string) => ReadonlyMap<string, Likeness>): CopyGroup {
  const byId = new Map(sketches.map(sketch => [sketch.id, sketch]))
  const get = (id: string) => byId.get(id) as Sketch
  const credited = new Set(sketches.flatMap(sketch => sketch.agencies))
  const root = newestVersion([...sketches].sort((a, b) => compareOriginals(a, b, credited))[0] as Sketch, get, likesOf)
  const copies: Copy[] = []
  const placed = new Set([root.id])
  // From the root outward, so that every report hangs on one that is nearer to it.
  for (let ring = [root.id]; ring.length > 0; ) {
    const next = new Map<string, { of: string; likeness: Likeness }>()
    for (const of of ring)
      for (const [id, likeness] of likesOf(of)) {
        const known = next.get(id)
        if (!placed.has(id) && byId.has(id) && (!known || likeness.score > known.likeness.score)) next.set(id, { of, likeness })
      }
    for (const [id, { of, likeness }] of next) {
      placed.add(id)
      copies.push(toCopy(get(id), get(of), likeness))
    }
    ring = [...next.keys()].sort()
  }
  return { root: root.id, reports: [...byId.keys()].sort(), copies: copies.sort((a, b) => (a.report < b.report ? -1 : 1)) }
}

/** The original comes first: the agency's own report, the earlier, the one that does not credit an agency and is no update, the longer. */
function compareOriginals(a: Sketch, b: Sketch, credited: ReadonlySet<string>): number {
  return (
    Number(isAgency(b, credited)) - Number(isAgency(a, credited)) ||
    (a.published ?? UNDATED) - (b.published ?? UNDATED) ||
    Number(a.isUpdate) - Number(b.isUpdate) ||
    b.shingles.hashes.length - a.shingles.hashes.length ||
    (a.id < b.id ? -1 : 1)
  )
}

/** Whether a report is by an agency whom reports of the group credit. */
function isAgency({ publisher }: Sketch, credited: ReadonlySet<string>): boolean {
  return publisher !== null && credited.has(publisher)
}

function newestVersion(original: Sketch, get: (id: string) => Sketch, likesOf: (report: string) => ReadonlyMap<string, Likeness>): Sketch {
  const versions = [...likesOf(original.id)].filter(([, { kind }]) => kind === 'update').map(([id]) => get(id))
  return (
    versions
      .filter(version => isNewer(version, original))
      .sort((a, b) => (isNewer(a, b) ? -1 : isNewer(b, a) ? 1 : a.id < b.id ? -1 : 1))[0] ?? original
  )
}

function isNewer(a: Sketch, b: Sketch): boolean {
  if (a.published !== null && b.published !== null && a.published !== b.published) return a.published > b.published
  return a.isUpdate && !b.isUpdate
}

function toCopy(report: Sketch, of: Sketch, { kind, score }: Likeness): Copy {
  const day = ({ published }: Sketch) => (published === null ? 'a day unknown' : formatDay(published))
  const share = `${Math.round(100 * score)} % of the runs of five words are the same`
  if (kind === 'exact')
    return { report: report.id, of: of.id, kind, score, because: `The text is the same, published ${day(of)} and ${day(report)}.` }
  if (kind === 'update' && isNewer(of, report))
    return {
      report: report.id,
      of: of.id,
      kind,
      score,
      because: `Superseded by the version of ${day(of)}${of.isUpdate ? ', marked as an update' : ''}: ${share}.`,
    }
  const credit = report.agencies.length > 0 ? `, crediting ${report.agencies.join(', ')}` : ''
  return { report: report.id, of: of.id, kind: 'reprint', score, because: `Repeats the report of ${day(of)}${credit}: ${share}.` }
}
