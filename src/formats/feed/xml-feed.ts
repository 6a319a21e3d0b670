import { Parser } from 'htmlparser2'
import { GriotError } from '../../util/error.ts'
import type { Member } from '../container.ts'
import { type Entry, memberOfEntry } from './entry.ts'

/** Feeds are flat; what is deeper was made to overflow something. */
const DEEPEST = 256
/** Characters of one entry. */
const LONGEST = 16 << 20

/**
 * The entries of an RSS (0.9 to 2.0, RDF) or Atom feed, as they come. Entities that a feed defines itself are not expanded, so none can grow.
 * Small faults of the XML are passed over, as feed readers do.
 */
export async function* readXmlFeed(chunks: AsyncIterable<Buffer>, name: string, notes: readonly string[]): AsyncGenerator<Member> {
  const builder = new FeedBuilder(name)
  const parser = new Parser(builder, { xmlMode: true, decodeEntities: true })
  const decoder = new TextDecoder()
  let number = 0
  let failure: unknown = null
  const feed = (act: () => void) => {
    try {
      act()
    } catch (error) {
      failure = error
    }
  }
  for await (const chunk of chunks) {
    feed(() => parser.write(decoder.decode(chunk, { stream: true })))
    for (const entry of builder.take()) yield memberOfEntry(entry, builder.feed, ++number, notes)
    if (failure) throw failure
  }
  builder.isEnding = true
  parser.end()
  if (!builder.isFeed)
    throw new GriotError('not-a-feed', `${name} is XML, but no RSS or Atom feed`, { hint: 'For a page give --from html' })
  if (!builder.isWhole) throw cutOff(name)
  if (number === 0) throw new GriotError('no-report', `${name} is a feed without entries`, { hint: 'Fetch it again when it has some' })
}

function cutOff(name: string): GriotError {
  return new GriotError('file-cut-off', `${name} is cut off`, { hint: 'What stands before the cut is read; get a whole copy for the rest' })
}

const ROOTS = new Set(['rss', 'feed', 'rdf:rdf', 'rdf'])
const ENTRIES = new Set(['item', 'entry'])

class FeedBuilder {
  readonly feed: { title: string | null; language: string | null } = { title: null, language: null }
  isFeed = false
  isWhole = false
  isEnding = false
  readonly #name: string
  readonly #path: string[] = []
  #done: Entry[] = []
  /** Values of the entry that is open, by the name of their element; null outside entries. */
  #values: Map<string, string> | null = null
  #entryDepth = 0
  #text: string[] = []
  #length = 0
  /** Depth of an Atom element whose content is XHTML, 0 outside one. */
  #xhtml = 0
  #type = ''
  #language: string | null = null

  constructor(name: string) {
    this.#name = name
  }

  take(): Entry[] {
    const done = this.#done
    this.#done = []
    return done
  }

