import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { briefToPaper } from '../../answers/brief/paper.ts'
import { paperToDocx } from '../../formats/paper/to-docx.ts'
import { paperToHtml } from '../../formats/paper/to-html.ts'
import { paperToMarkdown } from '../../formats/paper/to-markdown.ts'
import { CONFIDENTIALITIES } from '../../store/reports.ts'
import { present } from '../../util/present.ts'
import { answers } from '../answer.ts'
import { attached } from '../attached.ts'
import { createRoutes } from '../create-routes.ts'
import type { Desk } from '../desk.ts'
import { day, reportFilters, toWanted } from '../filters.ts'
import { briefAnswer, changes, missions, neglect, network, power, presence, relations } from '../shapes/answers.ts'

const { words: _, ...filters } = reportFilters
const country = z.string().min(1).max(100).describe('a name or an ISO 3166-1 alpha-3 code')
const lang = z.enum(['en', 'fr']).default('en').describe('the language of the sentences')

function answerRoute<Path extends string, Query extends z.ZodObject, Answer extends z.ZodType>(
  path: Path,
  summary: string,
  query: Query,
  shape: Answer,
) {
  return createRoute({
    method: 'get',
    path,
    summary,
    request: { query },
    responses: answers(shape, 'rows, each with the records that it rests on'),
  })
}

const getPower = answerRoute(
  '/api/answers/power',
  'Who held which office from when to when, what does not go together, and coups',
  z.strictObject({ ...filters, country: country.optional(), on: day.optional().describe('only who was in office on this day') }),
  power,
)
const getRelations = answerRoute(
  '/api/answers/relations',
  'Cooperation and conflict of two sides over time',
  z.strictObject({ ...filters, a: country.describe('a country, a group, an organisation'), b: country }),
  relations,
)
const getNetwork = answerRoute(
  '/api/answers/network',
  'Pairs of states, groups and organisations with counts of cooperation and conflict',
  z.strictObject({ ...filters, place: country.optional(), limit: z.coerce.number().int().min(1).max(1000).default(200) }),
  network,
)
const getPresence = answerRoute(
  '/api/answers/presence',
  'Who has instructors, troops, bases and arms where',
  z.strictObject({ ...filters, host: country.optional(), sender: country.optional() }),
  presence,
)
const getMissions = answerRoute(
  '/api/answers/missions',
  'Embassies and ambassadors: what changed, and how each post stands',
  z.strictObject({ ...filters, country: country.optional(), other: country.optional(), on: day.optional() }),
  missions,
)
const getNeglect = answerRoute(
  '/api/answers/neglect',
  'Which crises get few reports, little politics and little money for many displaced people',
  z.strictObject(filters),
  neglect,
)
const getDiff = answerRoute(
  '/api/answers/diff',
  'What is known on one day and was not, or otherwise, on another',
  z.strictObject({ from: day, to: day.optional(), place: country.optional() }),
  changes,
)
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const getBrief = createRoute({
  method: 'get',
  path: '/api/answers/brief',
  summary: 'What is known of a country, every sentence with the words that it rests on; in JSON, or as a file',
  request: {
    query: z.strictObject({
      country,
      place: z.string().max(100).optional(),
      from: filters.from,
      to: filters.to,
      since: day.optional().describe('tell first what became known after this day'),
      asKnownOn: filters.asKnownOn,
      lang,
      confidentiality: z.enum(CONFIDENTIALITIES).default('public').describe('the most closed reports that it may rest on'),
      format: z.enum(['json', 'html', 'md', 'docx']).default('json'),
    }),
  },
  responses: {
    200: {
      description: 'the brief',
      content: {
        'application/json': { schema: briefAnswer },
        'text/html': { schema: z.string() },
        'text/markdown': { schema: z.string() },
        [WORD]: { schema: z.string().meta({ format: 'binary' }) },
      },
    },
  },
})

/** Questions that the whole library answers. */
export function answerRoutes({ reader }: Desk): OpenAPIHono {
  return createRoutes()
    .openapi(getPower, async c => {
      const { country: of, on, ...rest } = c.req.valid('query')
      const { publishers, languages, asKnownOn } = toWanted(rest)
      return c.json(await reader.ask('power', present({ publishers, languages, asKnownOn, country: of, on })), 200)
    })
    .openapi(getRelations, async c => {
      const { a, b, ...rest } = c.req.valid('query')
      return c.json(await reader.ask('relations', { sides: [a, b], wanted: toWanted(rest) }), 200)
    })
    .openapi(getNetwork, async c => {
      const { limit, ...rest } = c.req.valid('query')
      const ties = await reader.ask('network', toWanted(rest))
      return c.json({ items: ties.slice(0, limit), total: ties.length }, 200)
    })
    .openapi(getPresence, async c => {
      const { host, sender, ...rest } = c.req.valid('query')
      return c.json({ items: await reader.ask('presence', { ...toWanted(rest), ...present({ host, sender }) }) }, 200)
    })
    .openapi(getMissions, async c => {
      const { country: of, other, on, ...rest } = c.req.valid('query')
      const countries = [of, other].filter(each => each !== undefined)
      return c.json(await reader.ask('missions', { ...toWanted(rest), countries, ...present({ on }) }), 200)
    })
    .openapi(getNeglect, async c => c.json({ items: await reader.ask('neglect', toWanted(c.req.valid('query'))) }, 200))
    .openapi(getDiff, async c => {
      const { from, to, place } = c.req.valid('query')
      return c.json({ items: await reader.ask('diff', { from, ...present({ to, place }) }) }, 200)
    })
    .openapi(getBrief, async c => {
      const { format, lang: language, country: of, ...rest } = c.req.valid('query')
      const brief = await reader.ask('brief', { country: of, language, ...present(rest) })
      const file = `brief-${brief.country.code}`
      if (format === 'html')
        return c.body(paperToHtml(briefToPaper(brief)), 200, attached(`${file}.html`, 'text/html; charset=utf-8')) as never
      if (format === 'md')
        return c.body(paperToMarkdown(briefToPaper(brief)), 200, attached(`${file}.md`, 'text/markdown; charset=utf-8')) as never
      if (format === 'docx') return c.body(new Uint8Array(paperToDocx(briefToPaper(brief))), 200, attached(`${file}.docx`, WORD)) as never
      const { code, name } = brief.country
      const { reports, publishers, withheld } = brief
      const sections = brief.sections.map(section => ({
        name: section.name,
        sentences: section.sentences.map(({ slots: _, ...sentence }) => sentence),
      }))
      return c.json({ country: { code, name }, reports, publishers, withheld, sections }, 200)
    })
}
