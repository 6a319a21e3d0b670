import type { EntityRecord, Place } from '../../record/entity.ts'
import { loadOutlines, type MapPoint } from '../../resource/outlines.ts'
import { clipRing, cutLine } from '../view/clip.ts'
import type { RecordView } from '../view/record-view.ts'
import { escapeHtml } from './escape.ts'

const WIDTH = 560
const HEIGHT = 280
const SIZE = { width: WIDTH, height: HEIGHT }
/** Degrees that a map shows at least from top to bottom. */
const LEAST = 9
/** Labels on the map, and names below it. */
const MOST = 40
const LETTER_WIDTH = 6.4

interface Spot {
  readonly entity: EntityRecord
  readonly place: Place
  /** How many records are placed there. */
  readonly count: number
}

/** A small map around the places of the report; "" where none has a point. */
export function formatMap(entities: readonly EntityRecord[], records: readonly RecordView[]): string {
  const spots = listSpots(entities, records)
  if (spots.length === 0) return ''
  const points = spots.filter(isPoint)
  const frame = new Frame((points.length > 0 ? points : spots).map(({ place }) => place))
  const inside = spots.filter(({ place }) => frame.holds(place)).slice(0, MOST)
  const outside = spots.filter(({ place }) => !frame.holds(place))
  const { land, borders } = loadOutlines()
  const taken: Box[] = []
  const drawn = [...inside]
    .sort((a, b) => Number(isPoint(b)) - Number(isPoint(a)) || b.count - a.count)
    .map(spot => formatSpot(spot, frame, taken))
  const elsewhere = outside.slice(0, MOST).map(({ entity: { id, name } }) => `<a href="#${id}">${escapeHtml(name)}</a>`)
  return `<figure class="map"><figcaption>Where</figcaption>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="group" aria-label="map of the places">
<rect class="sea" width="${WIDTH}" height="${HEIGHT}"/>
<path class="land" d="${land.map(ring => frame.formatRing(ring)).join('')}"/>
<path class="border" d="${borders.map(line => frame.formatLine(line)).join('')}"/>
${drawn.join('\n')}
</svg>${elsewhere.length > 0 ? `<p class="elsewhere">Elsewhere: ${elsewhere.join(', ')}</p>` : ''}</figure>`
}

/** Entities with a point: those where something is told to be, those that are places, and no other. */
function listSpots(entities: readonly EntityRecord[], records: readonly RecordView[]): Spot[] {
  const counts = new Map<string, number>()
  for (const { record } of records) {
    const { place, origin, destination } = record as { place?: string | null; origin?: string | null; destination?: string | null }
    for (const id of [place, origin, destination]) if (id) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return entities.flatMap(entity => (entity.place ? [{ entity, place: entity.place, count: counts.get(entity.id) ?? 0 }] : []))
}

function isPoint({ place }: Spot): boolean {
  return place.precision !== 'country' && place.precision !== 'region'
}

/** A piece of the earth on the paper: degrees straight, the width of a degree as it is in the middle of the piece. */
class Frame {
  readonly #west: number
  readonly #north: number
  readonly #perLon: number
  readonly #perLat: number

  constructor(places: readonly Place[]) {
    const lats = places.map(place => place.lat)
    const lons = places.map(place => place.lon)
    const [south, north] = [least(lats), most(lats)]
    const [west, east] = [least(lons), most(lons)]
    const lat = (south + north) / 2
    const narrow = Math.max(0.2, Math.cos((lat * Math.PI) / 180))
    const height = Math.min(180, Math.max(LEAST, (north - south) * 1.4, ((east - west) * 1.3 * narrow * HEIGHT) / WIDTH))
    this.#perLat = HEIGHT / height
    this.#perLon = this.#perLat * narrow
    this.#west = (west + east) / 2 - WIDTH / 2 / this.#perLon
    this.#north = lat + height / 2
  }

  at([lon, lat]: MapPoint): MapPoint {
    return [round((lon - this.#west) * this.#perLon), round((this.#north - lat) * this.#perLat)]
  }

  holds({ lat, lon }: Place): boolean {
    const [x, y] = this.at([lon, lat])
    return x >= 4 && x <= WIDTH - 4 && y >= 4 && y <= HEIGHT - 4
  }

  formatRing(ring: readonly MapPoint[]): string {
    const points = clipRing(
      ring.map(point => this.at(point)),
      SIZE,
    )
    return points.length > 2 ? `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}Z` : ''
  }

  /** A line in the pieces of it that may be seen. */
  formatLine(line: readonly MapPoint[]): string {
    const pieces = cutLine(
      line.map(point => this.at(point)),
      SIZE,
    )
    return pieces.map(piece => `M${piece.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}`).join('')
  }
}

/** The name of a country may stand this far above or below its middle. */
const ASIDE = [0, 22, -22, 44, -44]

type Box = readonly [left: number, top: number, right: number, bottom: number]

/** A dot with its name; a country or region only has its name. A name that would cover another is left to the tooltip. */
function formatSpot(spot: Spot, frame: Frame, taken: Box[]): string {
  const { entity, place, count } = spot
  const [x, y] = frame.at([place.lon, place.lat])
  const name = escapeHtml(entity.name)
  const title = `<title>${name}${count > 0 ? `: ${count} ${count === 1 ? 'record' : 'records'}` : ''}</title>`
  const length = entity.name.length * LETTER_WIDTH
  if (!isPoint(spot)) {
    const free = ASIDE.map(aside => y + aside).find(at => takeRoom([x - length / 2, at - 9, x + length / 2, at + 5], taken))
    if (free === undefined) return ''
    return `<a href="#${entity.id}" class="area">${title}<text x="${x}" y="${round(free + 4)}" text-anchor="middle">${name}</text></a>`
  }
  const radius = round(Math.min(9, 3.5 + Math.sqrt(count) * 1.4))
  const dot = `<circle cx="${x}" cy="${y}" r="${radius}"/>`
  const isLeft = x + radius + 4 + length > WIDTH
  const start = isLeft ? x - radius - 4 - length : x + radius + 4
  const text = takeRoom([start, y - 8, start + length, y + 6], taken)
    ? `<text x="${isLeft ? x - radius - 4 : start}" y="${y + 4}"${isLeft ? ' text-anchor="end"' : ''}>${name}</text>`
    : ''
  return `<a href="#${entity.id}" class="spot ${count > 0 ? 'told' : ''}">${title}${dot}${text}</a>`
}

/** Takes the room for a label where it is free. */
function takeRoom(box: Box, taken: Box[]): boolean {
  const isFree = taken.every(other => box[2] < other[0] || box[0] > other[2] || box[3] < other[1] || box[1] > other[3])
  if (isFree) taken.push(box)
  return isFree
}

function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
}

function most(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
