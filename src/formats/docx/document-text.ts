import { Parser } from 'htmlparser2'
import { GriotError } from '../../util/error.ts'

/** Elements inside elements; a document with tables in tables has a few dozen. */
const DEEPEST = 500

/** What the main part of a document holds. */
export interface DocumentText {
  /** Paragraphs parted by a blank line, rows of a table on lines that follow each other, cells apart by tabs. */
  readonly text: string
  /** The paragraph in the style "Title", where there is one. */
  readonly title: string | null
  /** Were changes of others in it that nobody has accepted or refused? */
  readonly hasChanges: boolean
}

/** The text of `word/document.xml` (ECMA-376, WordprocessingML): deleted words, field codes and second copies of drawings are left out. */
export function readDocumentXml(pieces: readonly string[], name: string): DocumentText {
  const builder = new DocumentBuilder(name)
  const parser = new Parser(builder, { xmlMode: true, decodeEntities: true })
  for (const piece of pieces) parser.write(piece)
  parser.end()
  return builder.finish()
}

/** The notes of `word/footnotes.xml` and `word/endnotes.xml`, as lines of text in their order. */
export function readNotesXml(pieces: readonly string[], name: string): string[] {
  return readDocumentXml(pieces, name)
    .text.split('\n\n')
    .filter(note => note.trim() !== '')
}

const SKIPPED = new Set([
  'w:del',
  'w:movefrom',
  'w:instrtext',
  'w:deltext',
  'mc:fallback',
  'w:pict',
  'w:rpr',
  'w:sectpr',
  'w:tblpr',
  'm:omath',
])

interface Table {
  readonly rows: string[][]
  cells: string[]
  paragraphs: string[]
  width: number
  isHeld: boolean
}

class DocumentBuilder {
  readonly #name: string
  readonly #blocks: { text: string; isRow: boolean }[] = []
  readonly #tables: Table[] = []
  #title: string | null = null
  #hasChanges = false
  #depth = 0
  /** Depth of the element that is passed over with all in it, 0 where none is. */
  #skipped = 0
  #run: string[] = []
  #inText = false
  #style = ''

  constructor(name: string) {
    this.#name = name
  }

  onopentag(raw: string, attributes: Readonly<Record<string, string>>): void {
    this.#depth++
    if (this.#depth > DEEPEST)
      throw new GriotError('too-deep', `${this.#name} has elements inside each other over ${DEEPEST} deep`, {
        hint: 'Save it anew, or as text',
      })
    if (this.#skipped > 0) return
    const tag = raw.toLowerCase()
    if (tag === 'w:del' || tag === 'w:ins') this.#hasChanges = true
    if (SKIPPED.has(tag)) this.#skipped = this.#depth
    else if (tag === 'w:t') this.#inText = true
    else if (tag === 'w:tab') this.#run.push(this.#tables.length > 0 ? ' ' : '\t')
    else if (tag === 'w:br' || tag === 'w:cr') this.#run.push(this.#tables.length > 0 ? ' ' : '\n')
    else if (tag === 'w:nobreakhyphen') this.#run.push('-')
    else if (tag === 'w:pstyle') this.#style = attributes['w:val'] ?? ''
    else if (tag === 'w:tbl') this.#tables.push({ rows: [], cells: [], paragraphs: [], width: 1, isHeld: false })
    else if (tag === 'w:tr') this.#edit(table => Object.assign(table, { cells: [] }))
    else if (tag === 'w:tc') this.#edit(table => Object.assign(table, { paragraphs: [], width: 1, isHeld: false }))
    else if (tag === 'w:gridspan')
      this.#edit(table => Object.assign(table, { width: Math.min(50, Math.max(1, Number(attributes['w:val']) || 1)) }))
    else if (tag === 'w:vmerge') this.#edit(table => Object.assign(table, { isHeld: attributes['w:val'] !== 'restart' }))
  }

  ontext(text: string): void {
    if (this.#inText && this.#skipped === 0) this.#run.push(text)
  }

  onclosetag(raw: string): void {
    const isSkipped = this.#skipped > 0
    if (this.#skipped === this.#depth) this.#skipped = 0
    this.#depth--
    if (isSkipped) return
    const tag = raw.toLowerCase()
    if (tag === 'w:t') this.#inText = false
    else if (tag === 'w:p') this.#endParagraph()
    else if (tag === 'w:tc') this.#edit(endCell)
    else if (tag === 'w:tr') this.#edit(table => table.rows.push(table.cells))
    else if (tag === 'w:tbl') this.#endTable()
  }

  #edit(change: (table: Table) => unknown): void {
    const table = this.#tables.at(-1)
    if (table) change(table)
  }

  #endParagraph(): void {
    const text = this.#run.join('').replaceAll('\u00AD', '').trim()
    this.#run = []
    const isTitle = /^title$/i.test(this.#style)
    this.#style = ''
    if (text === '') return
    const table = this.#tables.at(-1)
    if (table) table.paragraphs.push(text.replace(/\s+/g, ' '))
    else if (isTitle && this.#title === null) this.#title = text
    else this.#blocks.push({ text, isRow: false })
  }

  /** A table in a cell of another is told as the words of that cell; a table of one column is the layout of a page. */
  #endTable(): void {
    const table = this.#tables.pop()
    if (!table) return
    const outer = this.#tables.at(-1)
    const isLayout = table.rows.every(row => row.length < 2)
    for (const row of table.rows) {
      if (row.every(cell => cell === '')) continue
      if (outer) outer.paragraphs.push(row.filter(cell => cell !== '').join(' '))
      else if (isLayout) this.#blocks.push({ text: row.join('').replaceAll(PARAGRAPH, '\n\n'), isRow: false })
      else this.#blocks.push({ text: row.join('\t').replaceAll(PARAGRAPH, ' '), isRow: true })
    }
  }

  finish(): DocumentText {
    const parts: string[] = []
    for (const [i, block] of this.#blocks.entries()) {
      if (i > 0) parts.push(block.isRow && this.#blocks[i - 1]?.isRow ? '\n' : '\n\n')
      parts.push(block.text)
    }
    return { text: parts.join(''), title: this.#title, hasChanges: this.#hasChanges }
  }
}

/** Stands between the paragraphs of a cell until it is known what the table is. */
const PARAGRAPH = '\u2029'

function endCell(table: Table): void {
  table.cells.push(table.isHeld ? '' : table.paragraphs.join(PARAGRAPH))
  for (let i = 1; i < table.width; i++) table.cells.push('')
  table.paragraphs = []
}
