import { elementsOf, nameWords, textOf } from './clutter.ts'
import { findLinkedData } from './linked-data.ts'
import { type Element, isElement } from './tree.ts'

/** What a page says of its article beside the text; dates and names as written. */
export interface Metadata {
  readonly title: string | null
  readonly authors: readonly string[]
  readonly published: string | null
  readonly publisher: string | null
  readonly url: string | null
}

/** Reads JSON-LD, Open Graph and the other meta elements, microdata, `time` elements and named bylines and datelines, the surest first. */
export function findMetadata(root: Element): Metadata {
  const seen = look(root)
  const data = findLinkedData(seen.scripts)
  const meta = (...names: string[]) => names.map(name => seen.meta.get(name)).find(value => value) ?? null
  const heading = onlyOne(seen.headings)
  return {
    title: data.title ?? meta('og:title', 'twitter:title', 'dc.title', 'title') ?? heading ?? (seen.title && withoutSite(seen.title)),
    authors: firstFilled(data.authors, splitAuthors(meta(...AUTHOR_METAS)), seen.authors),
    published: data.published ?? meta(...DATE_METAS) ?? seen.published ?? seen.times[0] ?? seen.datelines[0] ?? onlyOne(seen.bareDates),
    publisher: data.publisher ?? meta('og:site_name', 'dc.publisher', 'citation_publisher', 'publisher', 'application-name'),
    url: webAddress(seen.canonical) ?? webAddress(meta('og:url')) ?? data.url,
  }
}

const DATE_METAS = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'publication_date',
  'publish-date',
  'publishdate',
  'publish_date',
  'pubdate',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.date',
  'dcterms.created',
  'dc.date.created',
  'dc.date',
  'citation_publication_date',
  'citation_date',
  'article.published',
  'ptime',
  'date',
]
const AUTHOR_METAS = [
  'author',
  'article:author',
  'og:article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'citation_author',
  'byl',
]

interface Seen {
  readonly meta: Map<string, string>
  readonly scripts: string[]
  readonly headings: string[]
  title: string | null
  canonical: string | null
  authors: string[]
  published: string | null
  readonly times: string[]
  readonly datelines: string[]
  /** Lines that are a date and nothing more: those below the heading, or all where there is no heading. */
  bareDates: string[]
}

function look(root: Element): Seen {
  const seen: Seen = {
    meta: new Map(),
    scripts: [],
    headings: [],
    title: null,
    canonical: null,
    authors: [],
    published: null,
    times: [],
    datelines: [],
    bareDates: [],
  }
  for (const element of elementsOf(root)) {
    // What stands above the first heading is the page's own date, or that of another article.
    if (element.tag === 'h1' && seen.headings.length === 0) seen.bareDates = []
    lookAt(element, seen)
    for (const child of element.children) if (!isElement(child) && isBareDate(child.text)) seen.bareDates.push(child.text.trim())
  }
  return seen
}

function lookAt(element: Element, seen: Seen): void {
  const { tag, attributes } = element
  const property = attributes.get('itemprop') ?? ''
  if (tag === 'meta') lookAtMeta(attributes, seen)
  else if (tag === 'title') seen.title ??= textOf(element) || null
  else if (tag === 'link') {
    if (attributes.get('rel') === 'canonical') seen.canonical ??= attributes.get('href') ?? null
  } else if (tag === 'script') {
    if (/ld\+json/.test(attributes.get('type') ?? '')) seen.scripts.push(rawText(element))
  } else if (tag === 'h1') seen.headings.push(textOf(element))
  else if (/\bdatePublished\b/.test(property)) seen.published ??= dateOf(element)
  else if (tag === 'time') seen.times.push(dateOf(element) ?? '')
  else lookAtNames(element, property, seen)
}

function lookAtMeta(attributes: Element['attributes'], seen: Seen): void {
  const name = attributes.get('property') ?? attributes.get('name') ?? attributes.get('itemprop')
  const content = attributes.get('content')?.trim()
  if (name && content && !seen.meta.has(name.toLowerCase())) seen.meta.set(name.toLowerCase(), content)
}

