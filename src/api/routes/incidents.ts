import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { openReport } from '../../library/asking/list-records.ts'
import { allDecisions, type ListedDecision } from '../../library/decisions/list.ts'
import {
  daysOfIncidents,
  getIncident,
  type IncidentsWanted,
  listIncidents,
  mapOf,
  type ShownIncident,
} from '../../library/incidents/list-incidents.ts'
import { previewSettlement } from '../../library/incidents/preview.ts'
import type { Settlement } from '../../library/incidents/settle.ts'
import type { SettledValue } from '../../library/incidents/settled.ts'
import { EVENT_STATUSES } from '../../record/event.ts'
import { EVENT_TYPES } from '../../record/vocab/plover.ts'
import { findCopy, incidentsTold } from '../../store/incidents.ts'
import { findReportNumber } from '../../store/reports.ts'
import { present } from '../../util/present.ts'
import { answers, takes } from '../answer.ts'
import { createRoutes } from '../create-routes.ts'
import { BY_HEADER, byOf, type Desk } from '../desk.ts'
import { day, recordFilters, toWanted } from '../filters.ts'
import { openPage, pageOf, pageQuery, toPage } from '../page.ts'
import { toDecision, toIncidentItem, toReportName } from '../present.ts'
import { incidentDetail, incidentItem, incidentMap, previewAnswer, settled, settlement } from '../shapes/incident.ts'

const filters = {
  place: recordFilters.place,
  actor: recordFilters.actor,
  from: day.optional().describe('on this day or later'),
  to: day.optional().describe('on this day or earlier'),
  type: z
    .union([z.enum(EVENT_TYPES), z.array(z.enum(EVENT_TYPES))])
    .optional()
    .describe('PLOVER types'),
  status: z.union([z.enum(EVENT_STATUSES), z.array(z.enum(EVENT_STATUSES))]).optional(),
  asKnownOn: day.optional().describe('as it was known by the end of this day'),
  reports: z.coerce.number().int().min(1).optional().describe('told by so many reports at least'),
}

const getList = createRoute({
  method: 'get',
  path: '/api/incidents',
  summary: 'Incidents, the latest first',
  request: { query: z.strictObject({ ...filters, ...pageQuery }) },
  responses: answers(pageOf(incidentItem), 'incidents'),
})

const getMap = createRoute({
  method: 'get',
  path: '/api/incidents/map',
  summary: 'All incidents that match, up to 50,000, in columns',
  request: { query: z.strictObject(filters) },
  responses: answers(incidentMap, 'columns'),
})

const getDays = createRoute({
  method: 'get',
  path: '/api/incidents/days',
  summary: 'How many incidents there are on each day',
  request: { query: z.strictObject(filters) },
  responses: answers(z.object({ items: z.array(z.object({ day: z.string().nullable(), count: z.number().int() })).readonly() }), 'by day'),
})

const getOne = createRoute({
  method: 'get',
  path: '/api/incidents/{incident}',
  summary: 'An incident with the version of each report, who counts how many, and its life',
  request: { params: z.object({ incident: z.string().max(80).describe('the beginning of its id: "i:5d20"') }) },
  responses: answers(incidentDetail, 'the incident'),
})

const postPreview = createRoute({
  method: 'post',
  path: '/api/incidents/preview',
  summary: 'Say what would become of incidents that were merged, split or locked; nothing is written',
  request: takes(settlement),
  responses: answers(previewAnswer, 'before and after'),
})

const note = { note: z.string().max(10_000).optional() }
const [merge, split, lock] = settlement.options

function settleRoute<Path extends string, T extends z.ZodType>(path: Path, summary: string, schema: T) {
  return createRoute({ method: 'post', path, summary, request: takes(schema), responses: answers(settled, 'what came of it') })
}

const postMerge = settleRoute('/api/incidents/merge', 'Take incidents for one', merge.omit({ kind: true }).extend(note))
const postSplit = settleRoute(
  '/api/incidents/split',
  'Take what some reports tell out of an incident',
  split.omit({ kind: true }).extend(note),
)
const postLock = settleRoute(
  '/api/incidents/lock',
  'Let nothing join or leave an incident by itself',
  lock.omit({ kind: true }).extend(note),
)

/** Incidents that fit the columns of a map at once. */
const MOST_MAPPED = 50_000

