import { MappedText } from '../offset-map.ts'
import { textOf } from './clutter.ts'
import { type Article, isLink } from './main-article.ts'
import { type Element, isBlockTag, isElement, type Node, type TextNode } from './tree.ts'

/** A piece of text and where it stands in the source. */
type Piece = readonly [text: string, source: number]

/** One paragraph, heading, list item or table row of a page. */
export interface Block {
  readonly kind: 'text' | 'heading' | 'item' | 'row'
  /** 1–6 of a heading, 0 otherwise. */
  readonly level: number
  readonly pieces: readonly Piece[]
  readonly text: string
  /** Characters inside links. */
  readonly links: number
  /** The elements that its words stand in: the one of the block, then those inside the line. */
  readonly elements: readonly Element[]
  /** Was something between this and the block before left out as clutter? */
  readonly afterCut: boolean
}

/** The text of some elements as blocks; what surrounds an article inside it (share bars, captions, link lists) is left out. */
export function findBlocks({ parts, measures }: Article, clutter: ReadonlySet<Element>): Block[] {
  const walker = new Walker(measures, clutter)
  for (const part of parts) walker.walk(part, false)
  walker.close(null)
  return walker.blocks
}

class Walker {
  readonly blocks: Block[] = []
  readonly #measures: Article['measures']
  readonly #clutter: ReadonlySet<Element>
  #pieces: Piece[] = []
  #links = 0
  #length = 0
  #breaks = 0
  #space = false
  #cut = false
  /** The elements that are open, and those that the words of this block stood in. */
  readonly #open: Element[] = []
  readonly #elements = new Set<Element>()

  constructor(measures: Article['measures'], clutter: ReadonlySet<Element>) {
    this.#measures = measures
    this.#clutter = clutter
  }

  walk(element: Element, inLink: boolean): void {
    const block = isBlockTag(element.tag)
    if (block) this.close(null)
    this.#open.push(element)
    if (element.tag === 'table' && isDataTable(element)) {
      this.#addTable(element)
      this.#open.pop()
      return
    }
    for (const child of element.children) {
      if (!isElement(child)) this.#addText(child, inLink, element.tag === 'pre')
      else if (child.tag === 'br') this.#break()
      else if (this.#clutter.has(child)) this.#cutHere(child)
      else if (this.#isLinkBox(child)) this.#cut = true
      else if (child.tag === 'q') {
        this.#addPiece('“', this.#here(child))
        this.walk(child, inLink)
        this.#glue('”')
      } else this.walk(child, inLink || isLink(child))
    }
    if (block) this.close(element)
    this.#open.pop()
  }

  /** Scripts and styles are no cut: nobody sees them. */
  #cutHere(child: Element): void {
    if (child.tag !== 'script' && child.tag !== 'style') this.#cut = true
  }

  /** Lists and boxes of links, and the marks of footnotes. */
  #isLinkBox(element: Element): boolean {
    const m = this.#measures.get(element)
    if (element.tag === 'sup' && isNoteMark(element)) return true
    if (!m || !isBlockTag(element.tag)) return false
    if (element.tag === 'table' && isDataTable(element)) return false
    return m.text > 0 && m.links / m.text > (element.tag === 'p' || element.tag === 'li' ? 0.9 : 0.5) && m.links > 15 && m.text < 3000
  }

