import { useLocation } from 'wouter'
import { useAnswer } from '../api/client.ts'
import type { SuggestAnswer } from '../api/types.ts'
import { actorPath } from '../pages/actors/actor-path.ts'
import type { Action } from './keys.ts'

/** What the library has for the words that stand in the palette: actors, places, reports, and the search for all of them. */
export function useFound(words: string): readonly Action[] {
  const [, go] = useLocation()
  const { data } = useAnswer<SuggestAnswer>(words.length > 1 ? 'suggest' : null, { q: words })
  if (words.length < 2) return []
  const to = (says: string, path: string): Action => ({ keys: null, says, run: () => go(path) })
  return [
    to(`“${words}” …`, `/search?${new URLSearchParams({ words })}`),
    ...(data?.actors.slice(0, 4) ?? []).map(({ key, name }) => to(name, actorPath(key))),
    ...(data?.places.slice(0, 3) ?? []).map(({ name }) => to(`${name} ⌖`, `/incidents?${new URLSearchParams({ place: name })}`)),
    ...(data?.reports.slice(0, 3) ?? []).map(({ short, title }) => to(title ?? short, `/reading/${short}`)),
  ]
}
