import type { CalibratedKind } from '../../src/resource/calibration.ts'
import { type Bin, expectedError } from './fit.ts'

/** What was measured for a kind. */
export interface Measured {
  readonly kind: CalibratedKind
  /** Annotated records, and how many of them are optional. */
  readonly annotated: number
  readonly optional: number
  /** Bins of the confidences that the extractors give, of the calibrated ones out of fold, and of those on reports with gold. */
  readonly before: readonly Bin[]
  readonly after: readonly Bin[]
  readonly reports: readonly Bin[] | null
}

/** The page that shows how far confidences can be trusted. */
export function writePage(measured: readonly Measured[], texts: number, folds: number): string {
  const withReports = measured.some(m => m.reports)
  return `# How far confidences can be trusted

A record's confidence says how often records like it are right: of those marked 0.8, about 80 % are. Extractors give a raw confidence; a table turns it into a
share of right records, by a rising curve, by the rule that made the record, by its sort (act, type, measure, status) and, for figures, by how large the number is. The table is fitted on ${texts} texts written and
annotated for it (\`train/annotations\`), with nothing of the sets that measure.

A record is right when a record of the annotation matches it: content half the same for statements, type and trigger for events, measure and number for figures,
holder and title for positions. What only matches an optional record counts neither way. Fields beside these are not judged here.

The error is the expected calibration error over five bins of equal count. Out of fold: the texts are cut into ${folds} parts, and each is measured with a table fitted
on the others.${withReports ? ' The reports with gold are real ones by other hands; the table was not fitted on them.' : ''}

| kind | annotated (optional) | found and judged | right | error as extracted | **error, out of fold** |${withReports ? ' reports with gold: judged | right | error |' : ''}
|---|---|---|---|---|---|${withReports ? '---|---|---|' : ''}
${measured.map(formatRow).join('\n')}

${measured.map(m => `![Reliability of ${m.kind}](calibration/${m.kind}.svg)`).join('\n')}

What the table does not know: a report unlike those texts may be read better or worse than it says. The texts have one annotator, who looked a second time at what the
reader had found, which favours the reader a little. With so few records a bin is itself unsure by some four points.

Made by \`train/calibration.ts\`: \`node train/calibration.ts --out data/en --page docs${withReports ? ' --data REPORTS' : ''}\`.
`
}

function formatRow({ kind, annotated, optional, before, after, reports }: Measured): string {
  const there = reports ? ` ${count(reports)} | ${share(reports)} | ${expectedError(reports).toFixed(3)} |` : ''
  return `| ${kind} | ${annotated} (${optional}) | ${count(after)} | ${share(after)} | ${expectedError(before).toFixed(3)} | **${expectedError(after).toFixed(3)}** |${there}`
}

function count(bins: readonly Bin[]): number {
  return bins.reduce((sum, b) => sum + b.count, 0)
}

function share(bins: readonly Bin[]): string {
  return `${Math.round((100 * bins.reduce((sum, b) => sum + b.count * b.right, 0)) / Math.max(1, count(bins)))} %`
}
