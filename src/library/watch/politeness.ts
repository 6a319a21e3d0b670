import type { Clock } from './clock.ts'
import type { Network } from './network.ts'
import { pace } from './pace.ts'
import { followRedirects } from './redirects.ts'
import { Robots } from './robots.ts'

/** Milliseconds between two requests to one host, and for how long a server may have us wait between two. */
const PAUSE = 1000
const LONGEST_PAUSE = 30_000

/** Gives the network of each round, polite to each server: robots.txt is obeyed, also where a redirect leads, and one request follows the other. */
export function bePolite(network: Network, clock: Clock): () => Network {
  const paced = pace(network, clock, url => Math.max(PAUSE, Math.min((robots.delayOf(url) ?? 0) * 1000, LONGEST_PAUSE)))
  const robots = new Robots(paced, clock)
  return () => followRedirects(robots.obey(paced))
}
