import type { Block, Drawing, Paper, Run, Table } from '../paper.ts'
import { drawingToXml, type LinkOf, type NextId } from './drawing.ts'
import type { Links } from './links.ts'
import type { Notes } from './notes.ts'
import { wordsToXml } from './xml.ts'

/** Width of the text of a page, in twentieths of a point: A4 with margins of 2 cm. */
const WIDTH = 9638

/** What stands in the document: the paragraphs of a paper, and the page that they stand on. */
export function bodyToXml({ title, head, blocks }: Paper, notes: Notes, links: Links, namespaces: string): string {
  let count = 0
  const nextId = () => ++count
  const cited = new Set(blocks.flatMap(runsOf).flatMap(run => run.notes))
  const linkOf: LinkOf = ([first]) => (first === undefined ? null : links.idOf(`#${notes.bookmarkOf(first)}`))
  const parts = [
    paragraph('Title', wordsToXml(title)),
    paragraph('Subtitle', wordsToXml(head)),
    ...blocks.map(block => blockToXml(block, { notes, cited, linkOf, nextId })),
  ]
  return `<w:document ${namespaces}><w:body>${parts.join('\n')}${PAGE}</w:body></w:document>`
}

/** A4 with margins of 2 cm and a foot. */
const PAGE =
  '<w:sectPr><w:footerReference w:type="default" r:id="part5"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'

interface Tools {
  readonly notes: Notes
  /** Notes that words refer to. */
  readonly cited: ReadonlySet<number>
  readonly linkOf: LinkOf
  readonly nextId: NextId
}

function runsOf(block: Block): readonly Run[] {
  return block.kind === 'sentence' ? block.runs : block.kind === 'table' ? block.rows.flat(2) : []
}

function blockToXml(block: Block, tools: Tools): string {
  if (block.kind === 'heading') return paragraph('Heading1', wordsToXml(block.text))
  if (block.kind === 'remark') return paragraph('Remark', wordsToXml(block.text))
  if (block.kind === 'sentence') return paragraph('ListBullet', runsToXml(block.runs, tools.notes))
  return block.kind === 'table' ? tableToXml(block, tools.notes) : drawingBlock(block.drawing, tools)
}

function paragraph(style: string, inner: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${inner}</w:p>`
}

function runsToXml(runs: readonly Run[], notes: Notes): string {
  return runs.map(run => wordsToXml(run.text, run.isLead ? '<w:b/>' : '') + notes.referTo(run.notes)).join('')
}

/** What only a mark rests on has its reference in the caption, for a mark can but lead to one. */
function drawingBlock(drawing: Drawing, { notes, cited, linkOf, nextId }: Tools): string {
  const own = new Set(drawing.shapes.flatMap(shape => ('notes' in shape && shape.notes) || []))
  const caption = wordsToXml(drawing.caption) + notes.referTo([...own].filter(number => !cited.has(number)))
  return paragraph('Caption', caption) + paragraph('Picture', drawingToXml(drawing, linkOf, nextId))
}

function tableToXml({ head, rows }: Table, notes: Notes): string {
  const width = Math.floor(WIDTH / head.length)
  const cell = (inner: string) => `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraph('Cell', inner)}</w:tc>`
  const grid = head.map(() => `<w:gridCol w:w="${width}"/>`).join('')
  const top = `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head.map(text => cell(wordsToXml(text, '<w:b/>'))).join('')}</w:tr>`
  const body = rows.map(cells => `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.map(runs => cell(runsToXml(runs, notes))).join('')}</w:tr>`)
  return `<w:tbl><w:tblPr><w:tblStyle w:val="Rows"/><w:tblW w:w="${WIDTH}" w:type="dxa"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${top}${body.join('')}</w:tbl>${paragraph('Picture', '')}`
}
