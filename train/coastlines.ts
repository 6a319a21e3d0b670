// Makes the outlines that small maps are drawn on, from the package world-atlas (Natural Earth 1:110m as TopoJSON):
//   node train/coastlines.ts --data FOLDER --out data/map     FOLDER is the unpacked npm package
import { mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { writeModel } from '../src/resource/model.ts'
import { encodeLine, OUTLINE_STEP } from '../src/resource/outlines.ts'

type Point = readonly [lon: number, lat: number]
interface Topology {
  readonly transform: { readonly scale: Point; readonly translate: Point }
  readonly arcs: readonly (readonly Point[])[]
  readonly objects: Readonly<Record<string, { readonly geometries: readonly Geometry[] }>>
}
interface Geometry {
  readonly type: 'Polygon' | 'MultiPolygon'
  readonly arcs: readonly number[][] | readonly number[][][]
}

const { values } = parseArgs({ options: { data: { type: 'string' }, out: { type: 'string' } } })
if (!values.data || !values.out) throw new Error('node train/coastlines.ts --data FOLDER --out data/map')
const read = (file: string) => JSON.parse(readFileSync(join(values.data as string, file), 'utf8')) as Topology
const land = read('land-110m.json')
const countries = read('countries-110m.json')
mkdirSync(values.out, { recursive: true })
const coasts = ringsOf(land, 'land').map(ring => encodeLine(joinArcs(land, ring)))
const borders = sharedArcs(countries, 'countries').map(arc => encodeLine(pointsOf(countries, arc)))
writeModel(
  pathToFileURL(`${resolve(values.out)}/`),
  { step: OUTLINE_STEP },
  { land: coasts.join('\n'), borders: borders.join('\n') },
  {
    name: 'outlines',
    what: 'Outlines of land and borders between countries at 1:110 million, for the small maps of pages; borders are drawn as they are held, and take no side',
    sources: ['Natural Earth 1:110m land and countries (naturalearthdata.com), by way of the npm package world-atlas 2.0.2'],
    licence: 'public domain (Natural Earth)',
    command: 'node train/coastlines.ts --data FOLDER --out data/map',
    scores: { rings: coasts.length, borders: borders.length },
  },
)

/** Every ring of an object, as lists of arcs. */
function ringsOf({ objects }: Topology, name: string): number[][] {
  return (objects[name]?.geometries ?? []).flatMap(({ type, arcs }) =>
    type === 'Polygon' ? (arcs as number[][]) : (arcs as number[][][]).flat(),
  )
}

/** Arcs that two countries have in common; a coast has only one. */
function sharedArcs(topology: Topology, name: string): number[] {
  const counts = new Map<number, number>()
  for (const arc of ringsOf(topology, name).flat()) {
    const plain = arc < 0 ? ~arc : arc
    counts.set(plain, (counts.get(plain) ?? 0) + 1)
  }
  return [...counts].filter(([, count]) => count > 1).map(([arc]) => arc)
}

/** The points of an arc in degrees; a negative number is an arc read backwards. */
function pointsOf({ arcs, transform: { scale, translate } }: Topology, index: number): Point[] {
  let [x, y] = [0, 0]
  const points = (arcs[index < 0 ? ~index : index] ?? []).map(([dx, dy]): Point => {
    x += dx
    y += dy
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]]
  })
  return index < 0 ? points.reverse() : points
}

function joinArcs(topology: Topology, ring: readonly number[]): Point[] {
  return ring.flatMap((arc, i) => pointsOf(topology, arc).slice(i === 0 ? 0 : 1))
}
