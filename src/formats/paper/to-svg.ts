import { escapeHtml } from '../html-page/escape.ts'
import type { Drawing, Point, Shape } from './paper.ts'

/** A drawing as SVG that stands in a page; the page's style has a colour for each ink. */
export function drawingToSvg({ caption, width, height, shapes }: Drawing): string {
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(caption)}">\n${shapes.map(formatShape).join('\n')}\n</svg>`
}

function formatShape(shape: Shape): string {
  const ink = `class="${shape.ink}"`
  if (shape.kind === 'rect')
    return titled('rect', `${ink} x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}"`, shape.says)
  if (shape.kind === 'dot') return titled('circle', `${ink} cx="${shape.x}" cy="${shape.y}" r="${shape.radius}"`, shape.says)
  if (shape.kind === 'line') return `<path ${ink} fill="none" d="${shape.lines.map(line => formatPath(line)).join('')}"/>`
  if (shape.kind === 'area') return `<path ${ink} d="${shape.rings.map(ring => `${formatPath(ring)}Z`).join('')}"/>`
  return `<text ${ink} x="${shape.x}" y="${shape.y}" text-anchor="${shape.anchor}">${escapeHtml(shape.text)}</text>`
}

function titled(name: string, attributes: string, says: string | undefined): string {
  return says === undefined ? `<${name} ${attributes}/>` : `<${name} ${attributes}><title>${escapeHtml(says)}</title></${name}>`
}

function formatPath(points: readonly Point[]): string {
  return points.length === 0 ? '' : `M${points.map(([x, y]) => `${x} ${y}`).join('L')}`
}