  onopentag(raw: string, attributes: Readonly<Record<string, string>>): void {
    const tag = raw.toLowerCase()
    if (this.#path.length === 0) {
      this.isFeed ||= ROOTS.has(tag)
      this.feed.language ??= attributes['xml:lang'] ?? null
    }
    this.#path.push(tag)
    if (this.#path.length > DEEPEST) {
      throw new GriotError('too-deep', `${this.#name} has elements inside each other over ${DEEPEST} deep, and is no feed`, {
        hint: 'Leave it out',
      })
    }
    if (this.#xhtml > 0) {
      this.#add(`<${tag}${tag === 'a' ? ` href=""` : ''}>`)
      return
    }
    if (ENTRIES.has(tag) && this.#values === null) {
      this.#values = new Map()
      this.#entryDepth = this.#path.length
      this.#language = attributes['xml:lang'] ?? null
    } else if (this.#values && this.#path.length === this.#entryDepth + 1) {
      this.#type = attributes.type ?? ''
      if (this.#type === 'xhtml') this.#xhtml = this.#path.length
      if (/^(?:atom:)?link$/.test(tag) && attributes.href && /^(?:alternate)?$/.test(attributes.rel ?? ''))
        this.#set('link', attributes.href)
      if (tag === 'guid' && attributes.isPermaLink === 'false') this.#set('guid:opaque', 'yes')
    }
    this.#clear()
  }

  ontext(text: string): void {
    this.#add(this.#xhtml > 0 ? toMarkup(text) : text)
  }

  onclosetag(raw: string, isImplied: boolean): void {
    // At the end of a file that was cut off, the parser closes what is left open.
    if (isImplied && this.isEnding) return
    const tag = raw.toLowerCase()
    const depth = this.#path.length
    if (this.#xhtml > 0 && depth > this.#xhtml) this.#add(`</${tag}>`)
    else {
      const text = this.#text.join('').trim()
      this.#clear()
      if (this.#values) this.#endInEntry(tag, text, depth)
      else this.#endInFeed(tag, text, depth)
      if (depth === this.#xhtml) this.#xhtml = 0
    }
    this.#path.pop()
    if (this.#path.length === 0) this.isWhole = true
  }

  #endInEntry(tag: string, text: string, depth: number): void {
    const at = depth - this.#entryDepth
    if (at === 0) {
      this.#done.push(this.#finish(this.#values as Map<string, string>))
      this.#values = null
    } else if (at === 1) {
      if (tag === 'author' && this.#values?.has('author/name')) return
      if (/^(?:content|summary|title)$/.test(tag)) this.#set(`${tag}:type`, this.#type)
      this.#set(tag, text)
    } else if (at === 2 && tag === 'name' && this.#path.at(-2) === 'author') this.#set('author/name', text)
    else if (at === 2 && tag === 'title' && this.#path.at(-2) === 'source') this.#set('source', text)
  }

  #endInFeed(tag: string, text: string, depth: number): void {
    if (depth > 3 || text === '') return
    const parent = this.#path.at(-2) ?? ''
    if (tag === 'title' && /^(?:channel|feed)$/.test(parent)) this.feed.title ??= text
    if (/^(?:dc:)?language$/.test(tag) && parent === 'channel') this.feed.language ??= text
  }

  #finish(values: ReadonlyMap<string, string>): Entry {
    const first = (...names: string[]) => names.map(name => values.get(name)).find(value => value !== undefined && value !== '') ?? null
    const guid = first('guid')
    const bodies = ['content:encoded', 'content', 'description', 'summary'].map(name => ({ name, text: values.get(name) ?? '' }))
    const body = bodies.reduce((best, next) => (next.text.length > best.text.length ? next : best))
    const isText = /^(?:content|summary)$/.test(body.name) && /^(?:text|text\/plain)?$/.test(values.get(`${body.name}:type`) ?? '')
    const author = first('author/name', 'dc:creator', 'author')
    return {
      id: first('id') ?? guid,
      title: first('title', 'media:title'),
      url: first('link', 'feedburner:origlink') ?? (guid && !values.has('guid:opaque') && /^https?:/i.test(guid) ? guid : null),
      published: first('pubdate', 'published', 'dc:date', 'dcterms:issued', 'updated', 'issued', 'modified'),
      language: this.#language ?? first('dc:language'),
      // RSS: "name@house.org (Full Name)".
      authors: author === null ? [] : [/^\S+@\S+\s+\((.+)\)$/.exec(author)?.[1] ?? author],
      publisher: first('source', 'dc:publisher'),
      content: body.text,
      isHtml: !isText,
    }
  }

  #set(name: string, value: string): void {
    if (value !== '' && !this.#values?.has(name)) this.#values?.set(name, value)
  }

  #add(text: string): void {
    this.#length += text.length
    if (this.#length > LONGEST) {
      throw new GriotError('file-too-large', `${this.#name} has an entry of more than ${LONGEST >> 20} million characters`, {
        hint: 'Leave it out',
      })
    }
    this.#text.push(text)
  }

  #clear(): void {
    this.#text = []
    this.#length = 0
  }
}

function toMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
