/** What JSON-LD says of an article. */
export interface LinkedData {
  readonly title: string | null
  readonly authors: readonly string[]
  readonly published: string | null
  readonly publisher: string | null
  readonly url: string | null
}

const NOTHING: LinkedData = { title: null, authors: [], published: null, publisher: null, url: null }
const ARTICLES = /Article$|^Report$|Posting$|^(?:Analysis|Background|Opinion|Report\w*)NewsArticle$/
const LONGEST = 2_000_000

/** Reads the article that a page's JSON-LD scripts describe (schema.org); scripts that are no JSON are passed over. */
export function findLinkedData(scripts: readonly string[]): LinkedData {
  let page: LinkedData | null = null
  for (const script of scripts) {
    for (const node of nodesOf(parse(script))) {
      const types = listOf(node['@type']).filter(type => typeof type === 'string')
      if (types.some(type => ARTICLES.test(type))) return describe(node)
      // A page's own dates serve where no article is described.
      if (types.includes('WebPage') && typeof node.datePublished === 'string') page ??= { ...NOTHING, published: node.datePublished }
    }
  }
  return page ?? NOTHING
}

type Json = Readonly<Record<string, unknown>>

function parse(script: string): unknown {
  if (script.length > LONGEST) return null
  try {
    return JSON.parse(script.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/g, ''))
  } catch {
    return null
  }
}

function* nodesOf(value: unknown, depth = 0): Generator<Json> {
  if (depth > 4 || typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (const item of value) yield* nodesOf(item, depth + 1)
    return
  }
  yield value as Json
  for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage']) yield* nodesOf((value as Json)[key], depth + 1)
}

function describe(node: Json): LinkedData {
  return {
    title: stringOf(node.headline) ?? stringOf(node.name),
    authors: listOf(node.author).flatMap(author => {
      const name = stringOf(author) ?? stringOf((author as Json | null)?.name)
      return name && !/^https?:/.test(name) ? [name] : []
    }),
    published: stringOf(node.datePublished) ?? stringOf(node.dateCreated),
    publisher: stringOf(node.publisher) ?? stringOf((listOf(node.publisher)[0] as Json | null | undefined)?.name),
    url: [node.url, node['@id']].map(stringOf).find(address => address && /^https?:\/\//.test(address)) ?? null,
  }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
}

function stringOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? decodeSimple(value.trim()) : null
}

/** JSON-LD often holds entities although it is no HTML. */
function decodeSimple(text: string): string {
  return text.replace(/&(?:amp|quot|apos|lt|gt|#0?39|#8217|rsquo|nbsp);/g, entity => ENTITIES[entity] ?? entity)
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&#039;': "'",
  '&#8217;': '’',
  '&rsquo;': '’',
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': ' ',
}
