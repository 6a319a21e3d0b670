import { loadTable } from '../../resource/table.ts'
import type { Block } from './blocks.ts'
import { nameWords } from './clutter.ts'
import type { Metadata } from './metadata.ts'

/** Blocks of an article without its furniture: the title, byline and dateline above it, calls to share or read on, headings of what was cut. */
export function keepText(blocks: readonly Block[], { title, authors }: Metadata): Block[] {
  const body = blocks.findIndex(block => block.kind === 'text' && block.text.length >= LINE)
  const heading = blocks.findIndex((block, i) => i < HEAD && isTitle(block, title))
  const kept = blocks.filter((block, i) => {
    if (isFurniture(block) || (i < HEAD && isTitle(block, title))) return false
    // A short line above the title is the page's, not the article's.
    if (i < heading && block.text.length < LINE) return false
    return !((i < body || i > blocks.length - 4) && isAboutArticle(block, authors))
  })
  return withoutBareHeadings(kept)
}

/** Blocks among which the title is looked for, and the length from which on a block is no mere line. */
const HEAD = 12
const LINE = 80

const FURNITURE = loadTable(new URL('./furniture.tsv', import.meta.url), ['pattern', 'most']).map(row => ({
  pattern: new RegExp(`^\\W*${row.pattern}`, 'iu'),
  most: Number(row.most),
}))

function isFurniture({ text, links, kind }: Block): boolean {
  if (kind === 'row') return false
  if (links > 0.8 && text.length < 200) return true
  return FURNITURE.some(({ pattern, most }) => text.length <= most && pattern.test(text))
}

function isTitle({ text, kind, level }: Block, title: string | null): boolean {
  if (!title || (kind !== 'heading' && text.length > 300)) return false
  if (level === 1) return true
  return normalise(text) === normalise(title)
}

/** A short line named as byline or dateline, with a `time` element, or made of an author's name. */
function isAboutArticle({ text, elements }: Block, authors: readonly string[]): boolean {
  if (text.length > 120) return false
  if (elements.some(element => element.tag === 'time' || element.attributes.get('rel') === 'author' || ABOUT.test(nameWords(element))))
    return true
  const named = authors.reduce((length, author) => (text.includes(author) ? length + author.length : length), 0)
  return named > 0 && text.length - named <= 30
}

const ABOUT = /(?:^|[\s_-])(?:byline|author|authors|date|dateline|timestamp|pub-?date|published|posted|meta|dek-?meta)(?=$|[\s_-])/

/** A heading at the end, or above something that was cut, heads nothing. */
function withoutBareHeadings(blocks: readonly Block[]): Block[] {
  const kept: Block[] = []
  for (let i = blocks.length - 1; i >= 0; i--) {
    const block = blocks[i] as Block
    const next = kept.at(-1)
    if (block.kind === 'heading' && (!next || (next.afterCut && next.kind === 'heading' && next.level <= block.level))) continue
    kept.push(block)
  }
  return kept.reverse()
}

function normalise(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
