import { foldName } from '../../util/fold.ts'
import { pushTo } from '../../util/group.ts'

/** Something that somebody said, as far as it is compared. */
export interface Said {
  /** "3f2a91c0d5e6/s1" */
  readonly id: string
  /** Id of its report. */
  readonly report: string
  /** Key of who says it; null where nobody is named. */
  readonly speaker: string | null
  readonly act: string
  /** What is said. */
  readonly content: string
  /** ISO 8601: when it was said, else when it was published. */
  readonly day: string | null
}

/** A denial beside what it denies: ids of statements. */
export interface Contradiction {
  readonly denial: string
  readonly claims: readonly string[]
  /** Does the one who denies it say one of the claims too? */
  readonly isOwn: boolean
}

/** One statement as several reports have it: ids of statements, the earliest first. */
export type Repeat = readonly string[]

/** What can be denied. */
const CLAIMS: ReadonlySet<string> = new Set(['assert', 'accuse', 'warn', 'threaten'])

/** Days that lie between two statements on one matter, at the most. */
const APART = 14

/** Shorter words mostly hold sentences together, in whatever language. */
const LEAST_LETTERS = 4
/** Words that two statements share, at the least; and their share of the words of the shorter one. */
const LEAST_SHARED = 2
const ON_ONE_MATTER = 0.5
/** Share of all words of two statements that both have where they are the same one. */
const ALIKE = 0.6

/** Denials, each with the claims on the same matter within two weeks, in the order given. */
export function findContradictions(said: readonly Said[]): Contradiction[] {
  const all = said.map(compared)
  const claims = all.filter(({ act }) => CLAIMS.has(act))
  return all
    .filter(({ act }) => act === 'deny')
    .flatMap(denial => {
      const denied = claims.filter(claim => isNear(denial, claim) && isOnOneMatter(denial.words, claim.words))
      const isOwn = denial.speaker !== null && denied.some(({ speaker }) => speaker === denial.speaker)
      return denied.length === 0 ? [] : [{ denial: denial.id, claims: denied.map(({ id }) => id), isOwn }]
    })
}

/** What one speaker said, told by several reports in much the same words; what most reports tell first. */
export function findRepeats(said: readonly Said[]): Repeat[] {
  const bySpeaker = new Map<string, Compared[]>()
  for (const each of said) if (each.speaker !== null) pushTo(bySpeaker, `${each.speaker} ${each.act}`, compared(each))
  return [...bySpeaker.values()]
    .flatMap(groupAlike)
    .filter(group => new Set(group.map(({ report }) => report)).size > 1)
    .sort((a, b) => b.length - a.length)
    .map(group => group.sort((a, b) => compare(a.day ?? '', b.day ?? '')).map(({ id }) => id))
}

interface Compared extends Said {
  readonly words: ReadonlySet<string>
}

function compared(said: Said): Compared {
  const words = foldName(said.content)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word.length >= LEAST_LETTERS || /^\p{N}+$/u.test(word))
  return { ...said, words: new Set(words) }
}

/** Each goes to the first group whose first statement is like it. */
function groupAlike(said: readonly Compared[]): Compared[][] {
  const groups: [Compared, ...Compared[]][] = []
  for (const each of said) {
    const group = groups.find(([first]) => isNear(first, each) && isAlike(first.words, each.words))
    if (group) group.push(each)
    else groups.push([each])
  }
  return groups
}

function isNear(a: Said, b: Said): boolean {
  if (a.day === null || b.day === null) return false
  return Math.abs(Date.parse(a.day) - Date.parse(b.day)) <= APART * 86_400_000
}

function isOnOneMatter(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = countShared(a, b)
  return shared >= LEAST_SHARED && shared >= ON_ONE_MATTER * Math.min(a.size, b.size)
}

function isAlike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = countShared(a, b)
  return shared >= LEAST_SHARED && shared >= ALIKE * (a.size + b.size - shared)
}

function countShared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const word of a) if (b.has(word)) shared++
  return shared
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
