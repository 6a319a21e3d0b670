import type { Library } from '../open.ts'
import { type Fetched, fetchFeed } from './feed.ts'
import { lookInFolder } from './folder.ts'
import { type Look, lookAt } from './look.ts'
import { isOffline } from './network.ts'
import type { WatchOptions } from './options.ts'

/** Is it the address of a feed, not the path of a folder? */
export function isAddress(source: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(source)
}

/** Feeds that are fetched at once, at the most, those included that wait to be added. */
const MOST_AT_ONCE = 8

/**
 * Looks at each feed and folder once. Feeds of different hosts are fetched at once; added they are in the order of the sources, so that the same
 * answers make the same library. Where there is no network, the first feeds find that out for all.
 */
export async function* lookAround(library: Library, given: readonly string[], options: WatchOptions): AsyncGenerator<Look> {
  const sources = [...new Set(given)]
  const fetched = new Map<string, Promise<Fetched>>()
  const hosts = new Map<string, Promise<unknown>>()
  let offline: Look['trouble'] = null
  const fetch = async (source: string): Promise<Fetched> => {
    if (offline) return async () => lookAt(source, { trouble: offline && { ...offline, isNews: false } })
    return fetchFeed(library, source, options)
  }
  /** Feeds of one host wait for each other. */
  const start = (source: string) => {
    const host = URL.canParse(source) ? new URL(source).host : ''
    const before = hosts.get(host) ?? Promise.resolve()
    // What fails is told where its turn comes.
    const done = before
      .then(() => fetch(source))
      .catch(
        (error): Fetched =>
          () =>
            Promise.reject(error),
      )
    hosts.set(host, done)
    fetched.set(source, done)
  }
  const feeds = sources.filter(isAddress)
  let next = 0
  let taken = 0
  for (const source of sources) {
    while (next < feeds.length && next < taken + MOST_AT_ONCE) start(feeds[next++] as string)
    if (!isAddress(source)) {
      yield await lookInFolder(library, source, options)
      continue
    }
    const look = await (await (fetched.get(source) as Promise<Fetched>))()
    fetched.delete(source)
    taken++
    if (look.trouble && isOffline(look.trouble.error)) offline = look.trouble
    yield look
  }
}