function lookAtNames(element: Element, property: string, seen: Seen): void {
  const names = nameWords(element)
  const isAuthor =
    element.attributes.get('rel') === 'author' ||
    /\bauthor\b/.test(property) ||
    /(?:^|[\s_-])(?:byline|author-?name|vcard-author)(?=$|[\s_-])/.test(names)
  if (isAuthor && seen.authors.length === 0) {
    const named = [...elementsOf(element)].find(
      inner => inner.attributes.get('itemprop') === 'name' || inner.attributes.get('rel') === 'author',
    )
    const text = textOf(named ?? element, 200)
    if (text.length > 0 && text.length < 100) seen.authors = splitAuthors(text)
  }
  if (
    /(?:^|[\s_-])(?:date(?:line)?|pub-?date|publish(?:ed|-date)?|posted(?:-on)?|timestamp|article-date|post-date|entry-date|story-date)(?=$|[\s_-])/.test(
      names,
    )
  ) {
    const text = textOf(element, 200)
    if (text.length < 100 && isDateLike(text)) seen.datelines.push(text)
  }
}

/** "Tuesday, 3 September 2024", "Geneva, 3 September 2024, 10:00", "03.09.2024". */
function isBareDate(text: string): boolean {
  const line = text.trim()
  return line.length >= 8 && line.length <= 60 && isDateLike(line) && BARE_DATE.test(line)
}

const BARE_DATE =
  /^(?:\p{Lu}[\p{L}.' -]{1,25}, ?)?(?:\p{L}{3,12},? )?(?:(?:le )?\d{1,2}(?:st|nd|rd|th|er|\.)? (?:of |de )?\p{L}{3,12}\.?,? (?:de )?\d{4}|\p{L}{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}-\d\d-\d\d)(?:[ ,|–-]+(?:at |à )?\d{1,2}[:.h]\d\d.{0,12})?$/u

/** A day with its year, in digits or with a month's name. */
function isDateLike(text: string): boolean {
  return /(?<!\d)(?:19|20)\d\d(?!\d)/.test(text) && /(?<!\d)\d{1,2}(?!\d)/.test(text)
}

function dateOf(element: Element): string | null {
  const { attributes } = element
  const text = attributes.get('content') ?? attributes.get('datetime') ?? attributes.get('title') ?? textOf(element, 100)
  return /\d{4}/.test(text) ? text : isDateLike(textOf(element, 100)) ? textOf(element, 100) : null
}

function rawText(element: Element): string {
  return element.children.map(child => (isElement(child) ? '' : child.text)).join('')
}

/** "By Jane Doe and John Roe, Agency" → the names; an address of a page is none. */
function splitAuthors(text: string | null): string[] {
  if (!text || /^https?:/.test(text)) return []
  return text
    .replace(/^\s*(?:(?:written |reported )?by|par|von|por|de)\b:?\s+/i, '')
    .split(/\s*(?:[,;|&•]|\band\b|\bet\b|\n)\s*/)
    .map(name => name.trim())
    .filter(name => name.length > 1 && name.length < 80 && !/\d/.test(name))
}

/** "Floods hit Dosso | The Daily" → the longer end, when a bar, a dash or a guillemet parts the site's name from it. */
function withoutSite(title: string): string {
  const cut = /^(.*?\S)\s+[|»·–—-]\s+([^|»·–—]{2,40})$/.exec(title)
  return cut?.[1] && cut[1].split(' ').length > 2 ? cut[1] : title
}

/** The one filled string of a list; null where there are none or several. */
function onlyOne(strings: readonly string[]): string | null {
  const filled = [...new Set(strings)].filter(text => text !== '')
  return filled.length === 1 ? (filled[0] as string) : null
}

function firstFilled(...lists: readonly (readonly string[])[]): readonly string[] {
  return lists.find(list => list.length > 0) ?? []
}

function webAddress(value: string | null): string | null {
  return value && /^https?:\/\/\S+$/.test(value) ? value : null
}
