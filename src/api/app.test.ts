import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { deskOf, type TestDesk, TOKEN } from '../../test/desk-of.ts'

const REPORTS = [
  {
    id: 'a',
    title: 'Attack on Djibo',
    published: '2024-03-05',
    publisher: 'Sahel Wire',
    text: 'Gunmen killed 12 people in Djibo, Burkina Faso, on 4 March 2024, the mayor said.',
  },
  {
    id: 'b',
    title: 'Toll rises',
    published: '2024-03-06',
    publisher: 'Courier',
    text: 'The army said that 15 people had been killed in an attack by gunmen on Djibo, Burkina Faso, on 4 March 2024.',
  },
  {
    id: 'c',
    title: 'Dori',
    published: '2024-04-06',
    publisher: 'Courier',
    text: 'Gunmen killed three people in Dori, Burkina Faso, on 2 April 2024.',
  },
]
let desk: TestDesk
before(async () => {
  desk = await deskOf(REPORTS)
})
after(() => desk.close())

test('an answer is not sent again until the library changes', async () => {
  const first = await desk.get('/api/reports?limit=2')
  const tag = first.headers.get('etag') as string
  assert.equal(first.status, 200)
  const second = await desk.get('/api/reports?limit=2', { 'if-none-match': tag })
  assert.deepEqual([second.status, second.json], [304, ''])
  assert.notEqual((await desk.get('/api/reports?limit=1')).headers.get('etag'), tag)
  await desk.send('/api/decisions', [{ kind: 'note', target: first.json.items[0].short, note: 'looked at' }])
  assert.equal((await desk.get('/api/reports?limit=2', { 'if-none-match': tag })).status, 200)
})

test('cursors walk a list once', async () => {
  for (const path of ['/api/reports', '/api/events', '/api/figures', '/api/incidents', '/api/decisions', '/api/sources']) {
    const whole = (await desk.get(`${path}?limit=500`)).json
    const walked: unknown[] = []
    let pages = 0
    for (let next: string | null = ''; next !== null; pages++) {
      const page: { items: unknown[]; next: string | null } = (await desk.get(`${path}?limit=1${next && `&cursor=${next}`}`)).json
      walked.push(...page.items)
      next = page.next
    }
    assert.deepEqual(walked, whole.items, path)
    assert.equal(pages, Math.max(1, whole.items.length), path)
  }
})

test('records of a report are decided on at once and taken back at once', async () => {
  const { short } = (await desk.get('/api/reports?words=mayor')).json.items[0]
  const reading = (await desk.get(`/api/reports/${short}/reading`)).json
  assert.equal(reading.report.review, 'waiting')
  const sent = reading.views.map(({ id }: { id: string }) => ({ kind: 'accept', target: `${short}/${id}` }))
  const { numbers } = (await desk.send('/api/decisions', sent)).json
  assert.equal(numbers.length, sent.length)
  const reviewed = (await desk.get(`/api/reports/${short}/reading`)).json
  assert.equal(reviewed.report.review, 'done')
  assert.deepEqual(reviewed.reading, reading.reading)
  assert.equal((await desk.get('/api/reports?review=done')).json.total, 1)
  await desk.send('/api/decisions/undo', { numbers })
  assert.equal((await desk.get(`/api/reports/${short}`)).json.review, 'waiting')
})

test('decisions are signed with the name that is sent, else with that of the desk', async () => {
  const { short } = (await desk.get('/api/reports?words=mayor')).json.items[0]
  const note = async (headers: Record<string, string>) => {
    const { numbers } = (await desk.send('/api/decisions', [{ kind: 'note', target: short, note: 'seen' }], headers)).json
    return (await desk.get('/api/decisions')).json.items.find(({ no }: { no: number }) => no === numbers[0]).by
  }
  assert.equal(await note({}), 'ann')
  assert.equal(await note({ 'x-griot-by': encodeURIComponent(' Renée\n<b> ') }), 'Renée <b>')
  assert.equal(await note({ 'x-griot-by': '%20' }), 'ann')
  assert.equal((await note({ 'x-griot-by': 'x'.repeat(200) })).length, 80)
  const refused = await desk.send('/api/decisions', [{ kind: 'note', target: short, note: 'seen' }], { 'x-griot-by': '%' })
  assert.deepEqual([refused.status, refused.json.code], [400, 'bad-argument'])
  const { json } = await desk.send('/api/decisions/undo', { numbers: [1] }, { 'x-griot-by': 'Bo' })
  assert.equal((await desk.get('/api/decisions?by=Bo')).json.items[0].no, json.numbers[0])
})

test('a write without the token, from another origin or to another name is refused', async () => {
  const sent = [{ kind: 'note', target: 'ffff', note: 'x' }]
  const codes = async (headers: Record<string, string>) => (await desk.send('/api/decisions', sent, headers)).json.code
  assert.equal(await codes({ 'x-griot-token': '' }), 'token-missing')
  assert.equal(await codes({ 'x-griot-token': `${TOKEN}x` }), 'token-missing')
  assert.equal(await codes({ origin: 'http://evil.example' }), 'origin-refused')
  assert.equal(await codes({ 'sec-fetch-site': 'cross-site' }), 'origin-refused')
  assert.equal(await codes({ host: 'evil.example' }), 'host-refused')
  assert.equal(await codes({ origin: 'http://localhost', host: 'localhost' }), 'no-such-report')
})
