import type { Told } from '../told.ts'
import type { Between, Change } from './diff.ts'
import { isNews } from './diff.ts'

/** Reports that had been published by the first day and gave way to a newer version by the second. */
export function findSuperseded({ all, from, evidenceOf, ...between }: Between): Change[] {
  const byId = new Map(all.reports.map(report => [report.report, report]))
  return all.reports.flatMap((old): Change[] => {
    const newer = old.copyKind === 'update' && old.copyOf !== null ? byId.get(old.copyOf) : undefined
    if (!newer || old.published === null || old.published > from || !isNews({ from, ...between }, newer.published)) return []
    const evidence = [old, newer].flatMap(({ report }) => firstRecord(report, all) ?? []).map(evidenceOf)
    return [
      {
        change: 'superseded',
        day: newer.published,
        place: null,
        by: newer.publisher,
        before: old.title ?? old.report,
        after: newer.title ?? newer.report,
        evidence,
      },
    ]
  })
}

/** The id of a record of a report, so that the report can be opened; null where it has none. */
function firstRecord(report: string, { events, figures, statements, offices }: Told): string | null {
  const isOwn = (row: { readonly report: string }) => row.report === report
  const [event, figure, statement, office] = [
    events.find(isOwn),
    figures.find(each => each.report.id === report),
    statements.find(isOwn),
    offices.find(isOwn),
  ]
  if (figure) return figure.id
  for (const [row, letter] of [
    [event, 'v'],
    [statement, 's'],
    [office, 'p'],
  ] as const)
    if (row) return `${report}/${letter}${row.no % 65_536}`
  return null
}
