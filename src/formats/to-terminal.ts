import type { ReadingRecord } from '../record/reading.ts'

/** A reading as a short listing, one record a line with the words it rests on. */
export function formatListing({ report, statements, events, figures, positions }: ReadingRecord): string {
  const quote = ([start, end]: readonly [number, number]) => report.text.slice(start, end).replace(/\s+/g, ' ')
  const lines = [
    report.title ?? report.sourceId ?? 'Report',
    ...statements.map(s => `${s.id}\t${s.act}\t${quote(s.evidence)}`),
    ...events.map(v => `${v.id}\t${v.type} ${v.status}\t${quote(v.evidence)}`),
    ...figures.map(f => `${f.id}\t${f.measure}\t${quote(f.evidence)}`),
    ...positions.map(p => `${p.id}\t${p.title}\t${quote(p.evidence)}`),
  ]
  return `${lines.join('\n')}\n`
}
