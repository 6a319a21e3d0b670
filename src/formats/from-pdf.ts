import { GriotError } from '../util/error.ts'
import { dropFurniture, type SegmentedPage } from './pdf/furniture.ts'
import { loadPages, type PdfFacts } from './pdf/load-pages.ts'
import { type Block, findParagraphs, joinLines } from './pdf/paragraphs.ts'
import { orderRegions } from './pdf/reading-order.ts'
import { findSegments } from './pdf/segments.ts'
import { findTables } from './pdf/tables.ts'
import { type Found, sourceReport } from './source.ts'

/**
 * The text layer of a PDF: columns in reading order, paragraphs parted by a blank line, words that were parted at the end of a line joined, running
 * heads and page numbers gone, tables as rows with tabs between cells. Headline, author and date come from the first page and the file's own facts.
 * The map is that of the text itself, since a PDF has no place for a letter.
 */
export async function fromPdf(bytes: Uint8Array, name: string): Promise<Found> {
  let facts: PdfFacts = { title: null, author: null, date: null, language: null, pages: 0 }
  const pages: SegmentedPage[] = []
  for await (const part of loadPages(bytes, name)) {
    if ('pages' in part) facts = part
    else pages.push({ page: { ...part, pieces: [] }, segments: findSegments(part) })
  }
  const empty = pages.filter(({ segments }) => segments.length === 0).map(({ page }) => page.number)
  if (empty.length === pages.length) throw noText(name, facts.pages)
  const unclear: number[] = []
  const knows = wordsOf(pages)
  const blocks = dropFurniture(pages).flatMap(page => blocksOf(page, knows, unclear))
  const title = findTitle(blocks, facts.title)
  const text = joinBlocks(
    blocks.filter(block => block !== title.block),
    knows,
  )
  const date = isoDate(facts.date)
  const notes = [
    ...(facts.pages > pages.length ? [`The file has ${facts.pages} pages; the first ${pages.length} are read.`] : []),
    ...(empty.length > 0 ? [`${listPages(empty)} no text: empty, or pictures whose letters nobody has recognised.`] : []),
    ...(unclear.length > 0 ? [`${listPages(unclear)} a table that is not understood; it is read line by line.`] : []),
    ...(date ? ['The date of publication is the one that the file was made on.'] : []),
  ]
  const authors = facts.author?.split(/\s*;\s*/).filter(author => author !== '') ?? []
  return { report: sourceReport({ text, title: title.text, authors, published: date, language: facts.language, notes }), map: [[0, 0]] }
}

function blocksOf({ page, segments }: SegmentedPage, knows: (word: string) => boolean, unclear: number[]): Block[] {
  return orderRegions(segments).flatMap(region =>
    findTables(region.segments).flatMap(stretch => {
      if (stretch.kind === 'lines') return findParagraphs(stretch.lines, knows)
      if (stretch.kind === 'unclear') {
        unclear.push(page.number)
        return findParagraphs(stretch.lines, knows)
      }
      const text = stretch.rows.map(row => row.join('\t').trimEnd()).join('\n')
      return [{ kind: 'table' as const, text, size: 0, isFirst: false, isLast: false }]
    }),
  )
}

/** Paragraphs parted by a blank line; one that the end of a column or page broke in the middle of a sentence is put together. */
function joinBlocks(blocks: readonly Block[], knows: (word: string) => boolean): string {
  const texts: string[] = []
  for (const [i, block] of blocks.entries()) {
    const above = blocks[i - 1]
    const goesOn =
      above?.kind === 'text' &&
      block.kind === 'text' &&
      above.isLast &&
      block.isFirst &&
      /[\p{L}\p{M},\u00AD\u2010-]$/u.test(above.text) &&
      /^\p{Ll}/u.test(block.text)
    if (goesOn) texts.push(joinLines([texts.pop() ?? '', block.text], knows))
    else texts.push(block.text)
  }
  return texts.join('\n\n')
}

/** The largest letters at the head of the first page, where they are larger than the text's; else what the file calls itself. */
function findTitle(blocks: readonly Block[], told: string | null): { text: string | null; block: Block | null } {
  const body = usualSize(blocks)
  const head = blocks
    .slice(0, 12)
    .filter(
      ({ kind, size, text }) => kind === 'text' && size > 1.25 * body && text.length >= 10 && text.length <= 250 && !isKeyFigure(text),
    )
  const largest = head.reduce<Block | null>((best, block) => (best && best.size >= block.size ? best : block), null)
  if (largest) return { text: largest.text, block: largest }
  const isName =
    told !== null &&
    /\S \S/.test(told) &&
    !/^(?:microsoft (?:word|powerpoint)|untitled|document\d*$)|\.(?:docx?|pdf|indd|pptx?|odt)$/i.test(told)
  return { text: isName ? told : null, block: null }
}

/** "12,400 people displaced": a number set large is no headline. */
function isKeyFigure(text: string): boolean {
  return /^[\d.,\s]*\d[kKmM%]?\s+\p{Ll}/u.test(text)
}

/** The size of most letters. */
function usualSize(blocks: readonly Block[]): number {
  const letters = new Map<number, number>()
  for (const { text, size } of blocks) if (size > 0) letters.set(size, (letters.get(size) ?? 0) + text.length)
  let usual = 0
  for (const [size, count] of letters) if (count > (letters.get(usual) ?? 0)) usual = size
  return usual
}

/** The words of the document as they stand inside its lines, to tell the hyphens of words from those of line ends. */
function wordsOf(pages: readonly SegmentedPage[]): (word: string) => boolean {
  const words = new Set<string>()
  for (const { segments } of pages)
    for (const { text } of segments)
      for (const [word] of text.matchAll(/[\p{L}\p{M}'’]+(?:-[\p{L}\p{M}'’]+)*/gu)) words.add(word.toLowerCase())
  return word => words.has(word.toLowerCase())
}

/** "D:20240305101500+03'00'" → 2024-03-05. */
function isoDate(date: string | null): string | null {
  const [, year, month, day] = /^(?:D:)?(\d{4})(\d\d)(\d\d)/.exec(date ?? '') ?? []
  return year ? `${year}-${month}-${day}` : null
}

function listPages(numbers: readonly number[]): string {
  const list = [...new Set(numbers)]
  const shown = list.slice(0, 10).join(', ') + (list.length > 10 ? ' …' : '')
  return list.length === 1 ? `Page ${shown} holds` : `Pages ${shown} hold`
}

function noText(name: string, pages: number): GriotError {
  return new GriotError(
    'no-text-layer',
    `${name} has no text layer: its ${pages === 1 ? 'page is a picture' : `${pages} pages are pictures`}`,
    {
      hint: 'Recognise the letters first, for instance with OCRmyPDF',
    },
  )
}
