import assert from 'node:assert/strict'
import { test } from 'node:test'
import { failuresOf, readFileOf, reportsOf } from '../../test/builders/read-file.ts'
import { parseColumns } from './columns.ts'

const read = (text: string | Buffer, map?: string, name = 'a.csv') =>
  reportsOf(Buffer.from(text as string), name, map === undefined ? {} : { columns: parseColumns(map) })

test('columns are told from their usual names, and that is said on the first row', async () => {
  const [first, second] = await read(
    'Document ID,HEADLINE,Full_Text,pub-date,Source Name,web.url,Lang\n7,Raid,Four died.,2024-05-06,Wire,https://x.example,en\n8,B,Five died.,,,,\n',
  )
  assert.deepEqual(
    [first?.sourceId, first?.title, first?.text, first?.published, first?.publisher, first?.url, first?.language],
    ['7', 'Raid', 'Four died.', '2024-05-06', 'Wire', 'https://x.example', 'en'],
  )
  assert.match(first?.notes[0] ?? '', /text from "Full_Text", title from "HEADLINE"/)
  assert.deepEqual([second?.published, second?.notes], [null, []])
})

test('what was said wins, the rest is told from the names', async () => {
  const [report] = await read('Text,Excerpt,Title,Who\nshort,The long one.,Raid,A; B\n', 'text=Excerpt,authors=Who')
  assert.deepEqual([report?.text, report?.title, report?.authors, report?.notes], ['The long one.', 'Raid', ['A', 'B'], []])
})

for (const [what, text] of [
  ['tabs', 'title\ttext\nA, b\tFour, five died.\n'],
  ['semicolons', 'title;text\nA, b;"Four, five died."\n'],
  ['bars', 'title|text\nA, b|Four, five died.\n'],
  ['commas, quotation marks and CR LF', '\uFEFFtitle,text\r\n"A, b","Four, five died."\r\n'],
  ['UTF-16', Buffer.from('\uFEFFtitle\ttext\nA, b\tFour, five died.\n', 'utf16le')],
] as const)
  test(`cells parted by ${what}`, async () => {
    const [report] = await read(text)
    assert.deepEqual([report?.title, report?.text], ['A, b', 'Four, five died.'])
  })

test('Windows-1252 out of a spreadsheet, and a text over several lines', async () => {
  const [report] = await read(Buffer.from('text\n"S\xe9var\xe9\n\nfell."\n', 'latin1'))
  assert.equal(report?.text, 'Sévaré\n\nfell.')
  assert.match(report?.notes.join(' ') ?? '', /windows-1252/)
})

test('a text with tags is HTML, one with a sign of order is not', async () => {
  const [html, plain] = await read('text\n<p>Four died.</p><p>Five &amp; six fled.</p>\nif a <b then & c\n')
  assert.deepEqual([html?.text, plain?.text], ['Four died.\n\nFive & six fled.', 'if a <b then & c'])
})

test('rows are numbered as in a spreadsheet; one without text is refused', async () => {
  const got = await readFileOf(Buffer.from('text,id\nA.,1\n,2\nB.,3\n'), 'a.csv')
  assert.deepEqual(
    got.map(each => [each.name, 'error' in each]),
    [
      ['a.csv:2', false],
      ['a.csv:3', true],
      ['a.csv:4', false],
    ],
  )
})

test('a column that is not there is named, with those that are', async () => {
  assert.match((await failuresOf(Buffer.from('a,b\n1,2\n'), 'a.csv', { columns: { text: 'Body' } }))[0] ?? '', /has no column "Body"/)
})

for (const written of ['Body', 'text=', 'body=Body', 'text=a,,', ''])
  test(`--map "${written}" is no map`, () => assert.throws(() => parseColumns(written), /names no column/))
