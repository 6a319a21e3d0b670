import { modelsIn } from './model.ts'

/** A place on a map in degrees. */
export type MapPoint = readonly [lon: number, lat: number]

/** Outlines of the land as closed rings, and of the borders between countries as open lines. */
export interface Outlines {
  readonly land: readonly (readonly MapPoint[])[]
  readonly borders: readonly (readonly MapPoint[])[]
}

/** Points are kept to a twentieth of a degree, some 5 km: finer than Natural Earth draws at 1:110 million. */
export const OUTLINE_STEP = 0.05

const loadOutline = modelsIn(new URL('../../data/map/', import.meta.url))
let outlines: Outlines | null = null

/** The outlines of the world, read when first asked for. */
export function loadOutlines(): Outlines {
  const model = outlines ? null : loadOutline('outlines')
  if (model) outlines = { land: decodeLines(model.text('land')), borders: decodeLines(model.text('borders')) }
  return outlines as Outlines
}

/**
 * A line as letters: steps from point to point, in twentieths of a degree, each number in chunks of five bits, the lowest first, after the sign
 * has gone into the lowest bit (Google's "Encoded Polyline Algorithm Format", with another step).
 */
export function encodeLine(points: readonly MapPoint[]): string {
  let out = ''
  let [x, y] = [0, 0]
  for (const [lon, lat] of points) {
    const [nextX, nextY] = [Math.round(lon / OUTLINE_STEP), Math.round(lat / OUTLINE_STEP)]
    if (out !== '' && nextX === x && nextY === y) continue
    out += encodeNumber(nextX - x) + encodeNumber(nextY - y)
    x = nextX
    y = nextY
  }
  return out
}

function encodeNumber(value: number): string {
  let rest = value < 0 ? ~(value << 1) : value << 1
  let out = ''
  for (; rest >= 32; rest >>= 5) out += String.fromCharCode((32 | (rest & 31)) + 63)
  return out + String.fromCharCode(rest + 63)
}

/** Lines that `encodeLine` made, one a line of text. */
function decodeLines(text: string): MapPoint[][] {
  return text.split('\n').map(decodeLine)
}

function decodeLine(line: string): MapPoint[] {
  const points: MapPoint[] = []
  let [x, y, at] = [0, 0, 0]
  const next = () => {
    let value = 0
    for (let shift = 0; at < line.length; shift += 5) {
      const code = line.charCodeAt(at++) - 63
      value |= (code & 31) << shift
      if (code < 32) break
    }
    return value & 1 ? ~(value >> 1) : value >> 1
  }
  while (at < line.length) {
    x += next()
    y += next()
    points.push([x * OUTLINE_STEP, y * OUTLINE_STEP])
  }
  return points
}
