import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildPdf, type PdfLine, setLines } from '../../test/builders/pdf.ts'
import { fromPdf } from './from-pdf.ts'

const read = async (pages: readonly (readonly PdfLine[])[], info = '') => (await fromPdf(buildPdf(pages, { info }), 'a.pdf')).report
const LEFT =
  'The governor said on Monday that heavy rains had destroyed several hundred houses along the river and that roads in the south of the province were closed to trucks.'
const RIGHT =
  'Aid groups reported that twelve thousand people had left their homes in the district since the storm and that many of them were sleeping in schools and mosques.'
const WIDE = 'The situation report covers the three southern provinces and was made with the help of partners in each of their districts.'

test('columns are read one after the other, what stands across them before and behind', async () => {
  const { text } = await read([
    [
      ...setLines(WIDE, { x: 60, y: 760, letters: 90 }),
      ...setLines(LEFT, { x: 60, y: 700, letters: 38 }),
      ...setLines(RIGHT, { x: 320, y: 700, letters: 38 }),
      ...setLines(`After the columns: ${WIDE}`, { x: 60, y: 560, letters: 90 }),
    ],
  ])
  assert.equal(text, [WIDE, LEFT, RIGHT, `After the columns: ${WIDE}`].join('\n\n'))
})

test('a box of short lines beside the text is read for itself, large numbers with what they count', async () => {
  const box = [
    ['12,400', 18],
    ['people displaced', 10],
    ['34', 18],
    ['people killed', 10],
  ] as const
  const { text } = await read([
    [
      ...setLines(LEFT, { x: 60, y: 700, letters: 50 }),
      ...box.map(([words, size], i) => ({ x: 420, y: 697 - i * 17, text: words, size })),
      ...setLines(WIDE, { x: 60, y: 610, letters: 90 }),
    ],
  ])
  assert.equal(text, ['12,400 people displaced', '34 people killed', LEFT, WIDE].join('\n\n'))
})

test('three columns are read from left to right', async () => {
  const { text } = await read([
    [
      ...setLines(LEFT, { x: 40, y: 700, letters: 30, size: 8 }),
      ...setLines(RIGHT, { x: 220, y: 700, letters: 30, size: 8 }),
      ...setLines(WIDE, { x: 400, y: 700, letters: 30, size: 8 }),
    ],
  ])
  assert.equal(text, [LEFT, RIGHT, WIDE].join('\n\n'))
})

test('a sentence that a page breaks goes on, running heads and page numbers are gone', async () => {
  const words = LEFT.split(' ')
  const page = (number: number, text: string): PdfLine[] => [
    { x: 60, y: 810, text: `Situation report no. 4 – page ${number}` },
    ...setLines(text, { x: 60, y: 700, letters: 60 }),
    { x: 290, y: 30, text: `${number} / 3` },
  ]
  const { text } = await read([page(1, words.slice(0, 12).join(' ')), page(2, words.slice(12).join(' ')), page(3, RIGHT)])
  assert.equal(text, `${LEFT}\n\n${RIGHT}`)
})

for (const [first, second, joined] of [
  ['The humanitar-', 'ian convoy left.', 'The humanitarian convoy left.'],
  ['The Franco-', 'German brigade left.', 'The Franco-German brigade left.'],
  ['In the years 2023-', '2024 many left.', 'In the years 2023-2024 many left.'],
  ['They met the well-', 'known mediator; a well-known man.', 'They met the well-known mediator; a well-known man.'],
  ['The envoy left -', 'nobody knows where.', 'The envoy left - nobody knows where.'],
] as const)
  test(`"${first}" and "${second}" join`, async () => {
    const { text } = await read([
      [
        { x: 60, y: 700, text: first },
        { x: 60, y: 688, text: second },
      ],
    ])
    assert.equal(text, joined)
  })

test('a table is rows, a cell of two lines one cell', async () => {
  const cells = (y: number, ...texts: string[]) => texts.flatMap((text, i) => (text ? [{ x: 60 + 110 * i, y, text }] : []))
  const { text, notes } = await read([
    [
      ...setLines(WIDE, { x: 60, y: 760, letters: 90 }),
      ...cells(700, 'District', 'Displaced', 'Houses', 'Remarks'),
      ...cells(682, 'Gorom', '12,400', '310', 'Camp opened in'),
      ...cells(670, '', '', '', 'the old school'),
      ...cells(652, 'Soum', '3,050', '', 'No access'),
      ...cells(634, 'Tembe', '980', '12', 'Visit planned'),
      ...setLines(LEFT, { x: 60, y: 580, letters: 90 }),
    ],
  ])
  assert.equal(
    text,
    [
      WIDE,
      'District\tDisplaced\tHouses\tRemarks\nGorom\t12,400\t310\tCamp opened in the old school\nSoum\t3,050\t\tNo access\nTembe\t980\t12\tVisit planned',
      LEFT,
    ].join('\n\n'),
  )
  assert.deepEqual(notes, [])
})

test('items of a list are paragraphs with their marks', async () => {
  const { text } = await read([
    [
      { x: 60, y: 700, text: 'Needs are:' },
      { x: 70, y: 686, text: '-' },
      { x: 90, y: 686, text: 'Tents for four hundred families in the two' },
      { x: 90, y: 674, text: 'camps near the river' },
      { x: 70, y: 660, text: '-' },
      { x: 90, y: 660, text: 'Water' },
    ],
  ])
  assert.equal(text, 'Needs are:\n\n- Tents for four hundred families in the two camps near the river\n\n- Water')
})

test('the largest letters of the first page are the title; author and date come from the file', async () => {
  const info = '/Title (Microsoft Word - sitrep.doc) /Author (Ana Diallo) /CreationDate (D:20240305101500Z)'
  const { title, authors, published, text, notes } = await read(
    [[{ x: 60, y: 760, text: 'Floods in the south', size: 20 }, ...setLines(LEFT, { x: 60, y: 700, letters: 60 })]],
    info,
  )
  assert.deepEqual([title, authors, published, text], ['Floods in the south', ['Ana Diallo'], '2024-03-05', LEFT])
  assert.match(notes[0] ?? '', /date of publication is the one that the file was made on/)
})

test('a page without text is named', async () => {
  const { notes } = await read([setLines(LEFT, { x: 60, y: 700, letters: 60 }), []])
  assert.match(notes[0] ?? '', /^Page 2 holds no text/)
})
