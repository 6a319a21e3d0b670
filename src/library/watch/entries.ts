import { createHash } from 'node:crypto'
import { FORMATS, type FormatName, guessFormat, readBytes } from '../../formats/index.ts'
import { HEAD } from '../../formats/sniff.ts'
import type { Database } from '../../store/database.ts'
import { findEntry } from '../../store/watch.ts'
import { GriotError } from '../../util/error.ts'
import type { Item } from '../inputs.ts'
import type { Answer, Network } from './network.ts'

/** An entry shorter than this, in characters, is a summary, and the page behind it is asked for. */
const SHORT = 800
/** Pages asked for in one round of one feed, their bytes (all are held until they are added), and how often one page is tried. */
const MOST_PAGES = 60
const MOST_BYTES = 50_000_000
const MOST_TRIES = 3

/** An entry that was dealt with, to be remembered when it is stored. */
interface Met {
  readonly key: string
  readonly tries: number
  readonly isDone: boolean
}

/** Turns entries of one feed that were not met before into reports: the entry itself, or the page behind a short one. */
export class EntryReader {
  readonly met: Met[] = []
  /** Entries that are left for the next round. */
  waiting = 0
  readonly #db: Database
  readonly #url: string
  readonly #network: Network
  #pages = 0
  #bytes = 0
  /** A server has had enough of us. */
  #isTired = false

  constructor(db: Database, url: string, network: Network) {
    this.#db = db
    this.#url = url
    this.#network = network
  }

  /** The report of an entry; none where it was met before, or waits for its page. */
  async open(item: Item): Promise<Item[]> {
    const key = keyOf(this.#url, item)
    const before = findEntry(this.#db, key) ?? { tries: 0, isDone: false }
    if (before.isDone) return []
    const named = { ...item, name: item.known?.url ?? item.name }
    const link = linkOf(item)
    const length = link === null ? 0 : await lengthOf(item)
    const outcome = link === null || length >= SHORT ? named : await this.#openPage(link, named, length, before.tries)
    const tries = before.tries + (outcome === 'failed' ? 1 : 0)
    if (typeof outcome === 'string') this.waiting++
    if (outcome !== 'later') this.met.push({ key, tries, isDone: typeof outcome !== 'string' })
    return typeof outcome === 'string' ? [] : [outcome]
  }

  /** The page as a report, else the entry itself where the page can never be had or says no more. */
  async #openPage(link: string, item: Item, length: number, tries: number): Promise<Item | 'later' | 'failed'> {
    if (this.#isTired || this.#pages >= MOST_PAGES || this.#bytes >= MOST_BYTES) return 'later'
    this.#pages++
    try {
      const answer = await this.#network(link, { headers: { accept: 'text/html, application/xhtml+xml, application/pdf;q=0.9' } })
      this.#bytes += answer.body.length
      if (answer.status === 200) return (await pageOf(answer, item, length)) ?? item
      if (answer.status !== 429 && answer.status < 500) return withNote(item, `it answered ${answer.status}`)
      this.#isTired = answer.status === 429 || answer.status === 503
      return tries + 1 < MOST_TRIES ? 'failed' : withNote(item, `it answered ${answer.status}`)
    } catch (error) {
      if (!(error instanceof GriotError)) throw error
      const isFinal = error.exitCode === 2 || tries + 1 >= MOST_TRIES
      return isFinal ? withNote(item, error.message) : 'failed'
    }
  }
}

/** The same entry with the same words is the same. */
function keyOf(url: string, { known, otherwise, bytes }: Item): string {
  const hash = createHash('sha256').update(`${url}\n${known?.sourceId ?? otherwise?.sourceId ?? ''}\n${known?.url ?? ''}\n`)
  return hash.update(bytes ?? '').digest('hex')
}

function linkOf({ known, format }: Item): string | null {
  const isEntry = format === 'fragment' || format === 'text'
  return isEntry && known?.url && /^https?:\/\//i.test(known.url) ? known.url : null
}

async function lengthOf({ bytes, name, format }: Pick<Item, 'bytes' | 'name' | 'format'>): Promise<number> {
  if (bytes === null || bytes.length === 0) return 0
  return (await readBytes(bytes, name, format)).report.text.length
}

/** A page that says more than the entry; null elsewhere. The feed knows title, day and address best, the page its publisher. */
async function pageOf({ body, url, isCut }: Answer, item: Item, length: number): Promise<Item | null> {
  if (isCut || body.length === 0) return null
  const { format, notes } = formatOfPage(body, url)
  if (format === null || (await lengthOf({ bytes: body, name: item.name, format })) <= length) return null
  const { sourceId, url: address, published, title, ...rest } = item.known ?? {}
  const known = Object.fromEntries(Object.entries({ sourceId, url: address, published, title }).filter(([, value]) => value))
  return {
    ...item,
    format,
    bytes: body,
    size: body.length,
    known,
    otherwise: { ...item.otherwise, ...rest },
    notes: [...item.notes, ...notes],
  }
}

function formatOfPage(body: Uint8Array, url: string): { format: FormatName | null; notes: readonly string[] } {
  try {
    const { format, notes } = guessFormat(body.subarray(0, HEAD), new URL(url).pathname)
    return { format: FORMATS[format].holds !== 'members' && format !== 'jsonl' ? format : null, notes }
  } catch (error) {
    if (error instanceof GriotError) return { format: null, notes: [] }
    throw error
  }
}

function withNote(item: Item, why: string): Item {
  return { ...item, notes: [...item.notes, `This is the entry of a feed; the page behind it could not be had: ${why}.`] }
}
