import { formatDay } from '../../util/calendar.ts'
import { copyProbesOf, ENOUGH } from '../keys.ts'
import type { Shelf } from '../shelf.ts'
import type { Sketch } from '../sketch.ts'
import { type CopyKind, compareAges, compareCopies, type Likeness } from './compare-copies.ts'
import { areTwoHappenings } from './facts.ts'

/** A report that repeats another one. The other one counts, this one does not. */
export interface Copy {
  readonly report: string
  /** The report that it repeats; of an update the next version, which supersedes it. */
  readonly of: string
  readonly kind: CopyKind
  readonly score: number
  /** Why, a sentence. */
  readonly because: string
}

/** Reports of one text and its versions. */
export interface CopyGroup {
  /** The one that counts: the original of the newest version. */
  readonly root: string
  /** Every report, by id. */
  readonly reports: readonly string[]
  readonly copies: readonly Copy[]
}

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

type LikesOf = (report: string) => ReadonlyMap<string, Likeness>

/** One version of a story: reports of one text, in the order in which they were published. */
interface Version {
  readonly story: Version[]
  readonly members: Member[]
}

interface Member {
  readonly sketch: Sketch
  /** The member that it is most like of those before it; null for the first. */
  readonly like: Sketch | null
}

/** The groups that reports make which hang together by repeating each other. */
export function orderCopies(sketches: readonly Sketch[], likesOf: LikesOf): CopyGroup[] {
  const credited = new Set(sketches.flatMap(sketch => sketch.agencies))
  const byPublisher = Map.groupBy(sketches, sketch => sketch.publisher)
  const sizeOf = (sketch: Sketch) => (sketch.publisher === null ? 1 : (byPublisher.get(sketch.publisher)?.length ?? 1))
  return findStories(sketches, likesOf).map(versions => {
    const originals = versions.map(version => originalOf(version, { credited, sizeOf }))
    const copies = versions.flatMap((version, i) => {
      const [original, next] = [originals[i] as Sketch, originals[i + 1]]
      const repeats = version.members.filter(({ sketch }) => sketch !== original).map(member => toRepeat(member, original, likesOf))
      return next ? [...repeats, toOlder(original, next, likesBetween(version, versions[i + 1] as Version, likesOf))] : repeats
    })
    const root = (originals.at(-1) as Sketch).id
    const reports = [root, ...copies.map(copy => copy.report)].sort()
    return { root, reports, copies: copies.sort((x, y) => (x.report < y.report ? -1 : 1)) }
  })
}

/**
 * Sorts reports into stories and their versions in the order in which they were published: each repeats the earlier one that is most like it, or begins
 * the next version of that one’s story. So a late reprint of the first version does not supersede the second, and two stories that one report holds stay
 * two.
 */
function findStories(sketches: readonly Sketch[], likesOf: LikesOf): Version[][] {
  const versions = new Map<string, Version>()
  const byId = new Map(sketches.map(sketch => [sketch.id, sketch]))
  const stories: Version[][] = []
  for (const sketch of [...sketches].sort(byAge)) {
    const earlier = [...likesOf(sketch.id)].filter(([id]) => versions.has(id) && mayTell(versions.get(id) as Version, sketch))
    earlier.sort(([a, x], [b, y]) => y.score - x.score || (a < b ? -1 : 1))
    const [like] = earlier.find(([, { kind }]) => kind !== 'update') ?? []
    const known = like === undefined ? null : (versions.get(like) as Version)
    const version = known ?? { story: versions.get(earlier[0]?.[0] ?? '')?.story ?? [], members: [] }
    version.members.push({ sketch, like: byId.get(like ?? '') ?? null })
    versions.set(sketch.id, version)
    if (known) continue
    if (version.story.length === 0) stories.push(version.story)
    version.story.push(version)
  }
  return stories
}

/** Whether a report may be of the story of a version; one that does not say where may be like two that are of different places. */
function mayTell({ story }: Version, sketch: Sketch): boolean {
  return story.every(({ members }) => members.every(member => !areTwoHappenings(member.sketch, sketch)))
}

/** Behind every day. */
const UNDATED = 1e9

function byAge(a: Sketch, b: Sketch): number {
  return (a.published ?? UNDATED) - (b.published ?? UNDATED) || compareAges(a, b) || (a.id < b.id ? -1 : 1)
}

/** What tells whose a story is. */
interface Owners {
  /** The agencies that reports of the group credit. */
  readonly credited: ReadonlySet<string>
  /** How many reports of the group have the publisher of a report. */
  readonly sizeOf: (sketch: Sketch) => number
}

/** The original comes first: the agency's own report, the earlier, the one that is no update, of the publisher who has most of the story, the longer. */
function compareOriginals(a: Sketch, b: Sketch, { credited, sizeOf }: Owners): number {
  return (
    Number(isAgency(b, credited)) - Number(isAgency(a, credited)) ||
    (a.published ?? UNDATED) - (b.published ?? UNDATED) ||
    Number(a.isUpdate) - Number(b.isUpdate) ||
    sizeOf(b) - sizeOf(a) ||
    b.shingles.hashes.length - a.shingles.hashes.length ||
    (a.id < b.id ? -1 : 1)
  )
}

/** Whether a report is by an agency whom reports of the group credit. */
function isAgency({ publisher }: Sketch, credited: ReadonlySet<string>): boolean {
  return publisher !== null && credited.has(publisher)
}

function originalOf({ members }: Version, owners: Owners): Sketch {
  const sketches = members.map(({ sketch }) => sketch)
  return sketches.sort((a, b) => compareOriginals(a, b, owners))[0] as Sketch
}

/** A report and what it repeats: the original of its version, if it is like that one, else the earlier one that it is most like. */
function toRepeat({ sketch, like }: Member, original: Sketch, likesOf: LikesOf): Copy {
  const likes = likesOf(sketch.id)
  const isLike = (likes.get(original.id)?.kind ?? 'update') !== 'update'
  const of = isLike || !like ? original : like
  const { kind, score } = likes.get(of.id) ?? { kind: 'reprint', score: 0 }
  if (kind === 'exact') {
    const because = `The text is the same, published ${dayOf(of)} and ${dayOf(sketch)}.`
    return { report: sketch.id, of: of.id, kind, score, because }
  }
  const credit = sketch.agencies.length > 0 ? `, crediting ${sketch.agencies.join(', ')}` : ''
  const because = `Repeats the report of ${dayOf(of)}${credit}: ${shareOf(score)}.`
  return { report: sketch.id, of: of.id, kind: 'reprint', score, because }
}

/** A version and the one that came next. */
function toOlder(original: Sketch, next: Sketch, score: number): Copy {
  const marked = next.isUpdate ? ', marked as an update' : ''
  const because = `Superseded by the version of ${dayOf(next)}${marked}: ${shareOf(score)}.`
  return { report: original.id, of: next.id, kind: 'update', score, because }
}

/** How much those of two versions have in common that are most alike; 0 where the later one is only like one before the earlier. */
function likesBetween(a: Version, b: Version, likesOf: LikesOf): number {
  return Math.max(0, ...a.members.flatMap(({ sketch }) => b.members.flatMap(other => likesOf(sketch.id).get(other.sketch.id)?.score ?? [])))
}

function dayOf({ published }: Sketch): string {
  return published === null ? 'a day unknown' : formatDay(published)
}

function shareOf(score: number): string {
  return `${Math.round(100 * score)} % of the runs of five words are the same`
}
