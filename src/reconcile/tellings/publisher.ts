import type { ReportRecord } from '../../record/reading.ts'
import { foldName } from '../../util/fold.ts'

/** Who published a report: as it says, else the host of its address. */
export function publisherOf({ publisher, url }: ReportRecord): string | null {
  if (publisher) return foldName(publisher)
  return /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(url ?? '')?.[1]?.toLowerCase() ?? null
}
