import { two } from '../util/calendar.ts'
import type { TimeShape, TimeUnit } from './time-shape.ts'

/** ISO-TimeML value of a length: {3, "M"} → "P3M", {30, "m"} → "PT30M", unknown number → "PXW". */
export function lengthValue(unit: TimeUnit, by: number | null): string {
  if (by === null) return unit === 'h' || unit === 'm' || unit === 's' ? `PTX${unit.toUpperCase()}` : `PX${unit}`
  const whole = Math.floor(by)
  const half = by - whole === 0.5
  if (unit === 'h') return half ? `PT${whole ? `${whole}H` : ''}30M` : `PT${by}H`
  if (unit === 'm' || unit === 's') return half && unit === 'm' ? `PT${whole ? `${whole}M` : ''}30S` : `PT${by}${unit.toUpperCase()}`
  if (unit === 'Y' && half) return `P${whole ? `${whole}Y` : ''}6M`
  if (unit === 'DE') return `P${by * 10}Y`
  if (unit === 'CE') return `P${by * 100}Y`
  return `P${by}${unit}`
}

/** The value of a shape as far as its words alone give it; X for what they leave open. */
export function openValue(shape: TimeShape): string {
  if (shape.value !== undefined) return shape.value
  if (shape.length) return lengthValue(shape.length.unit, shape.length.by)
  const year = shape.year === undefined ? 'XXXX' : yearValue(shape.year)
  return datePart(shape, year) + timePart(shape)
}

/** "2024", "BC0490". */
export function yearValue(year: number): string {
  return year > 0 ? String(year).padStart(4, '0') : `BC${String(1 - year).padStart(4, '0')}`
}

function datePart(shape: TimeShape, year: string): string {
  if (shape.day !== undefined) return `${year}-${shape.month === undefined ? 'XX' : two(shape.month)}-${two(shape.day)}`
  if (shape.weekday !== undefined) return `${year}-WXX-${shape.weekday}`
  if (shape.month !== undefined) return `${year}-${two(shape.month)}`
  if (shape.quarter !== undefined) return `${year}-Q${shape.quarter}`
  if (shape.half !== undefined) return `${year}-H${shape.half}`
  if (shape.season !== undefined) return `${year}-${shape.season}`
  if (shape.weekend) return `${year}-WXX-WE`
  if (shape.year !== undefined) return year
  if (shape.decade !== undefined) return String(shape.decade)
  if (shape.century !== undefined) return String(shape.century)
  const unit = shape.shift?.unit
  if (unit === 'Y' || unit === 'DE' || unit === 'CE') return 'XXXX'
  if (unit === 'M') return 'XXXX-XX'
  if (unit === 'W') return 'XXXX-WXX'
  if (unit === 'Q') return 'XXXX-QX'
  return 'XXXX-XX-XX'
}

/** "TMO", "T22:00", "" without a time of day. */
export function timePart(shape: Pick<TimeShape, 'hour' | 'minute' | 'second' | 'part' | 'zone'>): string {
  if (shape.hour !== undefined) {
    const seconds = shape.second === undefined ? '' : `:${two(shape.second)}`
    return `T${two(shape.hour)}:${two(shape.minute ?? 0)}${seconds}${shape.zone === 'Z' ? 'Z' : ''}`
  }
  return shape.part ? `T${shape.part}` : ''
}
