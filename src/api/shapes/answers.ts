import { z } from '@hono/zod-openapi'

const text = z.string().nullable()
const count = z.number().int()
const number = z.number().nullable()
const texts = z.array(z.string()).readonly()
const evidence = texts.describe('ids of the records that it rests on: GET /api/records/… opens them')
const told = { reports: count, origins: count.describe('how many of them are independent'), evidence }

const dayKnown = z.object({ day: z.string(), basis: z.enum(['told', 'seen', 'inferred']), evidence: texts }).nullable()
const seen = z.object({ day: z.string(), evidence: z.string() }).nullable()

/** Who held which office. */
export const power = z
  .object({
    spells: z
      .array(
        z.object({
          kind: z.literal('spell'),
          country: text,
          countryBasis: text,
          body: text,
          office: z.string(),
          title: z.string(),
          deputy: z.boolean(),
          holder: z.string(),
          how: z.string(),
          status: z.string(),
          from: dayKnown,
          to: dayKnown,
          end: text,
          first: seen,
          last: seen,
          ...told,
        }),
      )
      .readonly(),
    contradictions: z
      .array(
        z.object({
          kind: z.literal('contradiction'),
          country: text,
          office: z.string(),
          day: z.string(),
          until: z.string(),
          holders: texts,
          because: z.string(),
          evidence,
        }),
      )
      .readonly(),
    coups: z
      .array(
        z.object({
          kind: z.literal('coup'),
          country: text,
          outcome: z.enum(['succeeded', 'attempted', 'plotted']),
          day: z.string(),
          basis: z.string(),
          against: text,
          by: texts,
          because: z.string(),
          ...told,
        }),
      )
      .readonly(),
    seeds: z
      .array(
        z.object({
          kind: z.literal('seed'),
          ...{
            country: z.string(),
            office: z.string(),
            holder: z.string(),
            wikidata: text,
            from: z.string(),
            to: text,
            source: z.string(),
          },
          isReported: z.boolean().nullable(),
        }),
      )
      .readonly()
      .describe('holders by lists, not by reports'),
  })
  .meta({ id: 'Power' })

/** What is between two sides. */
export const relations = z
  .object({
    a: z.string(),
    b: z.string(),
    trend: z
      .object({
        kind: z.literal('trend'),
        a: z.string(),
        b: z.string(),
        first: z.string(),
        last: z.string(),
        events: count,
        mean: z.number(),
        tone: z.string(),
        direction: z.string(),
        because: z.string(),
        evidence,
      })
      .nullable(),
    periods: z
      .array(
        z.object({
          kind: z.literal('period'),
          period: z.string(),
          verbalCooperation: count,
          materialCooperation: count,
          verbalConflict: count,
          materialConflict: count,
          events: count,
          sum: number,
          mean: number.describe('on PLOVER’s scale'),
          statements: z.record(z.string(), count),
          evidence,
        }),
      )
      .readonly(),
    turns: z
      .array(
        z.object({
          kind: z.literal('turn'),
          day: z.string(),
          direction: z.string(),
          rule: z.string(),
          type: text,
          mode: text,
          because: z.string(),
          evidence,
        }),
      )
      .readonly(),
    events: z
      .array(
        z.object({
          kind: z.literal('event'),
          day: z.string(),
          basis: z.string(),
          type: z.string(),
          mode: text,
          status: z.string(),
          quad: count,
          scale: z.number(),
          by: z.enum(['a', 'b', 'both']),
          actors: texts,
          recipients: texts,
          counts: z.boolean(),
          words: z.string(),
          ...told,
        }),
      )
      .readonly(),
    statements: z
      .array(
        z.object({
          kind: z.literal('statement'),
          day: z.string(),
          basis: z.string(),
          act: z.string(),
          speaker: z.string(),
          about: texts,
          by: z.enum(['a', 'b']),
          ...told,
        }),
      )
      .readonly(),
  })
  .meta({ id: 'Relations' })

/** Who is with whom, and against whom. */
export const network = z
  .object({
    items: z
      .array(
        z.object({
          a: z.string(),
          b: z.string(),
          keys: z.tuple([z.string(), z.string()]).readonly(),
          cooperation: z.number(),
          conflict: z.number(),
          mean: z.number(),
          first: z.string(),
          last: z.string(),
          evidence,
        }),
      )
      .readonly(),
    total: count,
  })
  .meta({ id: 'Network' })

