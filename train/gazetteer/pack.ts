import { BLOCK, FORM_SHIFT, LAST, NAME_FORMS, NO_ADMIN, NO_COUNTRY, PLACE_KINDS } from '../../src/resource/gazetteer.ts'
import { soundHash } from '../../src/resource/place-names.ts'
import type { SourcePlace } from './source-place.ts'

type Arrays = Record<string, Uint8Array | Uint16Array | Uint32Array | Int32Array>

/** The columns of the places, as `openGazetteer` reads them. `countries` is ISO alpha-3 in the order of the first places. */
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

/** The list of names with its postings, and the names by what they sound like. */
export function packNames(places: readonly SourcePlace[]): Arrays {
  const byKey = new Map<string, number[]>()
  for (const [i, place] of places.entries())
    for (const [key, form] of place.names) {
      const posting = i | (NAME_FORMS.indexOf(form) << FORM_SHIFT)
      const list = byKey.get(key)
      if (list) list.push(posting)
      else byKey.set(key, [posting])
    }
  const keys = [...byKey.keys()].sort((a, b) => (a < b ? -1 : 1))
  const bytes: number[] = []
  const blocks: number[] = []
  const posted: number[] = []
  const postings: number[] = []
  const alike: [number, number][] = []
  let before = ''
  for (const [i, key] of keys.entries()) {
    if (i % BLOCK === 0) {
      blocks.push(bytes.length)
      posted.push(postings.length)
      before = ''
    }
    let shared = 0
    while (shared < key.length && key[shared] === before[shared]) shared++
    bytes.push(shared, key.length - shared, ...Buffer.from(key.slice(shared)))
    before = key
    // Bigger places first: a name of hundreds is cut at the small ones.
    const list = (byKey.get(key) as number[]).sort((a, b) => formOf(a) - formOf(b) || sizeOf(places, b) - sizeOf(places, a) || a - b)
    for (const [k, posting] of list.entries()) postings.push((k === list.length - 1 ? posting | LAST : posting) >>> 0)
    if (list.some(p => formOf(p) === 0) && key.length >= 5 && !/\d/.test(key)) alike.push([soundHash(key), i])
  }
  alike.sort((a, b) => a[0] - b[0] || a[1] - b[1])
  return {
    keys: Uint8Array.from(bytes),
    blocks: Uint32Array.from(blocks),
    posted: Uint32Array.from(posted),
    postings: Uint32Array.from(postings),
    alikeHash: Uint32Array.from(alike, a => a[0]),
    alikeKey: Uint32Array.from(alike, a => a[1]),
  }
}

function formOf(posting: number): number {
  return (posting >>> FORM_SHIFT) & 15
}

function sizeOf(places: readonly SourcePlace[], posting: number): number {
  return places[posting & 0xffffff]?.population ?? 0
}
