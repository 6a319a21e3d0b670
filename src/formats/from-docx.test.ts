import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildDocx, paragraph } from '../../test/builders/docx.ts'
import { fromDocx } from './from-docx.ts'

const cell = (text: string, props = '') => `<w:tc><w:tcPr>${props}</w:tcPr>${paragraph(text)}</w:tc>`
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`

for (const [what, body, text] of [
  ['runs of one paragraph join', `<w:p>${run('Four people ')}${run('died.')}</w:p>`, 'Four people died.'],
  ['a table is rows', `<w:tbl>${row(cell('Place'), cell('Dead'))}${row(cell('Gao'), cell('4'))}</w:tbl>`, 'Place\tDead\nGao\t4'],
  [
    'a cell over two columns leaves one empty, one over two rows the one below',
    `<w:tbl>${row(cell('Region', '<w:gridSpan w:val="2"/>'), cell('Dead'))}${row(cell('Gao', '<w:vMerge w:val="restart"/>'), cell('town'), cell('4'))}${row(cell('', '<w:vMerge/>'), cell('camp'), cell('2'))}</w:tbl>`,
    'Region\t\tDead\nGao\ttown\t4\n\tcamp\t2',
  ],
  [
    'a table of one column is the layout of a page',
    `<w:tbl>${row(cell('A box.'))}</w:tbl>${paragraph('After it.')}`,
    'A box.\n\nAfter it.',
  ],
  [
    'what was deleted is gone, what was put in stays',
    `<w:p>${run('Four')}<w:del><w:r><w:delText>Five</w:delText></w:r></w:del><w:ins>${run(' died.')}</w:ins></w:p>`,
    'Four died.',
  ],
  ['codes of fields are gone', `<w:p>${run('Page')}<w:r><w:instrText> PAGE </w:instrText></w:r></w:p>`, 'Page'],
  [
    'the second copy of a drawing is gone',
    `<mc:AlternateContent><mc:Choice>${paragraph('Box.')}</mc:Choice><mc:Fallback>${paragraph('Box.')}</mc:Fallback></mc:AlternateContent>`,
    'Box.',
  ],
  ['entities are letters', paragraph('Food & water < 5 km'), 'Food & water < 5 km'],
] as const)
  test(what, async () => assert.equal((await fromDocx(buildDocx(body), 'a.docx')).report.text, text))

test('title, author and date come from the properties, changes are said', async () => {
  const core =
    '<dc:title>Flood &amp; storm</dc:title><dc:creator>Ana; Bo</dc:creator><dcterms:modified xsi:type="dcterms:W3CDTF">2024-03-05T10:00:00Z</dcterms:modified>'
  const { report } = await fromDocx(buildDocx(`<w:p><w:ins>${run('Rain.')}</w:ins></w:p>`, core), 'a.docx')
  assert.deepEqual([report.title, report.authors, report.published], ['Flood & storm', ['Ana', 'Bo'], '2024-03-05T10:00:00Z'])
  assert.match(report.notes.join(' '), /changes that nobody has accepted/)
})
