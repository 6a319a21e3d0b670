/** What a robots.txt says to Griot (RFC 9309). */
export interface RobotsRules {
  readonly rules: readonly Rule[]
  /** Seconds between two requests, as Crawl-delay has them; null where it says nothing. The RFC leaves it out, and many servers ask for it. */
  readonly delay: number | null
}

interface Rule {
  readonly allows: boolean
  /** Normalised, without the "$" at its end. */
  readonly pattern: string
  readonly isToEnd: boolean
}

interface Group {
  readonly agents: string[]
  readonly rules: Rule[]
  delay: number | null
}

/** How a robots.txt calls this program. */
const AGENT = 'griot'
/** Bytes that are read: the RFC wants 500 KiB at the least. */
const MOST_BYTES = 500 * 1024

/** Where nothing is said, all is allowed. */
export const NO_RULES: RobotsRules = { rules: [], delay: null }

/** The rules of all groups for Griot by its name, else of those for everybody ("*"). */
export function parseRobots(body: Uint8Array): RobotsRules {
  const groups = parseGroups(new TextDecoder().decode(body.subarray(0, MOST_BYTES)))
  const of = (agent: string) => groups.filter(({ agents }) => agents.includes(agent))
  const named = of(AGENT)
  const own = named.length > 0 ? named : of('*')
  return { rules: own.flatMap(({ rules }) => rules), delay: own.find(({ delay }) => delay !== null)?.delay ?? null }
}

function parseGroups(text: string): Group[] {
  const groups: Group[] = []
  // Names one under the other share what follows; other lines (Sitemap) between them part nothing.
  let isNaming = false
  for (const line of text.split(/\r\n|\r|\n/)) {
    const said = line.split('#', 1)[0] as string
    const colon = said.indexOf(':')
    const key = said.slice(0, Math.max(0, colon)).trim().toLowerCase()
    const value = said.slice(colon + 1).trim()
    if (key === 'user-agent') {
      if (!isNaming) groups.push({ agents: [], rules: [], delay: null })
      groups.at(-1)?.agents.push(agentOf(value))
      isNaming = true
      continue
    }
    if (key !== 'allow' && key !== 'disallow' && key !== 'crawl-delay') continue
    isNaming = false
    const group = groups.at(-1)
    if (group && key === 'crawl-delay') group.delay ??= /^\d{1,6}(?:\.\d+)?$/.test(value) ? Number(value) : null
    else if (group && value !== '') group.rules.push(toRule(key === 'allow', value))
  }
  return groups
}

/** "Griot/1.0" is Griot: a name ends where what may not stand in one begins. */
function agentOf(value: string): string {
  return value === '*' ? '*' : (/^[a-z_-]*/i.exec(value)?.[0] ?? '').toLowerCase()
}

function toRule(allows: boolean, value: string): Rule {
  const isToEnd = value.endsWith('$')
  const pattern = normalise((isToEnd ? value.slice(0, -1) : value).replaceAll('$', '%24'))
  return { allows, pattern: pattern.replace(/\*+/g, '*'), isToEnd }
}

/** May this address be asked for? The longest pattern that matches says so; of two as long the one that allows. */
export function isAllowedBy({ rules }: RobotsRules, { pathname, search }: URL): boolean {
  if (pathname === '/robots.txt') return true
  const path = normalise(`${pathname}${search}`.replaceAll('*', '%2A').replaceAll('$', '%24'))
  let best: Rule | null = null
  for (const rule of rules) if (rank(rule) > rank(best) && matches(rule, path)) best = rule
  return best?.allows ?? true
}

function rank(rule: Rule | null): number {
  return rule === null ? -1 : 2 * (rule.pattern.length + Number(rule.isToEnd)) + Number(rule.allows)
}

/** Each piece between stars is taken where it first stands: no way back is ever needed. */
function matches({ pattern, isToEnd }: Rule, path: string): boolean {
  const [first = '', ...pieces] = pattern.split('*')
  if (!path.startsWith(first)) return false
  const last = isToEnd ? pieces.pop() : ''
  if (last === undefined) return path === first
  let at = first.length
  for (const piece of pieces) {
    const found = path.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return path.length - last.length >= at && path.endsWith(last)
}

/** One spelling of a path: what is not ASCII is encoded, what need not be encoded is not (RFC 3986, 6.2.2). */
function normalise(path: string): string {
  const encoded = path.toWellFormed().replace(/[^\x21-\x7e]+/g, encodeURIComponent)
  return encoded.replace(/%([0-9a-f]{2})/gi, (whole, hex: string) => {
    const character = String.fromCharCode(Number.parseInt(hex, 16))
    return /[\w.~-]/.test(character) ? character : whole.toUpperCase()
  })
}
