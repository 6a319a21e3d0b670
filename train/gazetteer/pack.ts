import { NAME_FORMS, NO_ADMIN, NO_COUNTRY, PLACE_KINDS } from '../../src/resource/gazetteer.ts'
import { soundHash } from '../../src/resource/place-names.ts'
import { formOf, numberOf, packNames, posting } from '../name-index.ts'
import type { SourcePlace } from './source-place.ts'

type Arrays = Record<string, Uint8Array | Uint16Array | Uint32Array | Int32Array>

/** The columns of the places, as the gazetteer reads them. `countries` is ISO alpha-3 in the order of the first places. */
export function packPlaces(places: readonly SourcePlace[], countries: readonly string[], named: number): Arrays {
  const index = new Map(countries.map((iso3, i) => [iso3, i]))
  const divisions = new Map<string, number>()
  for (const [i, p] of places.entries())
    if (p.kind === 'admin1' && p.admin1 && !divisions.has(p.admin1)) divisions.set(p.admin1, i - countries.length)
  const lines = places.slice(0, named).map(p => Buffer.from([p.name, p.pcode, p.iso3166_2].join('\t')))
  const codeStarts = new Uint32Array(named + 1)
  for (const [i, line] of lines.entries()) codeStarts[i + 1] = (codeStarts[i] as number) + line.length
  return {
    lat: Int32Array.from(places, p => Math.round(p.lat * 1e4)),
    lon: Int32Array.from(places, p => Math.round(p.lon * 1e4)),
    kind: Uint8Array.from(places, p => PLACE_KINDS.indexOf(p.kind)),
    country: Uint8Array.from(places, p => index.get(p.iso3) ?? NO_COUNTRY),
    size: Uint8Array.from(places, p => Math.min(255, Math.round(Math.log10(p.population + 1) * 25))),
    admin1: Uint16Array.from(places, p => divisions.get(p.admin1) ?? NO_ADMIN),
    geonames: Uint32Array.from(places, p => p.geonames),
    codes: Uint8Array.from(Buffer.concat(lines)),
    codeStarts,
  }
}

/** The list of names with its places, the bigger first, and the names by what they sound like. */
export function packPlaceNames(places: readonly SourcePlace[]): Arrays {
  const byKey = new Map<string, number[]>()
  for (const [i, place] of places.entries())
    for (const [key, form] of place.names) {
      const packed = posting(i, NAME_FORMS.indexOf(form))
      const list = byKey.get(key)
      if (list) list.push(packed)
      else byKey.set(key, [packed])
    }
  const population = (packed: number): number => places[numberOf(packed)]?.population ?? 0
  const entries = [...byKey].sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [, list] of entries) list.sort((a, b) => formOf(a) - formOf(b) || population(b) - population(a) || a - b)
  const alike: [number, number][] = entries.flatMap(([key, list], i) =>
    list.some(p => formOf(p) === 0) && key.length >= 5 && !/\d/.test(key) ? [[soundHash(key), i] as [number, number]] : [],
  )
  alike.sort((a, b) => a[0] - b[0] || a[1] - b[1])
  return {
    ...packNames(entries),
    alikeHash: Uint32Array.from(alike, a => a[0]),
    alikeKey: Uint32Array.from(alike, a => a[1]),
  }
}
