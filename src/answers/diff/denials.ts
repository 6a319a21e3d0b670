import type { Between, Change } from './change.ts'
import { isNews } from './change.ts'

/** Who denied something, or rejected it, in reports of the days between. */
export function findDenials({ after, evidenceOf, ...between }: Between): Change[] {
  const denials = after.statements.filter(({ act, published }) => act === 'deny' && isNews(between, published))
  return denials.map(({ report, no, speakerName, dayStart, published }) => {
    const evidence = evidenceOf(`${report}/s${no % 65_536}`)
    return {
      change: 'denied',
      day: dayStart ?? published,
      place: null,
      by: speakerName,
      content: evidence.quote,
      before: null,
      after: 'denied',
      evidence: [evidence],
    }
  })
}
