import type { Clock } from './clock.ts'
import type { Network } from './network.ts'

/** A network that lets `pause` milliseconds go by between two requests to one host. Requests are made one after the other. */
export function pace(network: Network, clock: Clock, pause: number): Network {
  const last = new Map<string, number>()
  return async (url, ask) => {
    const host = URL.canParse(url) ? new URL(url).host : ''
    const free = (last.get(host) ?? Number.NEGATIVE_INFINITY) + pause
    if (free > clock.now()) await clock.sleep(free - clock.now())
    try {
      return await network(url, ask)
    } finally {
      last.set(host, clock.now())
    }
  }
}
