import type { Sketch } from '../sketch.ts'

/**
 * How many reports of a set are independent of each other: copies count once, with what they repeat, and so do reports that credit the same
 * agency alone.
 */
export function countOrigins(reports: readonly Sketch[], rootOf: (report: string) => string): number {
  return new Set(reports.map(sketch => originOf(sketch, rootOf))).size
}

/** What stands for the origin of a report: the agency that it credits, else the text that it repeats. */
function originOf({ id, publisher, agencies }: Sketch, rootOf: (report: string) => string): string {
  if (agencies.length === 1) return `agency ${agencies[0]}`
  const root = rootOf(id)
  return root === id && publisher !== null && agencies.length === 0 ? `publisher ${publisher}` : `text ${root}`
}
