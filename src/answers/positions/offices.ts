import { foldName } from '../../util/fold.ts'
import { loadWords, splitCell } from '../words/words.ts'

/** How words before a title say that an office is held. */
type Qualifier = 'acting' | 'deputy' | 'former' | 'future' | ''

/** A title as answers know it. */
export interface OfficeNamed {
  /** "head of state", else the title without words that say how it is held. */
  readonly office: string
  /** Does a state have one holder of it at a time? */
  readonly isSingle: boolean
  /** Is it one that states have? */
  readonly isOfState: boolean
  readonly isDeputy: boolean
  readonly says: ReadonlySet<Qualifier>
}

interface Lists {
  readonly byTitle: ReadonlyMap<string, { readonly office: string; readonly isSingle: boolean }>
  readonly qualifiers: ReadonlyMap<string, Qualifier>
}

let loaded: Lists | null = null

function loadLists(): Lists {
  if (loaded) return loaded
  const byTitle = new Map<string, { office: string; isSingle: boolean }>()
  for (const { office, held, title, body } of loadWords('offices', ['office', 'held', 'title', 'body']))
    for (const each of splitCell(title))
      for (const of of body === '' ? [''] : splitCell(body)) byTitle.set(keyOf(each, of), { office, isSingle: held === 'one' })
  const qualifiers = new Map(loadWords('qualifiers', ['word', 'says']).map(({ word, says }) => [foldName(word), says as Qualifier]))
  loaded = { byTitle, qualifiers }
  return loaded
}

function keyOf(title: string, body: string): string {
  return body === '' ? title : `${title}\n${body}`
}

/** Words that the name of a body may have before the noun that tells what it is. */
const LONGEST_QUALIFIER = 3

/** The office that a title names; `body` is the body whose office it is, where that is no country. */
export function nameOffice(title: string, body: string | null): OfficeNamed {
  const { byTitle, qualifiers } = loadLists()
  const says = new Set<Qualifier>()
  const words = foldName(title).split(' ')
  for (let found = true; found; ) {
    found = false
    for (let length = Math.min(LONGEST_QUALIFIER, words.length - 1); length > 0 && !found; length--)
      for (const at of [0, words.length - length]) {
        const qualifier = qualifiers.get(words.slice(at, at + length).join(' '))
        if (qualifier === undefined || (at > 0 && qualifier !== 'future')) continue
        says.add(qualifier)
        words.splice(at, length)
        found = true
        break
      }
  }
  const bare = words.join(' ')
  const known = body === null ? byTitle.get(bare) : findWithBody(byTitle, bare, foldName(body))
  const minister = known ? null : ministerOf(bare)
  return {
    office: known?.office ?? minister ?? bare,
    isSingle: known?.isSingle ?? minister !== null,
    isOfState: known !== undefined || minister !== null,
    isDeputy: says.has('deputy'),
    says,
  }
}

/** "Sudanese army" is an army too: the body is looked up by its last words. */
function findWithBody(byTitle: Lists['byTitle'], title: string, body: string) {
  const words = body.split(' ')
  for (let from = 0; from < words.length; from++) {
    const known = byTitle.get(keyOf(title, words.slice(from).join(' ')))
    if (known) return known
  }
  return undefined
}

/** "minister of health", "minister for health" → "health minister"; null where a title is none of a minister. */
function ministerOf(title: string): string | null {
  const field = /^minister (?:of|for) (?:the )?(.+)$/.exec(title)?.[1] ?? /^(.+) minister$/.exec(title)?.[1]
  return field === undefined ? null : `${field} minister`
}
