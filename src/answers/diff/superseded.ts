import type { Told } from '../told.ts'
import type { Between, FoundChange } from './change.ts'
import { isNews } from './change.ts'

/** Reports that had been published by the first day and gave way to a newer version by the second. */
export function findSuperseded({ all, from, ...between }: Between): FoundChange[] {
  const byId = new Map(all.reports.map(report => [report.report, report]))
  const first = firstRecords(all)
  return all.reports.flatMap((old): FoundChange[] => {
    const newer = old.copyKind === 'update' && old.copyOf !== null ? byId.get(old.copyOf) : undefined
    if (!newer || old.published === null || old.published > from || !isNews({ from, ...between }, newer.published)) return []
    return [
      {
        change: 'superseded',
        day: newer.published,
        place: null,
        by: newer.publisher,
        before: old.title ?? old.report,
        after: newer.title ?? newer.report,
        rests: [old, newer].flatMap(({ report }) => first.get(report) ?? []),
      },
    ]
  })
}

/** Of each report the id of a record, so that the report can be opened. */
function firstRecords({ events, figures, statements, offices }: Told): Map<string, string> {
  const first = new Map<string, string>()
  const add = (report: string, id: string) => first.has(report) || first.set(report, id)
  for (const { id, report } of figures) add(report.id, id)
  for (const [rows, letter] of [
    [events, 'v'],
    [statements, 's'],
    [offices, 'p'],
  ] as const)
    for (const { report, no } of rows) add(report, `${report}/${letter}${no % 65_536}`)
  return first
}
