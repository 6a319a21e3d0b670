import type { Bin } from './fit.ts'
import type { Measured } from './page.ts'

const SIZE = 300
const MARGIN = 44

/** A reliability diagram: confidence across, share of right records up; on the diagonal both are the same. */
export function drawReliability({ kind, before, after, reports }: Measured): string {
  const side = SIZE + 2 * MARGIN
  const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1]
  const lines = ticks.map(t => `<path stroke="#ddd" d="M${x(t)} ${y(0)}V${y(1)}M${x(0)} ${y(t)}H${x(1)}"/>`)
  const numbers = ticks.map(
    t =>
      `<text x="${x(t)}" y="${y(0) + 16}" text-anchor="middle">${t}</text><text x="${x(0) - 6}" y="${y(t) + 4}" text-anchor="end">${t}</text>`,
  )
  const shown: [typeof drawCross, string, readonly Bin[]][] = [
    [drawCross, 'as extracted', before],
    [drawCircle, 'calibrated, out of fold', after],
  ]
  if (reports) shown.push([drawSquare, 'calibrated, reports with gold', reports])
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side}" height="${side}" font-family="system-ui, sans-serif" font-size="11" fill="#222">`,
    `<title>Reliability of ${kind}</title>`,
    `<rect fill="#fff" width="${side}" height="${side}"/>`,
    ...lines,
    `<path stroke="#777" stroke-dasharray="4 4" d="M${x(0)} ${y(0)}L${x(1)} ${y(1)}"/>`,
    ...numbers,
    `<text x="${side / 2}" y="${side - 8}" text-anchor="middle">confidence</text>`,
    `<text transform="translate(12 ${side / 2}) rotate(-90)" text-anchor="middle">share of right records</text>`,
    `<text x="${side / 2}" y="22" text-anchor="middle" font-size="14">${kind}</text>`,
    ...shown.flatMap(([draw, label, bins], i) => [
      ...bins.map(b => draw(x(b.sure), y(b.right))),
      draw(x(0.04), MARGIN + 12 + 16 * i),
      `<text x="${x(0.07)}" y="${MARGIN + 16 + 16 * i}">${label}</text>`,
    ]),
    '</svg>',
    '',
  ].join('\n')
}

// Each series has a shape of its own, so that colour is not needed to tell them apart.
function drawCross(cx: number, cy: number): string {
  return `<path fill="none" stroke="#666" stroke-width="1.5" d="M${cx - 4} ${cy - 4}l8 8m0 -8l-8 8"/>`
}

function drawCircle(cx: number, cy: number): string {
  return `<circle fill="#0b62b0" cx="${cx}" cy="${cy}" r="4"/>`
}

function drawSquare(cx: number, cy: number): string {
  return `<rect fill="#b0480b" x="${cx - 3.5}" y="${cy - 3.5}" width="7" height="7"/>`
}

function x(share: number): number {
  return Math.round(10 * (MARGIN + share * SIZE)) / 10
}

function y(share: number): number {
  return Math.round(10 * (MARGIN + (1 - share) * SIZE)) / 10
}
