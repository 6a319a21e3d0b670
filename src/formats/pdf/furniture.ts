import type { Page } from './load-pages.ts'
import type { Segment } from './segments.ts'

/** A page with the segments on it. */
export interface SegmentedPage {
  readonly page: Page
  readonly segments: readonly Segment[]
}

/** Share of the height at the top and at the bottom where running heads stand. */
const EDGE = 0.13
/** Points by which the same line may stand elsewhere on another page. */
const DRIFT = 4

/** The pages without running heads, running feet and page numbers. */
export function dropFurniture(pages: readonly SegmentedPage[]): SegmentedPage[] {
  const seen = new Map<string, { page: number; y: number }[]>()
  for (const { page, segments } of pages)
    for (const segment of segments) {
      if (!isAtEdge(segment, page)) continue
      const key = patternOf(segment.text)
      const places = seen.get(key)
      const place = { page: page.number, y: segment.y }
      if (places) places.push(place)
      else seen.set(key, [place])
    }
  return pages.map(({ page, segments }) => ({
    page,
    segments: segments.filter(segment => {
      if (!isAtEdge(segment, page)) return true
      if (isPageNumber(segment.text)) return false
      const places = seen.get(patternOf(segment.text)) ?? []
      const others = new Set(places.filter(({ y }) => Math.abs(y - segment.y) < DRIFT).map(place => place.page))
      // Left and right pages may differ.
      return others.size < Math.max(2, 0.3 * pages.length)
    }),
  }))
}

function isAtEdge({ y }: Segment, { height }: Page): boolean {
  return y < EDGE * height || y > (1 - EDGE) * height
}

/** "Page 3 of 10" and "Page 4 of 10" are the same line. */
function patternOf(text: string): string {
  return text.replace(/\d+/g, '#').replace(/\b[ivxlc]+\b/g, '#')
}

function isPageNumber(text: string): boolean {
  return /^(?:[-–—|]\s*)?(?:(?:page|p\.?|pg\.?)\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:\/|of|sur|de|von|\|)\s*(?:\d{1,4}|P\s?a\s?g\s?e))?(?:\s*[-–—|])?$/i.test(
    text,
  )
}
