import { escapeHtml } from '../html-page/escape.ts'
import type { Drawing, Mark, Point, Shape } from './paper.ts'

/** A drawing as SVG that stands in a page; the page's style has a colour for each ink. */
export function drawingToSvg({ caption, width, height, shapes }: Drawing): string {
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(caption)}">\n${shapes.map(formatShape).join('\n')}\n</svg>`
}

function formatShape(shape: Shape): string {
  const ink = `class="${shape.ink}"`
  if (shape.kind === 'rect')
    return marked('rect', `${ink} x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}"`, shape)
  if (shape.kind === 'dot') return marked('circle', `${ink} cx="${shape.x}" cy="${shape.y}" r="${shape.radius}"`, shape)
  if (shape.kind === 'line') return `<path ${ink} fill="none" d="${shape.lines.map(line => formatPath(line)).join('')}"/>`
  if (shape.kind === 'area') return `<path ${ink} d="${shape.rings.map(ring => `${formatPath(ring)}Z`).join('')}"/>`
  return marked('text', `${ink} x="${shape.x}" y="${shape.y}" text-anchor="${shape.anchor}"`, shape, escapeHtml(shape.text))
}

/** A mark leads to the first of its notes and names the others. */
function marked(name: string, attributes: string, { says, notes = [] }: Mark, inner = ''): string {
  const numbers = notes.map(number => `[${number}]`).join(' ')
  const title = says === undefined ? '' : `<title>${escapeHtml(`${says} ${numbers}`.trim())}</title>`
  const element = title + inner === '' ? `<${name} ${attributes}/>` : `<${name} ${attributes}>${title}${inner}</${name}>`
  return notes.length === 0 ? element : `<a href="#note-${notes[0]}">${element}</a>`
}

function formatPath(points: readonly Point[]): string {
  return points.length === 0 ? '' : `M${points.map(([x, y]) => `${x} ${y}`).join('L')}`
}
