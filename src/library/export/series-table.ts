import { columnMakers, type Table } from '../../formats/table/table.ts'
import type { Series } from '../../reconcile/series/build.ts'
import type { Mark, Strand } from '../../reconcile/series/strand.ts'

/** One strand of a series: what was told of one happening, of one period, of one day. */
export interface SeriesRow {
  readonly series: Series
  readonly strand: Strand
  /** The figure that is counted; where none is, the first. */
  readonly chosen: Mark | undefined
  /** The sentence of that figure, the url of its report, the rules that read it. */
  readonly told: { readonly evidence: string; readonly url: string | null; readonly rules: string; readonly pcode: string | null } | null
}

const { text, day, number } = columnMakers<SeriesRow>()

/** A row a strand, with the number that counts, who says what else, and why. */
export const SERIES_TABLE: Table<SeriesRow> = {
  name: 'series',
  says: 'What was told of one happening, of one period or of one day, and the number that counts',
  columns: [
    text('record_id', 'id of the strand, the same in every library', ({ strand }) => strand.id),
    text('series', 'measure, unit, kind, place and population of the series', ({ series }) => series.key),
    text('measure', 'what is counted', ({ series }) => series.measure),
    text('unit', 'in what; households are counted as persons', ({ series }) => series.unit),
    text('kind', 'stock or flow', ({ series }) => series.kind),
    text('population', 'whom', ({ series }) => series.population),
    text('place', 'where', ({ series }) => series.place?.name),
    text('place_key', 'id of the place', ({ series }) => series.place?.key),
    text('place_iso3', 'ISO 3166-1 alpha-3', ({ series }) => series.place?.country),
    text('place_admin1', 'the first-level division', ({ series }) => series.place?.admin1),
    text('place_pcode', 'OCHA place code', ({ told }) => told?.pcode),
    number('place_lat', 'degrees north, WGS84', ({ series }) => series.place?.lat),
    number('place_lon', 'degrees east, WGS84', ({ series }) => series.place?.lon),
    day('period_start', 'the first day', ({ strand }) => strand.period.start),
    day('period_end', 'the last day', ({ strand }) => strand.period.end),
    text('period_basis', 'told, or taken from the day of the report', ({ strand }) => strand.period.basis),
    text('incident', 'id of the incident whose victims are counted', ({ strand }) => strand.incident),
    text('runs_on', 'does the count go on from a first day?', ({ strand }) => (strand.isCumulative ? 'yes' : 'no')),
    number('low', 'the least that anybody says', ({ strand }) => strand.amount?.low),
    number('best', 'the number that counts', ({ strand }) => strand.amount?.best),
    number('high', 'the most that anybody says', ({ strand }) => strand.amount?.high),
    text('figure', 'id of the figure that counts', ({ chosen }) => chosen?.figure),
    text('because', 'why it counts', ({ chosen }) => chosen?.because),
    text('others', 'the other figures, each with its role and why', row =>
      row.strand.marks
        .filter(mark => mark !== row.chosen)
        .map(mark => `${mark.figure}: ${mark.role}, ${mark.because}`)
        .join('; '),
    ),
    text(
      'counted_in',
      'the total that it is added to',
      ({ series, strand }) => series.totals.find(total => total.addends.includes(strand.id))?.period,
    ),
    text(
      'left_out',
      'why it is in no total',
      ({ series, strand }) => series.totals.flatMap(total => total.leftOut).find(left => left.strand === strand.id)?.because,
    ),
    text('notes', 'falls and disagreements', ({ strand }) => strand.notes.join(' ')),
    text('evidence', 'the words of the figure that counts', ({ told }) => told?.evidence),
    text('report_url', 'where it was published', ({ told }) => told?.url),
    text('rules', 'version of the rules and models that read it', ({ told }) => told?.rules),
  ],
}
