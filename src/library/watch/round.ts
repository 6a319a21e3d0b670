import type { Library } from '../open.ts'
import { lookAtFeed } from './feed.ts'
import { lookInFolder } from './folder.ts'
import { type Look, lookAt } from './look.ts'
import { isOffline } from './network.ts'
import type { WatchOptions } from './options.ts'

/** Is it the address of a feed, not the path of a folder? */
export function isAddress(source: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(source)
}

/** Looks at each feed and folder once, in their order; where there is no network, the first feed finds that out for all. */
export async function* lookAround(library: Library, sources: readonly string[], options: WatchOptions): AsyncGenerator<Look> {
  let offline: Look['trouble'] = null
  for (const source of sources) {
    if (!isAddress(source)) yield await lookInFolder(library, source, options)
    else if (offline) yield lookAt(source, { trouble: { ...offline, isNews: false } })
    else {
      const look = await lookAtFeed(library, source, options)
      if (look.trouble && isOffline(look.trouble.error)) offline = look.trouble
      yield look
    }
  }
}
