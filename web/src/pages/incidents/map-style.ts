import type { AddLayerObject, StyleSpecification } from 'maplibre-gl'

const FONT = ['Inter Variable', 'sans-serif']

/** A colour of the desk, as it is on the page now. */
function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()
}

/** Land, borders and names of countries; text is drawn with the faces of the page, so that nothing is asked of anybody. */
export function mapStyle(world: string): StyleSpecification {
  return {
    version: 8,
    sources: {
      world: { type: 'geojson', data: new URL(world, location.href).href, maxzoom: 6, tolerance: 0.5 },
      areas: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
      chosen: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
      points: {
        type: 'geojson',
        data: { type: 'FeatureCollection', features: [] },
        cluster: true,
        clusterRadius: 44,
        clusterMaxZoom: 9,
        clusterProperties: { killed: ['+', ['get', 'killed']] },
      },
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': token('sea') } },
      { id: 'land', type: 'fill', source: 'world', filter: ['!=', ['geometry-type'], 'Point'], paint: { 'fill-color': token('land') } },
      {
        id: 'borders',
        type: 'line',
        source: 'world',
        filter: ['!=', ['geometry-type'], 'Point'],
        paint: { 'line-color': token('border'), 'line-width': 0.7 },
      },
      {
        id: 'names',
        type: 'symbol',
        source: 'world',
        // Large countries first: 0.02 steradians is about the size of Chad or Sudan.
        filter: ['all', ['==', ['geometry-type'], 'Point'], ['>=', ['*', ['get', 'area'], ['^', 4, ['zoom']]], 0.2]],
        layout: { 'text-field': ['get', 'name'], 'text-font': FONT, 'text-size': 11, 'text-letter-spacing': 0.04, 'text-max-width': 7 },
        paint: { 'text-color': token('soft'), 'text-halo-color': token('land'), 'text-halo-width': 1.2 },
      },
    ],
  }
}

/** Marks of incidents. Areas are wide and faint and squares with a number, so that nobody takes them for a spot. */
export function mapLayers(): AddLayerObject[] {
  const [event, card, accent] = [token('event'), token('card'), token('accent')]
  return [
    {
      id: 'areas',
      type: 'circle',
      source: 'areas',
      paint: {
        'circle-radius': [
          'interpolate',
          ['exponential', 2],
          ['zoom'],
          1,
          ['case', ['==', ['get', 'wide'], 1], 9, 5],
          9,
          ['case', ['==', ['get', 'wide'], 1], 700, 240],
        ],
        'circle-color': event,
        'circle-opacity': 0.1,
        'circle-stroke-color': event,
        'circle-stroke-width': 1,
        'circle-stroke-opacity': 0.35,
      },
    },
    {
      id: 'area-counts',
      type: 'symbol',
      source: 'areas',
      layout: {
        'text-field': ['concat', '≈ ', ['to-string', ['get', 'count']]],
        'text-font': FONT,
        'text-size': 11,
        'text-allow-overlap': true,
      },
      paint: { 'text-color': event, 'text-halo-color': card, 'text-halo-width': 1.5 },
    },
    {
      id: 'clusters',
      type: 'circle',
      source: 'points',
      filter: ['has', 'point_count'],
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['log10', ['get', 'point_count']], 0, 11, 2, 20, 4, 34],
        'circle-color': event,
        'circle-opacity': 0.85,
        'circle-stroke-color': card,
        'circle-stroke-width': 1.5,
      },
    },
    {
      id: 'cluster-counts',
      type: 'symbol',
      source: 'points',
      filter: ['has', 'point_count'],
      layout: { 'text-field': ['get', 'point_count_abbreviated'], 'text-font': FONT, 'text-size': 12, 'text-allow-overlap': true },
      paint: { 'text-color': card },
    },
    {
      id: 'points',
      type: 'circle',
      source: 'points',
      filter: ['!', ['has', 'point_count']],
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['sqrt', ['coalesce', ['get', 'killed'], 0]], 0, 5, 10, 14],
        'circle-color': event,
        'circle-stroke-color': card,
        'circle-stroke-width': 1.5,
      },
    },
    {
      id: 'chosen',
      type: 'circle',
      source: 'chosen',
      paint: { 'circle-radius': 14, 'circle-opacity': 0, 'circle-stroke-color': accent, 'circle-stroke-width': 2.5 },
    },
  ]
}
