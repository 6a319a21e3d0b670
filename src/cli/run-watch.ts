import type { Wanted } from '../library/asking/wanted.ts'
import type { Library } from '../library/open.ts'
import { systemClock, toIso } from '../library/watch/clock.ts'
import type { Look } from '../library/watch/look.ts'
import { isOffline } from '../library/watch/network.ts'
import type { WatchOptions } from '../library/watch/options.ts'
import { bePolite } from '../library/watch/politeness.ts'
import { checkAddress, createNetwork, type NetworkOptions } from '../library/watch/request.ts'
import { isAddress, lookAround } from '../library/watch/round.ts'
import { forgetSearch, saveSearch } from '../library/watch/saved.ts'
import type { Confidentiality } from '../store/reports.ts'
import { listSaved } from '../store/saved.ts'
import { GriotError } from '../util/error.ts'
import { describeError } from './describe-error.ts'
import { onInterrupt } from './interrupt.ts'
import { type LibraryOption, withLibrary } from './library-option.ts'
import { type NotifyOptions, notify } from './notify.ts'
import type { Outside } from './outside.ts'
import { toWanted, type WantedOptions } from './wanted-options.ts'
import type { World } from './world.ts'

/** What `griot watch` was asked for; `every` in milliseconds. */
export interface WatchCommandOptions
  extends LibraryOption,
    NotifyOptions,
    Pick<WantedOptions, 'place' | 'actor' | 'saidBy' | 'type' | 'measure'> {
  readonly save?: string
  readonly saved?: true
  readonly forget?: string
  /** Days. */
  readonly silence?: number

  readonly every: number
  readonly once?: true
  readonly allowPrivate?: true
  readonly confidentiality: Confidentiality
  readonly jobs: number
}

/** Looks at feeds and folders round after round; what cannot be looked at is said once and tried again. */
export async function runWatch(
  sources: readonly string[],
  options: WatchCommandOptions,
  world: World,
  outside: Outside = { network: createNetwork(allowedBy(options)), clock: systemClock },
): Promise<void> {
  const { every, confidentiality, jobs, once } = options
  if (options.save !== undefined || options.saved || options.forget !== undefined) return keepSearches(sources, options, world, outside)
  if (options.notifyUrl !== undefined) checkAddress(options.notifyUrl, allowedBy(options))
  if (sources.length === 0 && !once)
    throw new GriotError('nothing-to-watch', 'Nothing is to be watched', { hint: 'Name a feed or a folder' })
  for (const source of sources) if (isAddress(source)) checkAddress(source, allowedBy(options))
  const networkOfRound = bePolite(outside.network, outside.clock)
  const watching = { clock: outside.clock, every, confidentiality, jobs }
  const say = (sentence: string) => world.stderr.write(`griot: ${sentence}\n`)
  const stopWatching = onInterrupt(() => say('Stopped. What was added is kept.'))
  const teller = new Teller(say, world)
  try {
    for (;;) {
      const { looks, untold } = await withLibrary(options, 'create', world, async library => {
        const looks = await look(library, sources, { ...watching, network: networkOfRound() }, teller)
        const added = looks.reduce((sum, each) => sum + each.added, 0)
        if (added > 0 || once) world.stdout.write(`${added} ${added === 1 ? 'report' : 'reports'} added\n`)
        return { looks, untold: await notify(library, options, outside, text => world.stdout.write(text)) }
      })
      for (const error of untold) teller.tellUntold(error)
      if (once) return endOnce(looks, untold)
      await outside.clock.sleep(every)
    }
  } finally {
    stopWatching()
  }
}

function allowedBy({ allowPrivate }: WatchCommandOptions): NetworkOptions {
  return allowPrivate ? { isAllowed: () => true } : {}
}

async function look(library: Library, sources: readonly string[], watching: WatchOptions, teller: Teller): Promise<Look[]> {
  const looks: Look[] = []
  for await (const each of lookAround(library, sources, watching)) {
    teller.tell(each)
    looks.push(each)
  }
  return looks
}

/** Keeps, lists or forgets searches. */
async function keepSearches(words: readonly string[], options: WatchCommandOptions, world: World, { clock }: Outside): Promise<void> {
  const { save, forget, silence = null } = options
  await withLibrary(options, 'write', world, library => {
    if (forget !== undefined) forgetSearch(library, forget)
    if (save !== undefined) saveSearch(library, save, toWanted(words, options), silence, toIso(clock.now()))
    if (!options.saved) return
    for (const { name, wanted, silence } of listSaved(library.db))
      world.stdout.write(`${name}: ${describeWanted(JSON.parse(wanted))}${silence === null ? '' : `; silence after ${silence} days`}\n`)
  })
}

function describeWanted(wanted: Wanted): string {
  const parts = Object.entries(wanted).map(([key, value]) => (key === 'words' ? String(value) : `${key} ${[value].flat().join(', ')}`))
  return parts.join('; ') || 'everything'
}

function endOnce(looks: readonly Look[], untold: readonly GriotError[]): void {
  const [away] = untold
  if (away) throw away
  const troubled = looks.filter(({ trouble, failures }) => trouble !== null || failures.length > 0)
  const [first] = troubled
  if (!first) return
  throw new GriotError('some-unwatched', `${troubled.length} of ${looks.length} could not be looked at in full`, {
    cause: null,
    hint: `${first.source}${troubled.length > 1 ? ' and others' : ''}: the same command tries again`,
  })
}

/** Says each trouble once, until it is over or another one. */
class Teller {
  readonly #say: (sentence: string) => void
  readonly #world: World
  readonly #said = new Map<string, string>()

  constructor(say: (sentence: string) => void, world: World) {
    this.#say = say
    this.#world = world
  }

  /** A place where notices go that does not take them. */
  tellUntold(error: GriotError): void {
    if (this.#said.get(error.code) !== error.message) this.#say(describeError(error, this.#world.env).text)
    this.#said.set(error.code, error.message)
  }

  tell({ source, trouble, isBack, failures, waiting }: Look): void {
    for (const { error } of failures) this.#say(describeError(error, this.#world.env).text)
    if (waiting > 0) this.#say(`${source}: ${waiting} ${waiting === 1 ? 'page waits' : 'pages wait'} for the next round.`)
    if (!trouble) {
      const wasSaid = this.#said.delete(source) || (isAddress(source) && this.#said.delete(OFFLINE))
      if (isBack || wasSaid) this.#say(`${source} answers again.`)
      return
    }
    const { error, isNews, until } = trouble
    const about = isOffline(error) ? OFFLINE : source
    const isSaid = this.#said.get(about) === error.message || (about === OFFLINE && this.#said.has(OFFLINE))
    this.#said.set(about, error.message)
    if (isNews && !isSaid) this.#say(`${describeError(error, this.#world.env).text}${until ? ` It is tried again after ${until}.` : ''}`)
  }
}

const OFFLINE = '(no network)'