/** Incidents: what happened, by all reports together. */
export function incidentRoutes({ library, writer, by, now }: Desk): OpenAPIHono {
  const { db } = library
  const settleAs = async (wanted: Settlement, text: string | undefined, signed: string | undefined) => {
    const involved = wanted.kind === 'merge' ? wanted.incidents : [wanted.incident]
    const reports = involved.flatMap(id => getIncident(library, id).tellings.map(({ report }) => findReportNumber(db, report) as number))
    const number = await writer.do('settle', { settlement: wanted, by: { ...byOf({ by, now }, signed), note: text } })
    const ids = incidentsTold(db, reports)
    return { number, incidents: listIncidents(library, { ids }, ids.length).incidents.map(toIncidentItem) }
  }
  return createRoutes()
    .openapi(getList, c => {
      const { cursor, limit, ...query } = c.req.valid('query')
      const page = openPage(db, { cursor, limit })
      const { total, incidents } = listIncidents(library, toIncidentsWanted(query), page.most, page.skip)
      return c.json(toPage(incidents.map(toIncidentItem), total, page), 200)
    })
    .openapi(getMap, c => {
      const rows = mapOf(library, toIncidentsWanted(c.req.valid('query')), MOST_MAPPED)
      const column = <Key extends keyof (typeof rows)[number]>(key: Key) => rows.map(row => row[key])
      return c.json(
        {
          total: rows.length,
          ...{ id: column('id'), lon: column('lon'), lat: column('lat'), precision: column('precision'), day: column('day') },
          ...{ type: column('type'), status: column('status'), reports: column('reports'), killed: column('killed') },
        },
        200,
      )
    })
    .openapi(getDays, c => c.json({ items: daysOfIncidents(library, toIncidentsWanted(c.req.valid('query'))) }, 200))
    .openapi(getOne, c => {
      const incident = getIncident(library, c.req.valid('param').incident)
      return c.json(toDetail(incident), 200)
    })
    .openapi(postPreview, c => c.json(previewSettlement(library, c.req.valid('json')), 200))
    .openapi(postMerge, async c => {
      const { incidents, note: text } = c.req.valid('json')
      return c.json(await settleAs({ kind: 'merge', incidents }, text, c.req.header(BY_HEADER)), 200)
    })
    .openapi(postSplit, async c => {
      const { incident, reports, note: text } = c.req.valid('json')
      return c.json(await settleAs({ kind: 'split', incident, reports }, text, c.req.header(BY_HEADER)), 200)
    })
    .openapi(postLock, async c => {
      const { incident, note: text } = c.req.valid('json')
      return c.json(await settleAs({ kind: 'lock', incident }, text, c.req.header(BY_HEADER)), 200)
    })

  function toDetail(incident: ShownIncident): z.output<typeof incidentDetail> {
    const tellings = incident.tellings.map(telling => {
      const no = findReportNumber(db, telling.report) as number
      const { report, find } = openReport(library, no)
      const quotes = telling.events.flatMap(id => {
        const found = find(id)
        return found ? [{ record: found.id, quote: found.quote }] : []
      })
      return { ...telling, name: toReportName(report), copyOf: findCopy(db, no)?.of ?? null, quotes }
    })
    const own = new Set(incident.tellings.map(({ report }) => report))
    const decisions = allDecisions(library).filter(decision => isAbout(decision, incident.id, own))
    return { ...incident, tellings, decisions: decisions.map(toDecision) }
  }
}

const SETTLING: ReadonlySet<string> = new Set(['merge', 'split', 'lock'])

function isAbout({ kind, target, value }: ListedDecision, id: string, reports: ReadonlySet<string>): boolean {
  if (!SETTLING.has(kind)) return false
  const { tellings, from } = value as SettledValue
  return target.split(' ').includes(id) || [...tellings, ...from].some(telling => reports.has(telling.split('/')[0] as string))
}

function toIncidentsWanted({
  reports,
  ...query
}: Partial<{ readonly [Key in keyof typeof filters]: z.output<(typeof filters)[Key]> }>): IncidentsWanted {
  const { place, actor, from, to, types, statuses, asKnownOn } = toWanted(query)
  return present({ place, actor, from, to, types, statuses, asKnownOn, reports })
}
