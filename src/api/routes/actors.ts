import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { getActor, listActors, type ShownActor } from '../../library/actors/actors.ts'
import type { ActorSettlement } from '../../library/actors/settle-actors.ts'
import { openRecords } from '../../library/asking/list-records.ts'
import { allDecisions } from '../../library/decisions/list.ts'
import { listIncidents } from '../../library/incidents/list-incidents.ts'
import { ENTITY_KINDS } from '../../record/entity.ts'
import { entityKey } from '../../record/entity-key.ts'
import { countReportsOf, countRoles, numbersOfKeys, recordsOfRole, reportsOfNames } from '../../store/actors.ts'
import { findRecords } from '../../store/questions.ts'
import type { RecordTable } from '../../store/records.ts'
import { getReport } from '../../store/reports.ts'
import { answers, takes } from '../answer.ts'
import { createRoutes } from '../create-routes.ts'
import { BY_HEADER, byOf, type Desk } from '../desk.ts'
import { openPage, pageOf, pageQuery, toPage } from '../page.ts'
import { toDecision, toIncidentItem, toRecordItem, toReportName, withShortName } from '../present.ts'
import { remember } from '../remember.ts'
import { actorDetail, actorItem } from '../shapes/actor.ts'

const getActors = createRoute({
  method: 'get',
  path: '/api/actors',
  summary: 'Everybody who has a part in what is reported, those in most records first',
  request: {
    query: z.strictObject({
      q: z.string().max(200).optional().describe('how words of the name begin'),
      kind: z.union([z.enum(ENTITY_KINDS), z.array(z.enum(ENTITY_KINDS))]).optional(),
      country: z.string().length(3).optional().describe('ISO 3166-1 alpha-3'),
      ...pageQuery,
    }),
  },
  responses: answers(pageOf(actorItem), 'actors'),
})

const key = z.string().min(1).max(300)

const getOne = createRoute({
  method: 'get',
  path: '/api/actors/{key}',
  summary: 'An actor: names, ids, offices, the latest that he did, said and counted',
  request: { params: z.object({ key: key.describe('percent-encoded: "TGO%2FMIL"') }) },
  responses: answers(actorDetail, 'the actor'),
})

const note = z.string().max(10_000).optional()
const settledActor = z.object({ number: z.number().int().describe('of the decision, by which it is taken back'), key })

const postRename = createRoute({
  method: 'post',
  path: '/api/actors/rename',
  summary: 'Call an actor by another name in every list',
  request: takes(z.strictObject({ key, name: z.string().trim().min(1).max(200), note })),
  responses: answers(settledActor, 'the decision'),
})

const postMerge = createRoute({
  method: 'post',
  path: '/api/actors/merge',
  summary: 'Take several keys for one actor; the first one stays',
  request: takes(z.strictObject({ keys: z.array(key).min(2).max(100), note })),
  responses: answers(settledActor, 'the decision'),
})

/** Records of a kind that the page of an actor shows. */
const LATEST = 10

/** Who does, says and counts what. */
export function actorRoutes(desk: Desk): OpenAPIHono {
  const { library, writer } = desk
  const { db } = library
  const settle = (settlement: ActorSettlement, text: string | undefined, signed: string | undefined) =>
    writer.do('actors', { settlement, by: { ...byOf(desk, signed), note: text } })
  return createRoutes()
    .openapi(getActors, c => {
      const { q, kind, country, ...query } = c.req.valid('query')
      const page = openPage(db, query)
      const all = remember(db, `actors ${q ?? ''}`, () => listActors(db, q))
      const kinds = kind === undefined ? null : [kind].flat()
      const wanted =
        kinds || country
          ? all.filter(
              actor => (!kinds || (kinds as string[]).includes(actor.kind)) && (!country || actor.country === country.toUpperCase()),
            )
          : all
      const shown = wanted.slice(page.skip, page.skip + page.most)
      const items = shown.map(actor => ({ ...withShortName(actor), reports: countReportsOf(db, numbersOfKeys(db, [actor.key])) }))
      return c.json(toPage(items, wanted.length, page), 200)
    })
    .openapi(getOne, c => c.json(toDetail(getActor(library, c.req.valid('param').key)), 200))
    .openapi(postRename, async c => {
      const { key: named, name, note: text } = c.req.valid('json')
      return c.json({ number: await settle({ kind: 'rename', key: named, name }, text, c.req.header(BY_HEADER)), key: named }, 200)
    })
    .openapi(postMerge, async c => {
      const { keys, note: text } = c.req.valid('json')
      return c.json({ number: await settle({ kind: 'same-actor', keys }, text, c.req.header(BY_HEADER)), key: keys[0] as string }, 200)
    })

  function toDetail({ numbers, ...actor }: ShownActor): z.output<typeof actorDetail> {
    const records = (table: RecordTable) =>
      openRecords(library, table, findRecords(db, table, { actors: numbers }, LATEST).numbers).map(toRecordItem)
    const held = openRecords(library, 'position', recordsOfRole(db, numbers, 'position.holder', 2 * LATEST))
    const events = openRecords(library, 'event', findRecords(db, 'event', { actors: numbers }, LATEST).numbers)
    const own = new Set(actor.keys)
    const ref =
      [...held, ...events].flatMap(({ entities }) => entities).find(entity => entity.ref && own.has(entityKey(entity)))?.ref ?? null
    const decisions = allDecisions(library).filter(
      ({ kind, target, value }) =>
        own.has(target) || (kind === 'same-actor' && (value as { keys: string[] }).keys.some(each => own.has(each))),
    )
    return {
      ...actor,
      ref,
      roles: countRoles(db, numbers),
      offices: held.map(toRecordItem),
      events: events.map(toRecordItem),
      statements: records('statement'),
      figures: records('figure'),
      incidents: listIncidents(library, { actor: actor.key }, LATEST).incidents.map(toIncidentItem),
      latest: reportsOfNames(db, numbers, LATEST).map(no => toReportName(getReport(db, no))),
      decisions: decisions.map(toDecision),
    }
  }
}
