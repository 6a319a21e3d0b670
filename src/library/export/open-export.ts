import type { ExportedReport } from '../../formats/export/exported-report.ts'
import { recordIdOf } from '../../formats/export/exported-report.ts'
import { REPORT_TABLE, recordTable, storedRows } from '../../formats/export/stored-rows.ts'
import { dyadRows } from '../../formats/profiles/event-rows.ts'
import type { FigureRow } from '../../formats/profiles/figure-cells.ts'
import type { Table } from '../../formats/table/table.ts'
import { buildSeries, type Series } from '../../reconcile/series/build.ts'
import type { Mark } from '../../reconcile/series/strand.ts'
import type { FigureRecord } from '../../record/figure.ts'
import { RECORD_LISTS } from '../../record/references.ts'
import { levelsUpTo } from '../../store/open-reports.ts'
import { getRules } from '../../store/readings.ts'
import { CONFIDENTIALITIES, type Confidentiality, countReports, type ReportFilter } from '../../store/reports.ts'
import { present } from '../../util/present.ts'
import { recordQuestion, type Wanted } from '../asking/wanted.ts'
import { tellFigures } from '../figures/told-figures.ts'
import type { IncidentsWanted } from '../incidents/list-incidents.ts'
import type { Library } from '../open.ts'
import { exportedReports } from './exported.ts'
import { isViolent } from './incident-cells.ts'
import { incidentRows } from './incident-rows.ts'
import { INCIDENT_TABLE } from './incident-table.ts'
import { narrowTo } from './narrow.ts'
import { PROFILES, type ProfileName } from './profiles.ts'
import { seriesRows } from './series-rows.ts'
import { SERIES_TABLE } from './series-table.ts'

/** What an export may be of. */
export const EXPORT_KINDS = ['reports', ...RECORD_LISTS, 'incidents', 'series'] as const
export type ExportKind = (typeof EXPORT_KINDS)[number]

export interface ExportOptions {
  /** The columns of another data set; its kind must be the kind. */
  readonly as?: ProfileName
  /** The most closed reports that may be exported. */
  readonly confidentiality: Confidentiality
  readonly filter: Omit<ReportFilter, 'confidentialities'>
  /** Records and incidents that are wanted, as a view with these filters shows them; all without. */
  readonly wanted?: Wanted & IncidentsWanted
  /** Persons of a household, for totals of people. */
  readonly householdSize: number | null
}

/** A table that is open to be written. */
export interface Export {
  readonly table: Table<unknown>
  readonly rows: AsyncIterable<unknown>
  /** Reports left out because they are more confidential than was asked for. */
  readonly withheld: number
}

/** Rows of one kind, sorted by what they say; what is more confidential than asked for is left out and counted. */
export function openExport(library: Library, kind: ExportKind, options: ExportOptions): Export {
  const allowed = levelsUpTo(options.confidentiality)
  const filter = { ...options.filter, confidentialities: allowed }
  const closed = CONFIDENTIALITIES.filter(level => !allowed.includes(level))
  const withheld = closed.length === 0 ? 0 : countReports(library.db, { ...options.filter, confidentialities: closed })
  return { ...tableOf(library, kind, filter, options), withheld }
}

/** Reports of a library as PLOVER lines need them. */
export function openReports(library: Library, { confidentiality, filter, wanted }: ExportOptions): Generator<ExportedReport> {
  return exportedReports(
    library,
    { ...filter, confidentialities: levelsUpTo(confidentiality) },
    wanted && narrowTo(library, 'events', wanted),
  )
}

function tableOf(
  library: Library,
  kind: ExportKind,
  filter: ReportFilter,
  { as, householdSize, wanted }: ExportOptions,
): Omit<Export, 'withheld'> {
  const narrowed = wanted && kind !== 'reports' && kind !== 'incidents' && kind !== 'series' ? narrowTo(library, kind, wanted) : null
  const reports = () => exportedReports(library, filter, narrowed)
  const question = wanted ? recordQuestion(library.db, 'figure', wanted) : {}
  const series = () => buildSeries(tellFigures(library, { ...question, reports: filter }), { householdSize })
  if (as === 'helix') return opened(PROFILES.helix.load(), mapEach(reports(), helixRows(series(), householdSize)))
  const incidentsWanted = wanted ?? present({ asKnownOn: filter.knownOn })
  const incidents = () => incidentRows(library, filter, incidentsWanted, report => getRules(library.db, report))
  if (as === 'ged' || as === 'acled')
    return opened(
      PROFILES[as].load(),
      mapEach(incidents(), row => (isViolent(row, as) ? [row] : [])),
    )
  if (as) return opened(PROFILES[as].load(), mapEach(reports(), dyadRows))
  if (kind === 'incidents')
    return opened(
      INCIDENT_TABLE,
      mapEach(incidents(), row => [row]),
    )
  if (kind === 'reports')
    return opened(
      REPORT_TABLE,
      mapEach(reports(), report => [report]),
    )
  if (kind === 'series')
    return opened(
      SERIES_TABLE,
      mapEach(seriesRows(library, series()), row => [row]),
    )
  return opened(
    recordTable(kind),
    mapEach(reports(), report => storedRows(kind, report)),
  )
}

/** A table and rows that fit it; from here on nobody needs to know of what. */
function opened<Row>(table: Table<Row>, rows: AsyncIterable<Row>): Omit<Export, 'withheld'> {
  return { table: table as Table<unknown>, rows }
}

async function* mapEach<T, Row>(items: Iterable<T>, rowsOf: (item: T) => Iterable<Row>): AsyncGenerator<Row> {
  for (const item of items) yield* rowsOf(item)
}

/** Figures of a report with their roles in their series. */
function helixRows(series: readonly Series[], householdSize: number | null): (stored: ExportedReport) => FigureRow[] {
  const marks = new Map<string, Mark>()
  for (const { strands } of series) for (const strand of strands) for (const mark of strand.marks) marks.set(mark.figure, mark)
  return stored =>
    storedRows('figures', stored).map(row => {
      const record = row.record as FigureRecord
      const mark = marks.get(recordIdOf(stored.reading.report.id, record.id))
      const total = mark?.amount ? (mark.amount.best ?? mark.amount.low ?? mark.amount.high) : null
      return { ...row, record, role: mark?.role ?? null, because: mark?.because ?? null, total, householdSize }
    })
}
