import { loadOutlines, type MapPoint } from '../../resource/outlines.ts'
import { clipRing, cutLine } from '../view/clip.ts'
import { round, WIDTH } from './days-axis.ts'
import type { Drawing, Point, Shape } from './paper.ts'

const HEIGHT = 340
/** Degrees that a map shows at least from top to bottom. */
const LEAST = 7
const LETTER = 6.2

export interface MapPlace {
  readonly name: string
  readonly lat: number
  readonly lon: number
  readonly count: number
  /** The notes behind what happened there. */
  readonly notes: readonly number[]
}

/** A piece of the earth with places, their dots larger with what happened there. Nothing leaves the paper. */
export function drawPlaces(caption: string, places: readonly MapPlace[]): Drawing {
  const [lats, lons] = [places.map(place => place.lat), places.map(place => place.lon)]
  const [south, north, west, east] = [Math.min(...lats), Math.max(...lats), Math.min(...lons), Math.max(...lons)]
  const narrow = Math.max(0.2, Math.cos((((south + north) / 2) * Math.PI) / 180))
  const tall = Math.max(LEAST, (north - south) * 1.4, ((east - west) * 1.3 * narrow * HEIGHT) / WIDTH)
  const scale = HEIGHT / tall
  const at = ([lon, lat]: MapPoint): Point => [
    round(WIDTH / 2 + (lon - (west + east) / 2) * scale * narrow),
    round(HEIGHT / 2 - (lat - (south + north) / 2) * scale),
  ]
  const { land, borders } = loadOutlines()
  const size = { width: WIDTH, height: HEIGHT }
  const drawn = land.map(ring => ring.map(at))
  const rounded = (points: readonly Point[]) => points.map(([x, y]): Point => [round(x), round(y)])
  const rings = drawn.map(ring => rounded(clipRing(ring, size, 0))).filter(ring => ring.length > 2)
  const coasts = drawn.map(ring => [...ring, ...ring.slice(0, 1)])
  const lines = [...coasts, ...borders.map(line => line.map(at))].flatMap(line => cutLine(line, size)).map(rounded)
  return {
    caption,
    width: WIDTH,
    height: HEIGHT,
    shapes: [
      { kind: 'rect', ink: 'sea', x: 0, y: 0, width: WIDTH, height: HEIGHT },
      { kind: 'area', ink: 'land', rings },
      { kind: 'line', ink: 'border', lines },
      ...drawDots(places, at),
    ],
  }
}

/** A dot with its name, unless the name would cover another. */
function drawDots(places: readonly MapPlace[], at: (point: MapPoint) => Point): Shape[] {
  const taken: (readonly [number, number, number, number])[] = []
  return [...places]
    .sort((a, b) => b.count - a.count)
    .flatMap(({ name, lat, lon, count, notes }): Shape[] => {
      const [x, y] = at([lon, lat])
      const dot: Shape = { kind: 'dot', ink: 'first', x, y, radius: round(3 + Math.sqrt(count)), says: `${name}: ${count}`, notes }
      const width = name.length * LETTER
      const isLeft = x + 10 + width > WIDTH
      const left = isLeft ? x - 10 - width : x + 10
      const box = [left, y - 8, left + width, y + 6] as const
      if (taken.some(other => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])) return [dot]
      taken.push(box)
      return [
        dot,
        { kind: 'text', ink: 'text', x: round(isLeft ? x - 10 : x + 10), y: round(y + 4), text: name, anchor: isLeft ? 'end' : 'start' },
      ]
    })
}
