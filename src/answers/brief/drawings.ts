import type { Drawing } from '../../formats/paper/paper.ts'
import type { Brief } from './brief.ts'

export function drawTimeline(_brief: Brief): Drawing[] {
  return []
}
export function drawMap(_brief: Brief): Drawing[] {
  return []
}
export function drawSeries(_brief: Brief): Drawing[] {
  return []
}
