import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unzipSync } from 'fflate'
import { Parser } from 'htmlparser2'
import type { Paper } from './paper.ts'
import { paperToDocx } from './to-docx.ts'

const drawing = {
  caption: 'Dead by day',
  width: 640,
  height: 100,
  shapes: [
    { kind: 'line', ink: 'axis', lines: [[[0, 90] as const, [640, 90] as const], []] },
    {
      kind: 'area',
      ink: 'land',
      rings: [
        [
          [1, 1],
          [5, 1],
          [5, 5],
        ],
      ],
    },
    { kind: 'dot', ink: 'first', x: 20, y: 30, radius: 4, says: 'Mango: "5" & more', notes: [2] },
    { kind: 'dot', ink: 'first', x: 60, y: 30, radius: 4, says: 'Dori: 3', notes: [3] },
    { kind: 'text', ink: 'text', x: 26, y: 30, text: '5', anchor: 'start' },
  ],
} as const
const paper: Paper = {
  language: 'en',
  title: 'Brief: <Togo> & more',
  head: 'Made of 2 reports.',
  blocks: [
    { kind: 'heading', id: 'events', text: 'What happened' },
    { kind: 'drawing', drawing },
    {
      kind: 'sentence',
      runs: [
        { text: '5 April', notes: [], isLead: true },
        { text: ': 5', notes: [2] },
        { text: ' killed.', notes: [1, 2] },
      ],
    },
    { kind: 'remark', text: 'Nothing else.' },
    { kind: 'table', head: ['Where', 'How many'], rows: [[[{ text: 'Mango', notes: [] }], [{ text: '5\u0000\ud800', notes: [1] }]]] },
  ],
  notesTitle: 'The words behind it',
  notes: [
    {
      number: 1,
      records: ['abc/v1'],
      source: 'Coast Wire',
      url: 'https://example.org/a?b=1&c=\u2019',
      quote: 'A bomb \u0001 exploded.\n]]>',
    },
    { number: 2, records: ['abc/f1', 'abc/f2'], source: 'Coast Wire', url: 'javascript:alert(1)', quote: '5 were killed.' },
    { number: 3, records: ['def/f1'], source: 'Sahel Monitor', url: 'http://[bad', quote: '3 died.' },
  ],
}

const parts = new Map(Object.entries(unzipSync(paperToDocx(paper))).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]))

/** The elements of a part; fails where one is not closed in its order. */
function elementsOf(name: string): { name: string; attributes: Record<string, string> }[] {
  const xml = parts.get(name)
  assert.ok(xml, `${name} is missing`)
  assert.doesNotMatch(xml, /[\u0000-\u0008\u000b\u000c\u000e-\u001f]|[\ud800-\udfff](?![\udc00-\udfff])(?<![\ud800-\udbff][\udc00-\udfff])/)
  assert.doesNotMatch(xml, /&(?!amp;|lt;|gt;|quot;)/)
  const open: string[] = []
  const found: { name: string; attributes: Record<string, string> }[] = []
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => {
        open.push(tag)
        found.push({ name: tag, attributes })
      },
      onclosetag: (tag, isImplied) => {
        assert.equal(open.pop(), tag)
        if (isImplied) assert.match(xml, new RegExp(`<${tag}[^>]*/>`))
      },
    },
    { xmlMode: true },
  )
  parser.end(xml)
  assert.deepEqual(open, [])
  return found
}

const attributesOf = (part: string, element: string, attribute: string) =>
  elementsOf(part).flatMap(({ name, attributes }) => (name === element ? [attributes[attribute] ?? ''] : []))

test('every part is XML and is named among the contents, every relation leads to a part', () => {
  for (const name of parts.keys()) elementsOf(name)
  for (const name of attributesOf('[Content_Types].xml', 'Override', 'PartName')) assert.ok(parts.has(name.slice(1)), name)
  for (const { name, attributes } of elementsOf('word/_rels/document.xml.rels'))
    if (name === 'Relationship' && attributes.TargetMode !== 'External') assert.ok(parts.has(`word/${attributes.Target}`))
})

test('every note is one footnote, referred to once and by its number from then on', () => {
  const references = attributesOf('word/document.xml', 'w:footnoteReference', 'w:id')
  assert.deepEqual(references, ['1', '2', '3'])
  assert.deepEqual(attributesOf('word/footnotes.xml', 'w:footnote', 'w:id'), ['-1', '0', '1', '2', '3'])
  const bookmarks = attributesOf('word/document.xml', 'w:bookmarkStart', 'w:name')
  const fields = attributesOf('word/document.xml', 'w:fldSimple', 'w:instr')
  assert.equal(fields.length, 2)
  for (const field of fields) assert.ok(bookmarks.some(name => field.includes(` NOTEREF ${name} `)))
  assert.match(parts.get('word/footnotes.xml') ?? '', /“5 were killed\.” .*abc\/f1 abc\/f2/)
})

test('every mark of a drawing leads to its note', () => {
  const bookmarks = attributesOf('word/document.xml', 'w:bookmarkStart', 'w:name')
  const links = new Map(elementsOf('word/_rels/document.xml.rels').map(({ attributes }) => [attributes.Id, attributes.Target]))
  const marks = attributesOf('word/document.xml', 'a:hlinkClick', 'r:id').map(id => links.get(id) ?? '')
  assert.deepEqual(marks, ['#note_2', '#note_3'])
  for (const mark of marks) assert.ok(bookmarks.includes(mark.slice(1)), mark)
})

test('only addresses of the web are links, and they are written as URIs', () => {
  const targets = attributesOf('word/_rels/footnotes.xml.rels', 'Relationship', 'Target')
  assert.deepEqual(targets, ['https://example.org/a?b=1&c=%E2%80%99'])
})

test('the same paper makes the same bytes', () => {
  assert.deepEqual(paperToDocx(paper), paperToDocx(paper))
})
