import 'maplibre-gl/dist/maplibre-gl.css'
import worldUrl from 'virtual:world'
import { type GeoJSONSource, Map as MapLibre, NavigationControl, ScaleControl, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { useEffect, useRef } from 'react'
import type { IncidentMap } from '../../api/types.ts'
import { useSettings } from '../../settings.ts'
import { useWords } from '../../words/words.ts'
import { areasOf, boundsOf, pointsAt, pointsOf, type Spot, spotOf } from './features.ts'
import { mapLayers, mapStyle } from './map-style.ts'

setWorkerUrl(workerUrl)

/** Incidents on a map: points in clusters that open by zooming; provinces and countries as areas that say how many. */
export default function IncidentsMap({
  incidents,
  chosen,
  onChoose,
}: {
  readonly incidents: IncidentMap
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
}) {
  const { incidents: words } = useWords()
  const { theme } = useSettings()
  const host = useRef<HTMLDivElement>(null)
  const map = useRef<MapLibre | null>(null)
  const held = useRef({ incidents, chosen, onChoose })
  held.current = { incidents, chosen, onChoose }
  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme draws the map anew, in other colours.
  useEffect(() => {
    if (!host.current) return
    const bounds = boundsOf(held.current.incidents)
    const made = new MapLibre({
      container: host.current,
      style: mapStyle(worldUrl),
      ...(bounds ? { bounds, fitBoundsOptions: { padding: 40, maxZoom: 6 } } : { center: [10, 15], zoom: 1.2 }),
      attributionControl: { compact: true, customAttribution: 'Natural Earth' },
      dragRotate: false,
      pitchWithRotate: false,
      fadeDuration: 0,
    })
    made.touchZoomRotate.disableRotation()
    made.addControl(new NavigationControl({ showCompass: false }), 'top-right')
    made.addControl(new ScaleControl({}), 'bottom-left')
    made.on('load', () => {
      for (const layer of mapLayers()) made.addLayer(layer)
      show(made, held.current.incidents)
      mark(made, spotOf(held.current.incidents, held.current.chosen))
    })
    listen(made, id => held.current.onChoose(id))
    map.current = made
    return () => {
      map.current = null
      made.remove()
    }
  }, [theme])
  useEffect(() => {
    if (map.current?.getSource('points')) show(map.current, incidents)
  }, [incidents])
  useEffect(() => {
    const made = map.current
    if (!made) return
    const spot = spotOf(incidents, chosen)
    mark(made, spot)
    if (spot && !made.getBounds().contains(spot)) made.panTo(spot)
  }, [chosen, incidents])
  return <div ref={host} className="map-host" role="application" aria-label={words.map} />
}

function show(map: MapLibre, incidents: IncidentMap): void {
  map.getSource<GeoJSONSource>('points')?.setData(pointsOf(incidents))
  map.getSource<GeoJSONSource>('areas')?.setData(areasOf(incidents))
}

/** A ring around the incident that is open: it has a source of its own, so that no other mark is made anew for it. */
function mark(map: MapLibre, spot: Spot | null): void {
  map.getSource<GeoJSONSource>('chosen')?.setData(pointsAt(spot ? [spot] : []))
}

/** A click opens a cluster, or chooses an incident. */
function listen(map: MapLibre, onChoose: (id: string) => void): void {
  map.on('click', event => {
    const [found] = map.queryRenderedFeatures(event.point, { layers: ['clusters', 'points', 'areas'].filter(layer => map.getLayer(layer)) })
    if (!found || found.geometry.type !== 'Point') return
    const center = found.geometry.coordinates as [number, number]
    if (found.properties.cluster_id !== undefined)
      void map
        .getSource<GeoJSONSource>('points')
        ?.getClusterExpansionZoom(found.properties.cluster_id)
        .then(zoom => map.easeTo({ center, zoom: Math.min(zoom, 11), duration: 300 }))
    else if (found.properties.id) onChoose(found.properties.id)
  })
  for (const layer of ['clusters', 'points', 'areas']) {
    map.on('mouseenter', layer, () => {
      map.getCanvas().style.cursor = 'pointer'
    })
    map.on('mouseleave', layer, () => {
      map.getCanvas().style.cursor = ''
    })
  }
}
