import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Parser } from 'htmlparser2'
import { OUTPUTS } from '../../src/formats/index.ts'
import type { OutputOptions } from '../../src/formats/output.ts'
import { listColumns } from '../../src/formats/to-csv.ts'
import { RECORD_LISTS } from '../../src/record/references.ts'
import { bare, empty, hostile, many, small } from '../readings.ts'

// What every output promises, over readings that an output might stumble on.
const readings = { small, empty, bare, hostile, many }
const options: OutputOptions = { width: 80, color: false, list: 'events', rules: new Map([['events/frame', 'A <word> & its frame.']]) }

/** What must hold of the whole text of an output with one reading. */
const checks: Record<keyof typeof OUTPUTS, (text: string, reading: typeof small) => void> = {
  json(text, reading) {
    assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(reading)))
    assert.equal(text.indexOf('\n'), text.length - 1)
  },
  terminal(text) {
    assert.match(text, /\n$/)
    const odd = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/.exec(text)
    assert.equal(odd?.[0], undefined, 'a terminal would obey this')
    assert.ok(
      text.split('\n').every(line => line.length <= 100),
      'a line is too long',
    )
  },
  csv(text, reading) {
    const [head, ...rows] = parseCsv(text)
    assert.equal(head?.[0], '\uFEFFid')
    assert.deepEqual(head?.slice(1), listColumns('events').slice(1))
    assert.equal(rows.length, reading.events.length)
    for (const row of rows) assert.equal(row.length, head?.length)
    assert.deepEqual(
      rows.flat().filter(cell => /^[=+@\t\r\n]|^-(?!\d)/.test(cell)),
      [],
      'a spreadsheet would calculate these',
    )
  },
  html(text, reading) {
    const elements = listElements(text)
    assert.equal(elements.filter(({ name }) => name === 'script').length, 1)
    for (const { name, attributes } of elements) {
      assert.doesNotMatch(name, /^(img|iframe|object|embed|link|base|form)$/)
      for (const [key, value] of Object.entries(attributes)) {
        assert.doesNotMatch(key, /^on|^style$|^src/)
        if (key === 'href') assert.match(value, /^(#|https?:)/)
      }
    }
    assert.match(text, /default-src 'none'/)
    const ids = elements.map(({ attributes }) => attributes.id).filter(id => id !== undefined)
    assert.equal(new Set(ids).size, ids.length, 'an id stands twice')
    for (const list of RECORD_LISTS) for (const { id } of reading[list]) assert.ok(ids.includes(id), `${id} has no card`)
    const shown = [...text.matchAll(/<p class="text"[^>]*>([\s\S]*?)<\/p>/g)].map(([, inner = '']) => readWords(inner)).join('')
    assert.equal(shown, reading.report.text.replaceAll('\n', ''))
  },
}

for (const [name, { load }] of Object.entries(OUTPUTS))
  describe(name, () => {
    for (const [which, reading] of Object.entries(readings))
      test(`${which}: the text is whole, and the same each time`, async () => {
        const make = async () => {
          const output = (await load())(options)
          return output.head + output.format(reading)
        }
        const text = await make()
        assert.ok(text.isWellFormed())
        assert.equal(await make(), text)
        checks[name as keyof typeof OUTPUTS](text, reading)
      })

    test('readings one after the other keep their order', async () => {
      const output = (await load())(options)
      const [first, second] = [output.format(small), output.format({ ...small, report: { ...small.report, title: 'Another' } })]
      assert.notEqual(first, '')
      assert.notEqual(second, '')
    })
  })

test('every list of records makes a table', async () => {
  const create = await OUTPUTS.csv.load()
  for (const list of RECORD_LISTS)
    for (const reading of [small, hostile]) {
      const output = create({ ...options, list })
      const [head, ...rows] = parseCsv(output.head + output.format(reading))
      assert.equal(rows.length, reading[list].length)
      for (const row of rows) assert.equal(row.length, head?.length)
    }
})

/** Rows of a table by the grammar of RFC 4180. */
function parseCsv(text: string): string[][] {
  assert.match(text, /\r\n$/)
  const rows: string[][] = []
  let row: string[] = []
  for (let at = 0; at < text.length; ) {
    const match = /"((?:[^"]|"")*)"(,|\r\n)|([^",\r\n]*)(,|\r\n)/y
    match.lastIndex = at
    const found = match.exec(text)
    assert.ok(found, `no cell at ${at}: ${JSON.stringify(text.slice(at, at + 40))}`)
    row.push((found[1] ?? found[3] ?? '').replaceAll('""', '"'))
    if ((found[2] ?? found[4]) === '\r\n') {
      rows.push(row)
      row = []
    }
    at = match.lastIndex
  }
  return rows
}

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

/** Every element of a page. */
function listElements(html: string): Element[] {
  const out: Element[] = []
  new Parser({ onopentag: (name, attributes) => out.push({ name, attributes: { ...attributes } }) }).end(html)
  return out
}

/** The words of a piece of a page, as a browser has them. */
function readWords(html: string): string {
  let out = ''
  new Parser({
    ontext: text => {
      out += text
    },
  }).end(html)
  return out
}
