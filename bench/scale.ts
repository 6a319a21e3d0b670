// Measures how time and memory grow, and keeps the figures in results.json:
//   npm run bench:scale -- [--reports N] [--odd PART | --library | --answers [--made FILE] | --desk [--made FILE]] [--date DATE]
// --reports  so many reports (10000 unless told; 0: none)
// --odd      only the odd texts whose name holds PART; nothing is kept then
// --library  only a library of so many generated reports, and one of a tenth: what it takes to make, and how long its answers take
// --answers  only briefs and the like about one country of which there are so many reports; --made names a library of them that is there
// --desk     only the desk on a library of so many generated reports: how long its lists take, how many records a second it answers, and where there is
//            a Chromium how long its pages take, and a map of 50,000 incidents
// --date     the day to write beside the figures
import { parseArgs } from 'node:util'
import { withoutBrowser } from '../test/web/desk.ts'
import { measureAnswers } from './answers-scale.ts'
import { measureMap } from './desk-map.ts'
import { measureDesk } from './desk-scale.ts'
import { measureLibraries } from './library-scale.ts'
import { loadBars } from './lists.ts'
import { measureMany } from './many-reports.ts'
import { type Growth, measureGrowth } from './odd-texts.ts'
import { keepResults, type Row } from './results.ts'
import { orderOf } from './table.ts'

const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '10000' },
    odd: { type: 'string' },
    library: { type: 'boolean', default: false },
    desk: { type: 'boolean', default: false },
    answers: { type: 'boolean', default: false },
    made: { type: 'string' },
    date: { type: 'string' },
  },
})
const date = values.date ?? null
if (values.library || values.answers || values.desk) {
  const asked = Number(values.reports)
  const measured = values.desk
    ? [...(await measureDesk(asked, date, values.made)), ...(withoutBrowser ? [] : await measureMap(date))]
    : values.library
      ? await measureLibraries(asked, date)
      : await measureAnswers(asked, values.made ?? null, date)
  for (const { set, metric, value } of measured) console.log(`${set}  ${metric}  ${value}`)
  keepResults(measured, orderOf(loadBars()))
  process.exit()
}
const rows: Row[] = []
const row = (set: string, metric: string, value: number, data: string): Row => ({
  set,
  metric,
  value,
  command: `npm run bench:scale -- --reports ${values.reports}`,
  data,
  date,
})

const growths = await measureGrowth(values.odd ?? '', ({ family, seconds: [short, long], ratio }: Growth) =>
  console.log(
    `${family.padEnd(36)} ${short.toFixed(3).padStart(8)} s ${long.toFixed(3).padStart(8)} s  × ${ratio.toFixed(1)}${ratio > 12 ? '  too much' : ''}`,
  ),
)
const worst = growths.reduce((a, b) => (b.ratio > a.ratio ? b : a))
rows.push(
  row(
    'odd',
    'time at ten times the length, worst of the odd texts',
    Math.round(worst.ratio * 10) / 10,
    `${growths.length} kinds of odd text, 100,000 and 1,000,000 characters; worst: ${worst.family}`,
  ),
)
const reports = Number(values.reports)
if (reports > 0 && values.odd === undefined) {
  const { seconds, peak, growth } = await measureMany(reports)
  const perSecond = Math.round((10 * reports) / seconds) / 10
  console.log(`${reports} reports: ${perSecond} a second, ${peak} MB at most, at the end × ${growth}`)
  const data = `${reports} reports of some 70 words, all cores`
  rows.push(row(`scale of ${reports}`, 'reports a second', perSecond, data))
  if (peak !== null) rows.push(row(`scale of ${reports}`, 'peak MB', peak, data))
  if (growth !== null) rows.push(row(`scale of ${reports}`, 'memory of the last tenth beside the third', growth, data))
}
if (values.odd === undefined) keepResults(rows, orderOf(loadBars()))
