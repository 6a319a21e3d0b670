// Makes src/api/examples.json: for each route what it is asked with and what it answers, of the small library of the contract test. Lists are cut.
// To be run when a shape has changed; the contract test says so.
import { writeFileSync } from 'node:fs'
import { API_REPORTS, findIds, REQUESTS } from '../test/contracts/api-routes.ts'
import { deskOf } from '../test/desk-of.ts'

/** Fields whose lists hold no records. */
const SPANS: ReadonlySet<string> = new Set(['at', 'content', 'marks', 'keys'])

const desk = await deskOf(API_REPORTS)
const examples: Record<string, object> = {}
for (const [name, request] of Object.entries(REQUESTS)) {
  const [method = '', template = ''] = name.split(' ')
  const { path, body } = request(await findIds(desk))
  const { status, json } = method === 'get' ? await desk.get(path) : await desk.send(path, body, {}, method.toUpperCase())
  if (status !== 200) throw new Error(`${name}: ${JSON.stringify(json)}`)
  const { pathname, searchParams } = new URL(path, 'http://localhost')
  const parts = pathname.split('/')
  const inPath = template
    .split('/')
    .flatMap((part, i) => (part.startsWith('{') ? [[part.slice(1, -1), decodeURIComponent(parts[i] as string)] as const] : []))
  const parameters = Object.fromEntries([...inPath, ...searchParams])
  examples[name] = { parameters, ...(body !== undefined && { body }), answer: cut(json) }
}
await desk.close()
writeFileSync(new URL('../src/api/examples.json', import.meta.url), `${JSON.stringify(examples, null, 1)}\n`)

/** The same with lists of records cut to the first; spans and short lists of words stay whole. */
function cut(value: unknown): unknown {
  if (Array.isArray(value)) {
    const isPlain = value.every(each => typeof each !== 'object')
    return (isPlain ? value.slice(0, 4) : value.slice(0, 1)).map(cut)
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, SPANS.has(key) ? own : cut(own)]))
}
