import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { openReport } from '../../library/asking/list-records.ts'
import { findSeries, type NewestSeries, newestSeries } from '../../library/figures/figure-series.ts'
import type { Series } from '../../reconcile/series/build.ts'
import type { Strand } from '../../reconcile/series/strand.ts'
import { findReportNumber } from '../../store/reports.ts'
import { GriotError } from '../../util/error.ts'
import { answers } from '../answer.ts'
import { createRoutes } from '../create-routes.ts'
import type { Desk } from '../desk.ts'
import { recordFilters, toWanted } from '../filters.ts'
import { openPage, pageOf, pageQuery, toPage } from '../page.ts'
import { toRecordItem } from '../present.ts'
import { remember } from '../remember.ts'
import { disagreementItem, seriesDetail, seriesItem } from '../shapes/series.ts'

const { type: _, act: __, status: ___, ...filters } = recordFilters
const householdSize = z.coerce.number().min(1).max(50).optional().describe('persons of a household, to count households as people')
const query = z.strictObject({ ...filters, householdSize, ...pageQuery })
const isPartial = { isPartial: z.boolean().describe('there are more figures than were looked at: the newest were') }

const getSeriesList = createRoute({
  method: 'get',
  path: '/api/series',
  summary: 'Series of figures, those with most figures first',
  request: { query },
  responses: answers(pageOf(seriesItem).extend(isPartial), 'series'),
})

const getSeries = createRoute({
  method: 'get',
  path: '/api/series/{key}',
  summary: 'A series: every figure with its part in it and its words, and what each total is made of',
  request: { params: z.object({ key: z.string().max(400).describe('percent-encoded') }), query: z.strictObject({ householdSize }) },
  responses: answers(seriesDetail, 'the series'),
})

const getDisagreements = createRoute({
  method: 'get',
  path: '/api/disagreements',
  summary: 'Numbers of one thing that do not go together, the latest first',
  request: { query },
  responses: answers(pageOf(disagreementItem).extend(isPartial), 'disagreements'),
})

/** Figures that are looked at for a list. */
const MOST_FIGURES = 3000
/** Figures of a series whose words are told. */
const MOST_OPENED = 400

/** How many, over time, according to whom. */
export function seriesRoutes({ library }: Desk): OpenAPIHono {
  const { db } = library
  const find = ({ cursor: _, limit: __, householdSize: size, ...asked }: z.output<typeof query>): NewestSeries => {
    const wanted = toWanted(asked)
    return remember(db, `series ${JSON.stringify([wanted, size])}`, () => newestSeries(library, wanted, size ?? null, MOST_FIGURES))
  }
  return createRoutes()
    .openapi(getSeriesList, c => {
      const asked = c.req.valid('query')
      const page = openPage(db, asked)
      const found = find(asked)
      const sorted = found.series.map(toItem).sort((a, b) => b.figures - a.figures || (a.key < b.key ? -1 : 1))
      return c.json({ ...toPage(sorted.slice(page.skip, page.skip + page.most), sorted.length, page), isPartial: found.isPartial }, 200)
    })
    .openapi(getSeries, c => {
      const { key } = c.req.valid('param')
      const series = findSeries(library, key, c.req.valid('query').householdSize ?? null)
      if (!series) throw new GriotError('no-such-series', `${library.path} has no series ${key}`, { hint: 'GET /api/series lists them' })
      return c.json(toDetail(series), 200)
    })
    .openapi(getDisagreements, c => {
      const asked = c.req.valid('query')
      const page = openPage(db, asked)
      const { series, isPartial: isCut } = find(asked)
      const all = series.flatMap(each => each.strands.filter(({ notes }) => notes.length > 0).map(strand => toDisagreement(each, strand)))
      all.sort((a, b) => compare(b.period.end ?? '', a.period.end ?? '') || compare(a.strand, b.strand))
      return c.json({ ...toPage(all.slice(page.skip, page.skip + page.most), all.length, page), isPartial: isCut }, 200)
    })

  function toDetail({ strands, totals, ...series }: Series): z.output<typeof seriesDetail> {
    const reports = new Map<string, ReturnType<typeof openReport>>()
    let opened = 0
    const open = (figure: string) => {
      if (opened++ >= MOST_OPENED) return null
      const [report = '', id = ''] = figure.split('/')
      const known = reports.get(report) ?? openReport(library, findReportNumber(db, report) as number)
      reports.set(report, known)
      const found = known.find(id)
      return found && toRecordItem(found)
    }
    return {
      ...withoutLists(series),
      strands: strands.map(strand => ({ ...strand, marks: strand.marks.map(mark => ({ ...mark, record: open(mark.figure) })) })),
      totals,
    }
  }
}

function withoutLists({ key, measure, unit, kind, place, population }: Omit<Series, 'strands' | 'totals'>) {
  return { key, measure, unit, kind, place, population }
}

function toItem(series: Series): z.output<typeof seriesItem> {
  const { strands, totals } = series
  const last = totals.at(-1)
  const days = strands.flatMap(({ period }) => [period.start, period.end].filter(day => day !== null)).sort()
  return {
    ...withoutLists(series),
    strands: strands.length,
    figures: strands.reduce((sum, { marks }) => sum + marks.length, 0),
    first: days[0] ?? null,
    last: days.at(-1) ?? null,
    latest: strands.findLast(({ amount }) => amount !== null)?.amount ?? null,
    total: last ? { period: last.period, low: last.low, best: last.best, high: last.high } : null,
    notes: strands.reduce((sum, { notes }) => sum + notes.length, 0),
  }
}

/** A strand whose numbers do not go together. */
export function toDisagreement({ key, measure, unit, place }: Series, { id, period, incident, amount, notes, marks }: Strand) {
  return { series: key, strand: id, measure, unit, place, period, incident, amount, notes, figures: marks }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
