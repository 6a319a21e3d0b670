import type { Clock } from './clock.ts'
import type { Network } from './network.ts'

/** A network that asks one host one thing after the other, with `pauseOf(url)` milliseconds between two; different hosts wait for nobody. */
export function pace(network: Network, clock: Clock, pauseOf: (url: URL) => number): Network {
  const ends = new Map<string, Promise<number>>()
  return (address, ask) => {
    if (!URL.canParse(address)) return network(address, ask)
    const url = new URL(address)
    const turn = (ends.get(url.host) ?? Promise.resolve(Number.NEGATIVE_INFINITY)).then(async end => {
      const free = end + pauseOf(url)
      if (free > clock.now()) await clock.sleep(free - clock.now())
      return await network(address, ask)
    })
    const now = () => clock.now()
    ends.set(url.host, turn.then(now, now))
    return turn
  }
}
