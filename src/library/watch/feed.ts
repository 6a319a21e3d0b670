import { type FeedRow, findFeed, putEntry, putFeed } from '../../store/watch.ts'
import { GriotError } from '../../util/error.ts'
import { addItems } from '../add/add-reports.ts'
import { type Failure, type Item, itemsOf } from '../inputs.ts'
import type { Library } from '../open.ts'
import { toIso } from './clock.ts'
import { EntryReader } from './entries.ts'
import { type Look, lookAt } from './look.ts'
import { type Answer, isOffline } from './network.ts'
import type { WatchOptions } from './options.ts'
import { nextTry } from './retry.ts'

/** What a feed answered, to be added where adding is: reports of several feeds come one after the other. */
export type Fetched = () => Promise<Look>

/** Asks a feed for what it has that is not in the library, and adds it with the pages behind its entries. */
export async function lookAtFeed(library: Library, url: string, options: WatchOptions): Promise<Look> {
  return (await fetchFeed(library, url, options))()
}

/** Asks a feed, and for the pages behind its entries. Only the library is read meanwhile. */
export async function fetchFeed(library: Library, url: string, options: WatchOptions): Promise<Fetched> {
  const { network, clock } = options
  const row = findFeed(library.db, url) ?? { url, etag: null, modified: null, dueAt: null, failures: 0, cause: null }
  if (row.dueAt !== null && row.dueAt > toIso(clock.now())) {
    const error = new GriotError('feed-waits', `${url} is not asked before ${row.dueAt}`, {
      cause: new Error(row.cause ?? 'it asked for that'),
    })
    return async () => lookAt(url, { trouble: { error, isNews: false, until: row.dueAt } })
  }
  try {
    const answer = await network(url, { headers: { accept: ACCEPT, ...conditions(row) } })
    if (answer.status === 304) return async () => settle(library, row, {})
    if (answer.status === 200) return await takeAnswer(library, row, answer, options)
    return async () => fail(library, row, describeStatus(url, answer.status), options, answer.headers.get('retry-after'))
  } catch (error) {
    if (!(error instanceof GriotError)) throw error
    return async () => fail(library, row, error, options)
  }
}

const ACCEPT = 'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, application/json;q=0.8, */*;q=0.5'

/** Only what has changed is wanted (RFC 9110, 13.1). */
function conditions({ etag, modified }: FeedRow): Record<string, string> {
  return { ...(etag !== null && { 'if-none-match': etag }), ...(modified !== null && { 'if-modified-since': modified }) }
}

async function takeAnswer(library: Library, row: FeedRow, answer: Answer, options: WatchOptions): Promise<Fetched> {
  const { url } = row
  const entries = new EntryReader(library.db, url, options.network)
  const whole: GriotError[] = []
  const items: (Item | Failure)[] = []
  for await (const part of itemsOf({ name: url, path: null, size: answer.body.length }, { from: formatOfFeed(answer) }, bodyOf(answer))) {
    if ('error' in part && part.name === url) whole.push(part.error)
    else if ('error' in part) items.push(part)
    else if (isPage(part, url)) whole.push(isNoFeed(url))
    else items.push(...(await entries.open(part)))
  }
  return () => addFetched(library, row, { answer, entries, whole, items }, options)
}

interface Parts {
  readonly answer: Answer
  readonly entries: EntryReader
  /** What is wrong with the feed as a whole. */
  readonly whole: readonly GriotError[]
  readonly items: readonly (Item | Failure)[]
}

async function addFetched(library: Library, row: FeedRow, { answer, entries, whole, items }: Parts, options: WatchOptions): Promise<Look> {
  const { confidentiality, jobs, clock } = options
  const { added, failures } = await addItems(library, each(items), { jobs, confidentiality, addedAt: toIso(clock.now()) })
  library.write(() => {
    for (const { key, tries, isDone } of entries.met) putEntry(library.db, key, tries, isDone)
  })
  const { waiting } = entries
  const [error] = whole.filter(({ code }) => code !== 'no-report')
  if (error) return { ...fail(library, row, answer.isCut ? tooLong(row.url, answer) : error, options), added, waiting, failures }
  // A server that says "nothing new" would keep back entries whose pages are still to be had.
  const validators =
    waiting > 0 ? {} : { etag: printable(answer.headers.get('etag')), modified: printable(answer.headers.get('last-modified')) }
  return settle(library, { ...row, etag: null, modified: null, ...validators }, { added, waiting, failures })
}

/** XML is a feed, even under a DOCTYPE (RSS 0.91), or none at all; what else it is its content tells. */
function formatOfFeed({ body }: Answer): 'feed' | undefined {
  const head = Buffer.from(body.subarray(0, 1000)).toString('latin1')
  return /^\s*(?:\xef\xbb\xbf)?\s*<(?:\?xml|!doctype rss)\b/i.test(head) ? 'feed' : undefined
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}

async function* bodyOf({ body }: Answer): AsyncGenerator<Buffer> {
  yield Buffer.from(body.buffer, body.byteOffset, body.byteLength)
}

/** A page of a site is one report by its own name; entries of feeds are pieces of HTML. */
function isPage({ name, format }: Item, url: string): boolean {
  return name === url && (format === 'html' || format === 'text')
}

function isNoFeed(url: string): GriotError {
  return new GriotError('not-a-feed', `${url} is a page, no feed`, {
    hint: 'Give the address of its RSS, Atom or JSON feed; to keep one page, save it and use griot add',
  })
}

function tooLong(url: string, { body }: Answer): GriotError {
  return new GriotError('feed-too-long', `${url} is longer than ${Math.round(body.length / 1e6)} MB; entries after that were not read`, {
    cause: null,
  })
}

function describeStatus(url: string, status: number): GriotError {
  return new GriotError(`http-${status}`, `${url} answered ${status}${STATUS[status] ? `: ${STATUS[status]}` : ''}`, { cause: null })
}

/** In words, for those that a feed may well answer. */
const STATUS: Readonly<Record<number, string>> = {
  401: 'it wants a password',
  403: 'it may not be read',
  404: 'there is nothing (any more)',
  410: 'it is gone for good',
  429: 'it was asked too often',
  500: 'the server has a fault',
  502: 'the server behind it is away',
  503: 'the server is busy',
  504: 'the server behind it is away',
}

/** A header that can be sent back as it came. */
function printable(value: string | undefined): string | null {
  return value !== undefined && /^[\x20-\x7e]{1,500}$/.test(value) ? value : null
}

function settle(library: Library, row: FeedRow, found: Partial<Look>): Look {
  library.write(() => putFeed(library.db, { ...row, dueAt: null, failures: 0, cause: null }))
  return lookAt(row.url, { ...found, isBack: row.cause !== null })
}

/** Without a network it is nobody's failure, and nothing is put off. */
function fail(library: Library, row: FeedRow, error: GriotError, { clock, every }: WatchOptions, retryAfter?: string): Look {
  if (isOffline(error)) return lookAt(row.url, { trouble: { error, isNews: true, until: null } })
  const failures = row.failures + 1
  // A machine that has lost its way to the names of servers often cannot tell: that must not put them off for a day.
  const until = toIso(nextTry(clock.now(), every, error.code === 'server-unknown' ? 1 : failures, retryAfter))
  library.write(() => putFeed(library.db, { ...row, dueAt: until, failures, cause: error.message }))
  return lookAt(row.url, { trouble: { error, isNews: row.cause !== error.message, until } })
}
