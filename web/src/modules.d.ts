/** The address of the map's base, which web/world.ts makes. */
declare module 'virtual:world' {
  const url: string
  export default url
}

declare module 'd3-geo-projection' {
  import type { GeoProjection } from 'd3-geo'
  export function geoProject(object: unknown, projection: GeoProjection): unknown
}
