import type { Drawing, Ink, Mark, Point, Shape } from '../paper.ts'
import { escapeXml, wordsToXml } from './xml.ts'

/** A unit of a drawing in English Metric Units, so that a drawing of 640 is as wide as the text of the page (17 cm). */
const UNIT = Math.round(6_120_000 / 640)
const GROUP = 'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup'
/** Colours on white paper, as paper.css has them. */
const COLORS: Readonly<Record<Ink, string>> = {
  land: 'EFECE2',
  sea: 'DFE8EE',
  border: 'B3AA94',
  axis: 'B9B4A6',
  first: 'A5342B',
  second: '23598F',
  range: 'C9A227',
  text: '22252A',
  soft: '5C6068',
}
/** Width that a letter of a label is given, and its height. */
const LETTER = 7
const LINE = 14

/** The id of a link that a mark opens to; null where it opens to nothing. */
export type LinkOf = (notes: readonly number[]) => string | null

/** Gives every shape of a document its own number. */
export type NextId = () => number

/** A drawing as a group of Word's own shapes: sharp at every size, its words are text, and it needs no picture. */
export function drawingToXml({ caption, width, height, shapes }: Drawing, linkOf: LinkOf, nextId: NextId): string {
  const [cx, cy] = [width * UNIT, height * UNIT]
  const size = `cx="${cx}" cy="${cy}"`
  const frame = `<a:xfrm><a:off x="0" y="0"/><a:ext ${size}/><a:chOff x="0" y="0"/><a:chExt ${size}/></a:xfrm>`
  const inner = shapes.map(shape => shapeToXml(shape, { width, height }, linkOf, nextId)).join('')
  const inline = `<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/><wp:docPr id="${nextId()}" name="${escapeXml(caption)}" descr="${escapeXml(describe(caption, shapes))}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="${GROUP}"><wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr>${frame}</wpg:grpSpPr>${inner}</wpg:wgp></a:graphicData></a:graphic></wp:inline>`
  return `<w:r><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing>${inline}</w:drawing></mc:Choice><mc:Fallback><w:t>${escapeXml(describe(caption, shapes))}</w:t></mc:Fallback></mc:AlternateContent></w:r>`
}

/** What a drawing shows, for those who cannot see it. */
function describe(caption: string, shapes: readonly Shape[]): string {
  const marks = shapes.flatMap(shape => ('says' in shape && shape.says ? [shape.says] : []))
  return [caption, ...marks.slice(0, MOST_DESCRIBED)].join('. ')
}
const MOST_DESCRIBED = 30

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function shapeToXml(shape: Shape, size: { width: number; height: number }, linkOf: LinkOf, nextId: NextId): string {
  const color = COLORS[shape.ink]
  if (shape.kind === 'rect') return boxed(shape, preset('rect'), fill(color) + NO_LINE, shape, linkOf, nextId)
  if (shape.kind === 'dot') {
    const { x, y, radius } = shape
    const box = { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius }
    return boxed(box, preset('ellipse'), fill(color, 85) + NO_LINE, shape, linkOf, nextId)
  }
  if (shape.kind === 'text') return labelToXml(shape, linkOf, nextId)
  const isArea = shape.kind === 'area'
  const lines = (isArea ? shape.rings : shape.lines).filter(line => line.length > 1)
  if (lines.length === 0) return ''
  const paint = isArea
    ? fill(color) + NO_LINE
    : `<a:noFill/>${line(color, shape.ink === 'first' ? 1.6 : shape.ink === 'second' ? 1.2 : 0.8)}`
  return boxed({ x: 0, y: 0, ...size }, path(lines, size, isArea), paint, {}, linkOf, nextId)
}

/** A shape in its box; `more` stands behind its properties. */
function boxed(
  { x, y, width, height }: Box,
  geometry: string,
  paint: string,
  { says, notes }: Mark,
  linkOf: LinkOf,
  nextId: NextId,
  more = '<wps:bodyPr/>',
  kind = '<wps:cNvSpPr/>',
): string {
  const link = notes ? linkOf(notes) : null
  const click = link === null ? '' : `<a:hlinkClick r:id="${link}"${says ? ` tooltip="${escapeXml(says)}"` : ''}/>`
  const name = `<wps:cNvPr id="${nextId()}" name="${escapeXml(says ?? '')}"${click ? `>${click}</wps:cNvPr>` : '/>'}`
  const at = `<a:xfrm><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/></a:xfrm>`
  return `<wps:wsp>${name}${kind}<wps:spPr>${at}${geometry}${paint}</wps:spPr>${more}</wps:wsp>`
}

/** Words in a box that is wide enough, its edge or its middle where the words are to be. */
function labelToXml(shape: Extract<Shape, { kind: 'text' }>, linkOf: LinkOf, nextId: NextId): string {
  const { x, y, text, anchor, ink } = shape
  const width = text.length * LETTER + 8
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  const align = anchor === 'start' ? 'left' : anchor === 'end' ? 'right' : 'center'
  const words = wordsToXml(text, `<w:color w:val="${COLORS[ink]}"/>`)
  const paragraph = `<w:p><w:pPr><w:pStyle w:val="Label"/><w:jc w:val="${align}"/></w:pPr>${words}</w:p>`
  const body = `<wps:txbx><w:txbxContent>${paragraph}</w:txbxContent></wps:txbx><wps:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:noAutofit/></wps:bodyPr>`
  const box = { x: left, y: y - 4 - LINE / 2, width, height: LINE }
  return boxed(box, preset('rect'), `<a:noFill/>${NO_LINE}`, shape, linkOf, nextId, body, '<wps:cNvSpPr txBox="1"/>')
}

const NO_LINE = '<a:ln><a:noFill/></a:ln>'

function preset(name: string): string {
  return `<a:prstGeom prst="${name}"><a:avLst/></a:prstGeom>`
}

function fill(color: string, percent = 100): string {
  const alpha = percent === 100 ? '/>' : `><a:alpha val="${percent * 1000}"/></a:srgbClr>`
  return `<a:solidFill><a:srgbClr val="${color}"${alpha}</a:solidFill>`
}

/** A line so many points thick. */
function line(color: string, points: number): string {
  return `<a:ln w="${Math.round(points * 12_700)}">${fill(color)}</a:ln>`
}

function path(lines: readonly (readonly Point[])[], { width, height }: { width: number; height: number }, isClosed: boolean): string {
  const point = ([x, y]: Point) => `<a:pt x="${emu(x)}" y="${emu(y)}"/>`
  const parts = lines.map(([first, ...rest]) => {
    const to = rest.map(each => `<a:lnTo>${point(each)}</a:lnTo>`).join('')
    return `<a:moveTo>${point(first as Point)}</a:moveTo>${to}${isClosed ? '<a:close/>' : ''}`
  })
  const paint = isClosed ? '' : ' fill="none"'
  return `<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="${emu(width)}" h="${emu(height)}"${paint}>${parts.join('')}</a:path></a:pathLst></a:custGeom>`
}

function emu(length: number): number {
  return Math.round(length * UNIT)
}
