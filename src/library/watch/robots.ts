import { GriotError } from '../../util/error.ts'
import type { Clock } from './clock.ts'
import type { Answer, Network } from './network.ts'
import { followRedirects } from './redirects.ts'
import { isAllowedBy, NO_RULES, parseRobots, type RobotsRules } from './robots-rules.ts'

/** Milliseconds that a robots.txt is kept where it does not say, and at the most (RFC 9309, 2.4). */
const DAY = 86_400_000

interface Kept {
  readonly rules: RobotsRules
  readonly until: number
}

/** The robots.txt of each server that is asked: looked at once in a round, and kept for as long as it says. */
export class Robots {
  readonly #network: Network
  readonly #clock: Clock
  readonly #kept = new Map<string, Kept>()

  /** `network` asks for the files themselves, and follows no redirect. */
  constructor(network: Network, clock: Clock) {
    this.#network = followRedirects(network)
    this.#clock = clock
  }

  /** Seconds that a server wants between two requests; null where it has not said. */
  delayOf({ origin }: URL): number | null {
    return this.#kept.get(origin)?.rules.delay ?? null
  }

  /** A network of one round that asks only for what may be asked. */
  obey(network: Network): Network {
    const round = new Map<string, Promise<RobotsRules>>()
    return async (address, ask) => {
      if (!URL.canParse(address)) return network(address, ask)
      const url = new URL(address)
      const looked = round.get(url.origin) ?? this.#look(url)
      round.set(url.origin, looked)
      if (isAllowedBy(await looked, url)) return network(address, ask)
      throw new GriotError('robots-forbid', `${address} is not asked: the robots.txt of ${url.host} keeps programs away from it`, {
        hint: 'Ask those who run the server; what you save by hand griot add takes',
      })
    }
  }

  async #look({ origin, host }: URL): Promise<RobotsRules> {
    const before = this.#kept.get(origin)
    if (before && before.until > this.#clock.now()) return before.rules
    try {
      const answer = await this.#network(`${origin}/robots.txt`)
      // The RFC lets a server that refuses the file be asked for all; one that is asked too often is no such server.
      if (answer.status >= 500 || answer.status === 429) throw unreachable(host, answer.status)
      const rules = answer.status >= 200 && answer.status < 300 ? parseRobots(answer.body) : NO_RULES
      this.#kept.set(origin, { rules, until: this.#clock.now() + lifeOf(answer) })
      return rules
    } catch (error) {
      if (!(error instanceof GriotError)) throw error
      if (error.code === 'redirects-endless') return NO_RULES
      // Whoever cannot be asked what is allowed is asked for nothing; what was known before still holds.
      if (before) return before.rules
      throw error
    }
  }
}

function unreachable(host: string, status: number): GriotError {
  return new GriotError('robots-unreachable', `${host} is not asked: it answered ${status} for its robots.txt`, {
    cause: null,
    hint: 'It is asked again later',
  })
}

function lifeOf({ headers }: Answer): number {
  const control = headers.get('cache-control') ?? ''
  if (/\bno-(?:cache|store)\b/i.test(control)) return 0
  const age = /\bmax-age\s*=\s*"?(\d{1,9})/i.exec(control)?.[1]
  return age === undefined ? DAY : Math.min(DAY, Number(age) * 1000)
}
