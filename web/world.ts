import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { geoArea, geoCentroid, geoEquirectangular } from 'd3-geo'
import { geoProject } from 'd3-geo-projection'
import { feature } from 'topojson-client'
import type { Plugin } from 'vite'

const NAME = 'virtual:world'

/**
 * The base of the map, out of Natural Earth's countries (public domain): `import url from 'virtual:world'` gives the address of a GeoJSON file
 * with the land of each country, cut where it crosses 180°, and a point for its name with the area that says from which zoom on it is written.
 */
export function worldPlugin(): Plugin {
  return {
    name: 'world',
    resolveId: id => (id === NAME ? `\0${NAME}` : null),
    load(id) {
      if (id !== `\0${NAME}`) return null
      const file = this.emitFile({ type: 'asset', name: 'world.geojson', source: JSON.stringify(makeWorld()) })
      return `export default import.meta.ROLLUP_FILE_URL_${file}`
    },
  }
}

interface Country {
  readonly type: 'Feature'
  readonly properties: { readonly name: string }
  readonly geometry: { readonly type: 'Polygon' | 'MultiPolygon'; readonly coordinates: number[][][] | number[][][][] }
}

function makeWorld() {
  const topology = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('world-atlas/countries-50m.json'), 'utf8'))
  const countries = (feature(topology, topology.objects.countries) as unknown as { features: Country[] }).features
  const flat = geoEquirectangular()
    .scale(180 / Math.PI)
    .translate([0, 0])
    .reflectY(true)
    .precision(0)
  return {
    type: 'FeatureCollection',
    features: countries.flatMap(country => {
      const land = geoProject(country, flat) as Country | null
      return land?.geometry ? [{ ...land, geometry: rounded(land.geometry), properties: {} }, nameOf(country)] : []
    }),
  }
}

/** Two digits are a kilometre, finer than the lines of the map. */
function rounded(geometry: Country['geometry']): Country['geometry'] {
  return JSON.parse(JSON.stringify(geometry), (_, value) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value))
}

/** The name of a country in the middle of its largest part. */
function nameOf({ properties: { name }, geometry }: Country) {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates as number[][][]] : (geometry.coordinates as number[][][][])
  const polygons = parts.map(coordinates => ({ type: 'Polygon' as const, coordinates }))
  const largest = polygons.reduce((a, b) => (geoArea(b) > geoArea(a) ? b : a))
  return {
    type: 'Feature',
    properties: { name, area: Math.round(geoArea(largest) * 1e5) / 1e5 },
    geometry: { type: 'Point', coordinates: geoCentroid(largest).map(n => Math.round(n * 100) / 100) },
  }
}
