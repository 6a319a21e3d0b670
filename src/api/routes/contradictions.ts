import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { findContradictions, findRepeats, type Said } from '../../answers/statements/sides.ts'
import { type FoundRecord, listFound } from '../../library/asking/list-records.ts'
import { entityKey } from '../../record/entity-key.ts'
import type { StatementRecord } from '../../record/statement.ts'
import { answers } from '../answer.ts'
import { createRoutes } from '../create-routes.ts'
import type { Desk } from '../desk.ts'
import { recordFilters, toWanted } from '../filters.ts'
import { toRecordItem } from '../present.ts'
import { remember } from '../remember.ts'
import { contradictionsAnswer } from '../shapes/contradictions.ts'

const { act: _, ...filters } = recordFilters

const getContradictions = createRoute({
  method: 'get',
  path: '/api/statements/contradictions',
  summary: 'Denials beside what they deny, and statements that several reports tell, among the newest that fit',
  request: { query: z.strictObject(filters) },
  responses: answers(contradictionsAnswer, 'side by side'),
})

/** Statements that are compared. */
const MOST_COMPARED = 400
const MOST_SPEAKERS = 12

/** What does not go together in what is said. */
export function contradictionRoutes({ library }: Desk): OpenAPIHono {
  return createRoutes().openapi(getContradictions, c => {
    const wanted = toWanted(c.req.valid('query'))
    const answer = remember(library.db, `contradictions ${JSON.stringify(wanted)}`, () =>
      compareStatements(listFound(library, 'statement', wanted, MOST_COMPARED).records),
    )
    return c.json(answer, 200)
  })
}

function compareStatements(found: readonly FoundRecord[]): z.output<typeof contradictionsAnswer> {
  const byId = new Map(found.map(record => [record.id, record]))
  const item = (id: string) => toRecordItem(byId.get(id) as FoundRecord)
  const said = found.map(toSaid)
  return {
    looked: found.length,
    contradictions: findContradictions(said).map(({ denial, claims, isOwn }) => ({
      denial: item(denial),
      claims: claims.map(item),
      isOwn,
    })),
    repeats: findRepeats(said).map(ids => ids.map(item)),
    speakers: countSpeakers(found),
  }
}

function speakerOf({ record, entities }: FoundRecord) {
  const { speaker } = record as StatementRecord
  return entities.find(({ id }) => id === speaker) ?? null
}

function toSaid(found: FoundRecord): Said {
  const { id, report, quote } = found
  const { act, content, evidence, time } = found.record as StatementRecord
  const speaker = speakerOf(found)
  return {
    ...{ id, report: report.id, act, speaker: speaker && entityKey(speaker) },
    content: content.map(([start, end]) => quote.slice(Math.max(0, start - evidence[0]), Math.max(0, end - evidence[0]))).join(' '),
    day: time?.start ?? report.published?.start ?? null,
  }
}

function countSpeakers(found: readonly FoundRecord[]) {
  const counts = new Map<string, { key: string; name: string; count: number }>()
  for (const record of found) {
    const speaker = speakerOf(record)
    if (!speaker) continue
    const key = entityKey(speaker)
    const counted = counts.get(key) ?? { key, name: speaker.name, count: 0 }
    counts.set(key, { ...counted, count: counted.count + 1 })
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).slice(0, MOST_SPEAKERS)
}