const step = z
  .object({
    day: text,
    dayBasis: z.string(),
    due: z.object({ start: text, end: text }).nullable(),
    count: number,
    isExact: z.boolean(),
    by: text,
    evidence: texts,
  })
  .nullable()

/** Who has what where. */
export const presence = z
  .object({
    items: z
      .array(
        z.object({
          kind: z.string(),
          category: text,
          what: z.string(),
          sender: z.string(),
          senderName: z.string(),
          senderBasis: z.string(),
          host: z.string(),
          hostName: z.string(),
          hostBasis: z.string(),
          status: z.string(),
          count: text,
          promised: step,
          agreed: step,
          begun: step,
          deliveries: z.array(step.unwrap()).readonly(),
          leaving: step,
          ended: step,
          notYet: step,
          alleged: step,
          late: z.object({ days: z.number(), most: z.number() }).nullable(),
          ...told,
        }),
      )
      .readonly(),
  })
  .meta({ id: 'Presence' })

const post = { post: z.string(), sender: z.string(), senderName: z.string(), host: z.string(), hostName: z.string() }

/** Embassies and ambassadors. */
export const missions = z
  .object({
    changes: z
      .array(
        z.object({
          kind: z.literal('change'),
          change: z.string(),
          ...post,
          basis: z.string(),
          status: z.string(),
          day: text,
          dayBasis: z.string(),
          by: text,
          who: text,
          ...told,
        }),
      )
      .readonly(),
    states: z
      .array(
        z.object({
          kind: z.literal('state'),
          ...post,
          on: text,
          state: z.string(),
          ambassador: text,
          since: text,
          basis: z.string(),
          because: z.string(),
          evidence,
        }),
      )
      .readonly(),
  })
  .meta({ id: 'Missions' })

const people = z
  .object({ low: z.number(), best: z.number(), high: z.number(), asOf: text, by: text, places: texts, source: text, evidence: texts })
  .nullable()

/** Crises by how little they get. */
export const neglect = z
  .object({
    items: z
      .array(
        z.object({
          country: z.string(),
          name: z.string(),
          rank: count,
          index: z.number().describe('1 is most neglected'),
          parts: z.record(z.string(), number),
          ranks: z.object({ best: count, worst: count, without: z.record(z.string(), z.number()) }),
          affected: z.number(),
          displaced: people,
          refugees: people,
          inNeed: people,
          attention: z.object({ reports: count, publishers: count, share: z.number(), evidence: texts }),
          political: z.object({
            total: count,
            ...{ mediations: count, envoys: count, visits: count, resolutions: count, summits: count, conferences: count },
            evidence: texts,
          }),
          money: z
            .object({ asked: number, received: number, currency: z.string(), share: number, asOf: text, source: text, evidence: texts })
            .nullable(),
          missing: texts,
          evidence,
        }),
      )
      .readonly(),
  })
  .meta({ id: 'Neglect' })

/** The words that something rests on. */
const quoted = z
  .object({ record: z.string(), publisher: text, published: text, title: text, url: text, quote: z.string(), words: z.string() })
  .meta({ id: 'Evidence' })

/** What changed between two days of knowledge. */
export const changes = z
  .object({
    items: z
      .array(
        z.object({
          change: z.string(),
          day: text,
          place: text,
          type: z.string().optional(),
          mode: text.optional(),
          measure: z.string().optional(),
          unit: z.string().optional(),
          holder: z.string().optional(),
          title: z.string().optional(),
          by: text.optional(),
          content: z.string().optional(),
          before: z.union([z.number(), z.string()]).nullable(),
          after: z.union([z.number(), z.string()]).nullable(),
          evidence: z.array(quoted).readonly(),
          records: z.object({ before: text, after: z.string() }).optional(),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'Changes' })

/** A brief as sentences. */
export const briefAnswer = z
  .object({
    country: z.object({ code: z.string(), name: z.string() }),
    reports: count,
    publishers: count,
    withheld: count.describe('reports left out because they are more confidential than was asked for'),
    sections: z
      .array(
        z.object({
          name: z.string(),
          sentences: z
            .array(
              z.object({
                section: z.string(),
                template: z.string(),
                text: z.string(),
                pieces: z.array(z.object({ text: z.string(), evidence: z.array(quoted).readonly() })).readonly(),
                values: z.record(z.string(), z.unknown()),
                evidence: z.array(quoted).readonly(),
              }),
            )
            .readonly(),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'Brief' })