  #here(element: Element): number {
    const first = element.children.find(child => !isElement(child)) as TextNode | undefined
    return first?.starts[0]?.[1] ?? this.#pieces.at(-1)?.[1] ?? 0
  }

  #addText(node: TextNode, inLink: boolean, keepsLines: boolean): void {
    for (const [i, [start, source]] of node.starts.entries()) {
      const run = node.text.slice(start, node.starts[i + 1]?.[0])
      for (const { 0: part, index } of run.matchAll(/[^\s\u00AD\u200B]+|[\s\u00AD\u200B]+/g)) {
        if (/^[\s\u00AD\u200B]/.test(part)) {
          if (keepsLines && part.includes('\n')) this.#break()
          else if (/\s/.test(part)) this.#space = true
          continue
        }
        this.#addPiece(part, source + index)
        if (inLink) this.#links += part.length
      }
    }
  }

  #addPiece(text: string, source: number): void {
    if (this.#breaks > 0 && this.#pieces.length > 0) this.#push(this.#breaks > 1 ? '\n\n' : '\n', source)
    else if (this.#space && this.#pieces.length > 0) this.#push(' ', source - 1)
    this.#breaks = 0
    this.#space = false
    this.#push(text, source)
    this.#length += text.length
    this.#noteElements()
  }

  /** Remembers the elements that the words stand in, up to the block that holds them. */
  #noteElements(): void {
    for (let i = this.#open.length - 1; i >= 0; i--) {
      const element = this.#open[i] as Element
      if (this.#elements.has(element)) return
      this.#elements.add(element)
      if (isBlockTag(element.tag)) return
    }
  }

  #glue(text: string): void {
    const [last, source] = this.#pieces.at(-1) ?? ['', 0]
    this.#push(text, source + last.length)
  }

  #push(text: string, source: number): void {
    this.#pieces.push([text, source])
  }

  #break(): void {
    this.#breaks++
    this.#space = false
  }

  /** Ends the block that is being filled; `element` is the one that ends with it, null where another begins. */
  close(element: Element | null): void {
    this.#breaks = 0
    this.#space = false
    const pieces = this.#pieces
    if (pieces.length === 0) return
    const level = /^h([1-6])$/.exec(element?.tag ?? '')
    this.blocks.push({
      kind: level ? 'heading' : element?.tag === 'li' || element?.tag === 'dd' ? 'item' : 'text',
      level: level ? Number(level[1]) : 0,
      pieces,
      text: pieces.map(([text]) => text).join(''),
      links: Math.min(1, this.#links / Math.max(1, this.#length)),
      elements: [...this.#elements],
      afterCut: this.#cut,
    })
    this.#cut = false
    this.#elements.clear()
    this.#pieces = []
    this.#links = 0
    this.#length = 0
  }

  /** Rows of a table as lines, cells apart by tabs; a cell over several columns leaves the others empty, one over several rows those below. */
  #addTable(table: Element): void {
    const held: number[] = []
    for (const row of rowsOf(table)) {
      if (row.tag === 'caption') {
        this.walk(row, false)
        continue
      }
      let column = 0
      const skipHeld = () => {
        while ((held[column] ?? 0) > 0) {
          held[column] = (held[column] ?? 0) - 1
          if (column > 0) this.#glue('\t')
          column++
        }
      }
      for (const cell of row.children) {
        if (!isElement(cell) || (cell.tag !== 'td' && cell.tag !== 'th')) continue
        skipHeld()
        this.#addCell(cell, column > 0)
        const width = spanOf(cell, 'colspan')
        const height = spanOf(cell, 'rowspan')
        for (let i = 0; i < width; i++) {
          if (i > 0) this.#glue('\t')
          held[column++] = height - 1
        }
      }
      skipHeld()
      this.#closeRow(row)
    }
  }

  #addCell(cell: Element, tab: boolean): void {
    if (tab) this.#glue('\t')
    let between = false
    const walk = (node: Node): void => {
      if (!isElement(node)) {
        for (const [i, [start, source]] of node.starts.entries()) {
          const run = node.text.slice(start, node.starts[i + 1]?.[0])
          for (const { 0: word, index } of run.matchAll(/[^\s\u00AD\u200B]+|\s+/g)) {
            if (/^\s/.test(word)) between = true
            else {
              if (between && !this.#endsCell()) this.#push(' ', source + index - 1)
              between = false
              this.#push(word, source + index)
              this.#length += word.length
            }
          }
        }
      } else if (!this.#clutter.has(node) && !(node.tag === 'sup' && isNoteMark(node))) {
        if (node.tag === 'br' || isBlockTag(node.tag)) between = true
        for (const child of node.children) walk(child)
        if (isBlockTag(node.tag)) between = true
      }
    }
    for (const child of cell.children) walk(child)
  }

  #endsCell(): boolean {
    const last = this.#pieces.at(-1)
    return !last || last[0] === '\t'
  }

  #closeRow(row: Element): void {
    const text = this.#pieces.map(([piece]) => piece).join('')
    if (text.trim() === '') this.#pieces = []
    const before = this.blocks.length
    this.close(row)
    const made = this.blocks[before]
    if (made) this.blocks[before] = { ...made, kind: 'row' }
  }
}

/** "[1]" or a small figure that leads to a footnote. */
function isNoteMark(element: Element): boolean {
  const text = textOf(element, 20)
  return (
    /^\[.{1,8}\]$/.test(text) ||
    (/^\d{1,3}$|^[a-z*†‡]$/.test(text) && element.children.some(child => isElement(child) && child.tag === 'a'))
  )
}

function spanOf(cell: Element, name: string): number {
  const number = Number.parseInt(cell.attributes.get(name) ?? '1', 10)
  return number >= 1 ? Math.min(number, 50) : 1
}

function* rowsOf(table: Element): Generator<Element> {
  for (const child of table.children) {
    if (!isElement(child)) continue
    if (child.tag === 'tr' || child.tag === 'caption') yield child
    else if (/^t(?:head|body|foot)$/.test(child.tag)) yield* rowsOf(child)
  }
}

/** A table that holds data, not the layout of a page: rows of several short cells, none with a table or paragraphs in it. */
function isDataTable(table: Element): boolean {
  let cells = 0
  let wide = 0
  let rows = 0
  for (const row of rowsOf(table)) {
    if (row.tag === 'caption') continue
    rows++
    let inRow = 0
    for (const cell of row.children) {
      if (!isElement(cell) || (cell.tag !== 'td' && cell.tag !== 'th')) continue
      inRow++
      if (cell.tag === 'th') wide += 0.1
      if (holdsLayout(cell)) return false
    }
    cells += inRow
    if (inRow > 1) wide++
  }
  return rows > 0 && wide >= 1 && cells > rows
}

function holdsLayout(cell: Element): boolean {
  let text = 0
  let blocks = 0
  const stack: Node[] = [...cell.children]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!isElement(node)) text += node.text.length
    else {
      if (node.tag === 'table' || /^h[1-6]$/.test(node.tag)) return true
      if (node.tag === 'p' || node.tag === 'div') blocks++
      for (const child of node.children) stack.push(child)
    }
  }
  return text > 1500 || (blocks > 4 && text > 600)
}

/** Blocks → text with its map: a blank line between blocks, the rows of a table on lines that follow each other. */
export function joinBlocks(blocks: readonly Block[]): MappedText {
  const out = new MappedText()
  for (const [i, block] of blocks.entries()) {
    const first = block.pieces[0]?.[1] ?? 0
    if (i > 0) out.add(block.kind === 'row' && blocks[i - 1]?.kind === 'row' ? '\n' : '\n\n', first)
    for (const [text, source] of block.pieces) out.add(text, source)
  }
  return out
}
