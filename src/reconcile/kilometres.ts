const RADIUS = 6371
const DEGREE = Math.PI / 180

/** Kilometres between two points on the globe, to one metre. */
export function kilometres(a: { readonly lat: number; readonly lon: number }, b: { readonly lat: number; readonly lon: number }): number {
  const north = Math.sin(((b.lat - a.lat) * DEGREE) / 2) ** 2
  const east = Math.sin(((b.lon - a.lon) * DEGREE) / 2) ** 2
  const half = north + Math.cos(a.lat * DEGREE) * Math.cos(b.lat * DEGREE) * east
  return Math.round(2 * RADIUS * Math.asin(Math.sqrt(Math.min(1, half))) * 1000) / 1000
}
