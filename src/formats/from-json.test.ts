import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readFileOf, reportsOf } from '../../test/builders/read-file.ts'
import { splitJson } from './records/split-json.ts'

const read = (value: unknown, options = {}) =>
  reportsOf(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)), 'a.json', options)
const ONE = { id: 'a', text: 'Four died.' }
const TWO = { id: 'b', text: 'Five "[fled]" \\ {here}.' }

for (const [what, value, ids] of [
  ['a list', [ONE, TWO], ['a', 'b']],
  ['one object', ONE, ['a']],
  ['an envelope', { status: 'ok', meta: { data: [1] }, results: [ONE, TWO], next: null }, ['a', 'b']],
  ['a list with spaces', JSON.stringify([ONE, TWO], null, 2), ['a', 'b']],
  ['lines', `${JSON.stringify(ONE)}\n${JSON.stringify(TWO)}\n`, ['a', 'b']],
  ['objects one after the other', `${JSON.stringify(ONE, null, 1)}\n${JSON.stringify(TWO, null, 1)}`, ['a', 'b']],
] as const)
  test(`${what} gives its records`, async () => {
    assert.deepEqual(
      (await read(value)).map(report => report.sourceId),
      ids,
    )
  })

test('keys are told from their usual names, or named, inside each other too', async () => {
  const record = {
    uuid: 'u1',
    headline: 'Raid',
    body: '<p>Four died.</p>',
    source: { name: 'Wire' },
    author: ['Ana', { name: 'Bo' }],
    deep: { words: 'Other words.' },
  }
  const [guessed] = await read([record])
  assert.deepEqual(
    [guessed?.sourceId, guessed?.title, guessed?.text, guessed?.publisher, guessed?.authors],
    ['u1', 'Raid', 'Four died.', 'Wire', ['Ana', 'Bo']],
  )
  const [named] = await read([record], { columns: { text: 'deep.words' } })
  assert.deepEqual([named?.text, named?.title], ['Other words.', 'Raid'])
})

test('JSON Lines take the same names', async () => {
  const lines = `${JSON.stringify({ body: 'Four died.' })}\n${JSON.stringify({ body: 'x', note: 'Five died.' })}\n`
  const texts = async (options = {}) => (await reportsOf(Buffer.from(lines), 'a.jsonl', options)).map(report => report.text)
  assert.deepEqual(await texts(), ['Four died.', 'x'])
  assert.deepEqual(await texts({ columns: { text: 'note' } }), ['', 'Five died.'])
})

const RECORD = {
  id: '77',
  href: 'https://api.reliefweb.int/v2/reports/77',
  fields: {
    title: 'Sitrep 4',
    body: '<p>Four <strong>died</strong>.</p>\n<ul>\n<li>Five fled.</li>\n</ul>',
    date: { created: '2024-05-08T00:00:00+00:00', original: '2024-05-06T00:00:00+00:00' },
    source: [{ name: 'Office of Tents', shortname: 'OT' }, { name: 'Desk' }],
    language: [{ code: 'en', name: 'English' }],
    primary_country: { iso3: 'mli' },
    country: [{ iso3: 'ner' }, { iso3: 'mli' }],
    url_alias: 'https://reliefweb.int/report/mali/sitrep-4',
  },
}
for (const [what, value] of [
  ['an envelope', { status: 200, totalCount: 1, count: 1, data: [RECORD] }],
  ['a bare list', [RECORD]],
  ['one record', RECORD],
] as const)
  test(`ReliefWeb: ${what}`, async () => {
    const [report] = await read(value)
    assert.deepEqual(report, {
      sourceId: '77',
      title: 'Sitrep 4',
      url: 'https://reliefweb.int/report/mali/sitrep-4',
      publisher: 'OT; Desk',
      authors: [],
      published: '2024-05-06T00:00:00+00:00',
      language: 'en',
      countries: ['MLI', 'NER'],
      notes: [],
      text: 'Four died.\n\nFive fled.',
    })
  })

test('ReliefWeb: any field may be absent', async () => {
  const [report] = await read({ data: [{ id: 1, fields: { title: 'x' }, href: 'https://api.reliefweb.int/v2/reports/1' }] })
  assert.deepEqual([report?.sourceId, report?.text, report?.published], ['1', '', null])
  assert.match(report?.notes[0] ?? '', /no body/)
})

test('wherever the stream is cut, the records are the same', async () => {
  const bytes = Buffer.from(JSON.stringify({ head: 'é"]', data: [ONE, TWO, { text: 'é' }] }))
  const collect = async (pieces: Uint8Array[]) => {
    const out: unknown[] = []
    for await (const { number, bytes: part, envelope } of splitJson(pieces, 'a'))
      out.push([number, JSON.parse(Buffer.from(part).toString()), JSON.parse(envelope ?? '')])
    return out
  }
  const whole = await collect([bytes])
  assert.equal(whole.length, 3)
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 6 }), async cuts => {
      const places = [0, ...cuts.sort((a, b) => a - b), bytes.length]
      assert.deepEqual(await collect(places.slice(1).map((end, i) => bytes.subarray(places[i], end))), whole)
    }),
  )
})

test('records that are no objects are said', async () => {
  const got = await readFileOf(Buffer.from('[{"text":"a"},"b",3]'), 'a.json')
  assert.deepEqual(
    got.map(each => ('report' in each ? each.report.text : each.error.code)),
    ['a', 'b', ''],
  )
})
