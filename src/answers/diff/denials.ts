import type { Between, FoundChange } from './change.ts'
import { isNews } from './change.ts'

/** Who denied something, or rejected it, in reports of the days between. */
export function findDenials({ after, ...between }: Between): FoundChange[] {
  const denials = after.told.statements.filter(({ act, published }) => act === 'deny' && isNews(between, published))
  return denials.map(({ report, no, speakerName, dayStart, published }) => ({
    ...{ change: 'denied', day: dayStart ?? published, place: null, by: speakerName, before: null, after: 'denied' },
    rests: [`${report}/s${no % 65_536}`],
  }))
}
