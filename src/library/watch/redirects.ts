import { GriotError } from '../../util/error.ts'
import type { Network } from './network.ts'

const MOST_REDIRECTS = 5
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

/** A network that goes where a server sends it, each step as if it were asked for first; what has a body goes nowhere else. */
export function followRedirects(network: Network): Network {
  return async (url, ask = {}) => {
    let at = url
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      const answer = await network(at, ask)
      const location = answer.headers.get('location')
      if (ask.body !== undefined || !REDIRECTS.has(answer.status) || location === undefined || !URL.canParse(location, at)) return answer
      at = new URL(location, at).href
    }
    throw new GriotError('redirects-endless', `${url} leads on and on`, { cause: new Error(`over ${MOST_REDIRECTS} redirects`) })
  }
}
