import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { z } from 'zod'
import { createApp } from '../../src/api/app.ts'
import { problem } from '../../src/api/problem.ts'
import { deskOf, type TestDesk } from '../desk-of.ts'
import { API_REPORTS, findIds, OTHER_ROUTES, REQUESTS } from './api-routes.ts'

// Every route is asked for what is there, and answers in its shape; what is not there and what is no argument is told as a problem.
let desk: TestDesk
before(async () => {
  desk = await deskOf(API_REPORTS)
})
after(() => desk.close())

interface Route {
  readonly method: string
  readonly path: string
  readonly request?: { readonly params?: z.ZodType }
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema: z.ZodType }>> }>>
}

function listRoutes(): Route[] {
  return createApp(desk.desk).openAPIRegistry.definitions.flatMap(each => (each.type === 'route' ? [each.route as unknown as Route] : []))
}

const routeName = ({ method, path }: Route) => `${method} ${path}`

test('every route is asked here, and there are no others', () => {
  const known = [...Object.keys(REQUESTS), ...OTHER_ROUTES].sort()
  assert.deepEqual(listRoutes().map(routeName).sort(), known)
  assert.ok(known.length >= 25)
})

describe('a route answers in its shape', () => {
  for (const [name, request] of Object.entries(REQUESTS))
    test(name, async () => {
      const { path, body } = request(await findIds(desk))
      const [method = ''] = name.split(' ')
      const answer = method === 'get' ? await desk.get(path) : await desk.send(path, body, {}, method.toUpperCase())
      assert.equal(answer.status, 200, JSON.stringify(answer.json))
      assert.match(answer.headers.get('content-type') ?? '', /^application\/json/)
      const schema = listRoutes().find(route => routeName(route) === name)?.responses['200']?.content?.['application/json']?.schema
      // What a shape does not tell is not answered either.
      assert.deepEqual(schema?.parse(answer.json), answer.json)
    })
})

describe('what is not there is told as a problem', () => {
  const absent: Readonly<Record<string, string>> = {
    report: 'ffffffffffff',
    record: 'v999',
    incident: 'i:ffffffff',
    key: 'nobody',
    import: '99',
    name: 'nothing',
    kind: 'weather',
  }
  for (const name of [...Object.keys(REQUESTS), ...OTHER_ROUTES].filter(each => each.includes('{')))
    test(name, async () => {
      const [method = '', template = ''] = name.split(' ')
      const path = template.replace(/\{(\w+)\}/g, (_, key) => absent[key] ?? 'x')
      const answer = method === 'get' ? await desk.get(path) : await desk.send(path, {}, {}, method.toUpperCase())
      assert.ok(answer.status === 404 || answer.status === 400, String(answer.status))
      assert.equal(answer.headers.get('content-type'), 'application/problem+json')
      const told = problem.parse(answer.json)
      assert.deepEqual([told.status, told.type], [answer.status, `urn:griot:${told.code}`])
    })
})

describe('what is no argument is told as a problem that names it', () => {
  const cases: readonly (readonly [path: string, names: RegExp])[] = [
    ['/api/events?type=WAR', /"type"/],
    ['/api/events?colour=red', /colour/],
    ['/api/reports?from=yesterday', /"from".*2024-03-05/],
    ['/api/reports?limit=0', /"limit"/],
    ['/api/reports?limit=501', /"limit"/],
    ['/api/reports?cursor=nonsense', /nonsense/],
    ['/api/reports/zz', /"zz"/],
    ['/api/answers/brief', /"country"/],
    ['/api/answers/brief?country=Atlantis', /Atlantis/],
    ['/api/export/events?format=word', /"format"/],
    ['/api/export/reports?format=plover', /PLOVER/],
    ['/api/suggest', /"q"/],
    ['/api/nothing', /GET \/api\/nothing/],
    [`/api/reports?words=${'x'.repeat(500)}`, /"words"/],
  ]
  for (const [path, names] of cases)
    test(path.slice(0, 60), async () => {
      const { status, json } = await desk.get(path)
      assert.ok(status === 400 || status === 404, String(status))
      assert.match(problem.parse(json).detail, names)
    })

  test('a body that is no JSON, has no type, or another shape', async () => {
    const headers = { 'x-griot-token': 'the-token-of-this-test', 'content-type': 'application/json' }
    const send = async (body: string, more: Record<string, string> = {}) =>
      problem.parse(await (await desk.request('/api/decisions', { method: 'POST', headers: { ...headers, ...more }, body })).json()).status
    assert.equal(await send('{"half":'), 400)
    assert.equal(await send('[]'), 400)
    assert.equal(await send('[{"kind":"accept"}]'), 400)
    assert.equal(await send('[{"kind":"accept","target":"x","more":1}]'), 400)
    assert.equal(await send('[]', { 'content-type': 'text/plain' }), 415)
  })

  test('another method', async () => {
    assert.equal((await desk.send('/api/status', {})).status, 404)
  })
})

test('the catalogue tells every route, the problems, and an example of each answer', async () => {
  const { json } = await desk.get('/api/openapi.json')
  assert.equal(json.openapi, '3.1.0')
  assert.ok(Object.keys(json.paths).length >= 25)
  for (const [path, methods] of Object.entries<
    Record<string, { responses: Record<string, { content?: Record<string, { example?: unknown }> }> }>
  >(json.paths))
    for (const [method, { responses }] of Object.entries(methods)) {
      assert.ok(responses.default, `${method} ${path} tells no problem`)
      const example = responses['200']?.content?.['application/json']?.example
      if (!(OTHER_ROUTES as readonly string[]).includes(`${method} ${path}`))
        assert.ok(example, `${method} ${path} has no example: scripts/api-examples.ts makes them`)
      const schema = listRoutes().find(route => routeName(route) === `${method} ${path}`)?.responses['200']?.content?.['application/json']
        ?.schema
      if (example) assert.deepEqual(schema?.parse(example), example, `the example of ${method} ${path}`)
    }
})
