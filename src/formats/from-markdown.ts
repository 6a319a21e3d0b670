import MarkdownIt, { type Token } from 'markdown-it'
import { fromText } from './from-text.ts'
import { type FrontMatter, parseFrontMatter } from './front-matter.ts'
import { MappedText } from './offset-map.ts'
import { type Found, type SourceReport, sourceReport } from './source.ts'

/** Larger sources are read as plain text: their marks would cost more than they tell. */
const LARGEST = 20_000_000

/**
 * Markdown (CommonMark with tables): paragraphs, headings and list items parted by a blank line, table rows as lines with cells apart by
 * tabs, links and emphasis as their words, pictures gone. Front matter and a first heading of the first level give title, date and names.
 */
export function fromMarkdown(source: string): Found {
  if (source.length > LARGEST) {
    const { report, map } = fromText(source)
    return { report: { ...report, notes: ['The file is too large to be read as Markdown; it is read as plain text.'] }, map }
  }
  const front = parseFrontMatter(source)
  const start = front?.end ?? 0
  const writer = new BlockWriter(source, start)
  writer.write(new MarkdownIt({ html: true }).parse(source.slice(start), {}))
  const known = front ? describe(front) : {}
  const title = known.title ?? writer.title
  return { report: sourceReport({ ...known, title, text: writer.out.text() }), map: writer.out.map() }
}

function describe({ fields }: FrontMatter): Partial<SourceReport> {
  const first = (...keys: string[]) => keys.map(key => fields.get(key)?.[0]).find(value => value !== undefined) ?? null
  return {
    title: first('title', 'headline'),
    published: first('published', 'date', 'pubdate', 'created'),
    url: first('url', 'link', 'permalink', 'source_url', 'canonical'),
    publisher: first('publisher', 'source', 'site'),
    language: first('language', 'lang', 'locale'),
    sourceId: first('id'),
    authors: fields.get('authors') ?? fields.get('author') ?? fields.get('byline') ?? [],
  }
}

/** How far behind the last word found the next one is looked for. */
const WINDOW = 400

class BlockWriter {
  readonly out = new MappedText()
  title: string | null = null
  readonly #source: string
  readonly #lines: number[]
  #cursor: number
  /** What goes between what is written and what comes next. */
  #gap = ''

  constructor(source: string, start: number) {
    this.#source = source
    this.#cursor = start
    this.#lines = lineStarts(source, start)
  }

  write(tokens: readonly Token[]): void {
    for (const [i, token] of tokens.entries()) {
      if (token.map) this.#cursor = Math.max(this.#cursor, this.#lines[token.map[0]] ?? this.#cursor)
      if (token.type === 'inline') {
        const above = tokens[i - 1]
        if (above?.type === 'heading_open' && above.tag === 'h1' && this.title === null && this.out.length === 0) this.title = plain(token)
        else this.#writeInline(token.children ?? [])
      } else if (token.type === 'fence' || token.type === 'code_block') this.#writeLines(token.content)
      else if (token.type === 'html_block') this.#writeLines(token.content.replace(/<!--[\s\S]*?(?:-->|$)|<[^<>]*>/g, ''))
      else if (token.type === 'tr_open') this.#part('\n')
      else if (token.type === 'th_close' || token.type === 'td_close') this.#gap += '\t'
      else if (token.type === 'tr_close') this.#endRow()
      else if (token.type === 'table_open' || token.type === 'table_close') this.#part('\n\n')
      else if (token.nesting === -1 && token.block && !/^(?:t[hd]|thead|tbody)_/.test(token.type)) this.#part('\n\n')
    }
  }

  #part(gap: string): void {
    if (this.out.length > 0 && gap.length > this.#gap.length) this.#gap = gap
  }

  /** The tab behind the last cell goes, those of empty cells before it stay. */
  #endRow(): void {
    if (this.out.length > 0) this.out.add(this.#gap.slice(0, -1), this.#cursor)
    this.#gap = ''
  }

  #writeInline(children: readonly Token[]): void {
    for (const child of children) {
      if (child.type === 'text' || child.type === 'code_inline') this.#writeText(child.content)
      else if (child.type === 'softbreak') this.#gap ||= ' '
      else if (child.type === 'hardbreak' || /^<br\b/i.test(child.content)) this.#gap = '\n'
    }
  }

  #writeLines(content: string): void {
    for (const line of content.split('\n')) {
      this.#writeText(line.trim())
      this.#part('\n')
    }
    this.#part('\n\n')
  }

  #writeText(text: string): void {
    if (text === '') return
    const near = this.#source.slice(this.#cursor, this.#cursor + text.length + WINDOW).indexOf(text)
    const at = near < 0 ? this.#cursor : this.#cursor + near
    if (this.out.length > 0 || this.#gap.includes('\t')) this.out.add(this.#gap, at)
    this.#gap = ''
    this.out.add(text, at)
    if (near >= 0) this.#cursor = at + text.length
  }
}

function plain(token: Token): string | null {
  return (
    (token.children ?? [])
      .map(child => (child.type === 'softbreak' ? ' ' : child.type === 'image' ? '' : child.content))
      .join('')
      .trim() || null
  )
}

function lineStarts(source: string, start: number): number[] {
  const starts = [start]
  for (const { index, 0: end } of source.slice(start).matchAll(/\r\n?|\n/g)) starts.push(start + index + end.length)
  return starts
}
