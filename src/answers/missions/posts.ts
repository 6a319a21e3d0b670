import { BEGINNING, type PhraseFinder, phraseFinder, WHOLE } from '../phrases.ts'
import { loadWords } from '../words/words.ts'

/** Kinds of posts as the Lowy Institute's Global Diplomacy Index has them, then people and relations. */
export type Post = 'embassy' | 'consulate' | 'permanent mission' | 'other' | 'ambassador' | 'staff' | 'relations'

/** What happens to a post. */
export type Change =
  | 'opened'
  | 'reopened'
  | 'closed'
  | 'suspended'
  | 'downgraded'
  | 'upgraded'
  | 'severed'
  | 'recalled'
  | 'expelled'
  | 'returned'
  | 'appointed'

type At = 'post' | 'person' | 'relations'
type ChangeFinder = PhraseFinder<{ readonly word: string; readonly change: Change }>

let finders: {
  readonly post: PhraseFinder<{ readonly word: string; readonly post: Post }>
  readonly change: Readonly<Record<At, ChangeFinder>>
} | null = null

function load() {
  if (finders) return finders
  const changes = loadWords('mission-changes', ['word', 'at', 'change'])
  const changeAt = (at: At): ChangeFinder =>
    phraseFinder(
      changes.filter(row => row.at === 'any' || row.at === at).map(row => ({ word: row.word, change: row.change as Change })),
      BEGINNING,
    )
  finders = {
    post: phraseFinder(
      loadWords('posts', ['word', 'post']).map(row => ({ word: row.word, post: row.post as Post })),
      WHOLE,
    ),
    change: { post: changeAt('post'), person: changeAt('person'), relations: changeAt('relations') },
  }
  return finders
}

/** The post that words name, or null. */
export function findPost(words: string): Post | null {
  return load().post(words)?.post ?? null
}

/** What words do to a post, or null. */
export function findChange(words: string, post: Post): Change | null {
  return load().change[classOf(post)](words)?.change ?? null
}

/** Is it an office, a person, or the relations of two states? */
export function classOf(post: Post): At {
  return post === 'relations' ? 'relations' : post === 'ambassador' || post === 'staff' ? 'person' : 'post'
}

/** The office that a post belongs to: whoever is expelled belongs to the embassy. */
export function officeOf(post: Post): Exclude<Post, 'ambassador' | 'staff' | 'relations'> {
  return post === 'consulate' || post === 'permanent mission' || post === 'other' ? post : 'embassy'
}
