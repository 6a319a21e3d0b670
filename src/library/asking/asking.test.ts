import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { libraryOf } from '../../../test/library-of.ts'
import type { Library } from '../open.ts'
import { findWords, makeSnippet, wordPattern } from './find-words.ts'
import { listFound } from './list-records.ts'
import { listReports } from './list-reports.ts'
import { search } from './search.ts'
import { show } from './show.ts'
import type { Wanted } from './wanted.ts'

const folder = mkdtempSync(join(tmpdir(), 'griot-asking-'))
after(() => rmSync(folder, { recursive: true }))

const REPORTS = [
  {
    id: 'a',
    title: 'Attack near Djibo',
    publisher: 'Sahel Wire',
    published: '2024-03-05',
    text: 'Gunmen killed 12 people in Djibo, Burkina Faso, on 4 March 2024. UNHCR said 300 families had fled to Dori.',
  },
  {
    id: 'b',
    title: 'Talks in Bamako',
    publisher: 'Courier',
    published: '2024-04-10',
    text: 'The foreign minister of Mali met the envoy of Algeria in Bamako on Tuesday. The café near the ministry stayed open.',
  },
  {
    id: 'c',
    title: 'Convoy hit',
    publisher: 'Sahel Wire',
    published: '2024-05-20',
    text: 'A convoy of aid workers was attacked near Gao, Mali, on Sunday. The army of Mali said that 3 soldiers had been killed.',
  },
]
let library: Library

before(async () => {
  library = await libraryOf(REPORTS, join(folder, 'l.griot'))
})
after(() => library.close())

const found = (wanted: Wanted) => search(library, wanted, 10).hits.map(({ report }) => report.sourceId)

test('every word must be there, in whatever case and with whatever marks; phrases side by side', () => {
  assert.deepEqual(found({ words: 'CAFE ministry' }), ['b'])
  assert.deepEqual(found({ words: 'café' }), ['b'])
  assert.deepEqual(found({ words: '"aid workers"' }), ['c'])
  assert.deepEqual(found({ words: '"workers aid"' }), [])
  assert.deepEqual(found({ words: 'gunmen convoy' }), [])
  assert.equal(found({}).length, 3)
})

test('reports are found by what was read in them', () => {
  assert.deepEqual(found({ place: 'Burkina Faso' }), ['a'])
  assert.deepEqual(found({ place: 'BFA', types: ['ASSAULT'] }), ['a'])
  assert.deepEqual(found({ place: 'Djibo', from: '2024-03-04', to: '2024-03-04' }), ['a'])
  assert.deepEqual(found({ place: 'Djibo', from: '2024-03-06' }), [])
  assert.deepEqual(found({ saidBy: 'UNHCR' }), ['a'])
  assert.deepEqual(found({ measures: ['killed'], publishers: ['Sahel Wire'] }), ['c', 'a'])
  assert.deepEqual(found({ asKnownOn: '2024-04-10' }), ['b', 'a'])
  assert.deepEqual(found({ asKnownOn: '2024-04-09' }), ['a'])
})

test('a hit shows the words, and the records that were asked for', () => {
  const { hits, total, facets } = search(library, { words: 'killed', place: 'Mali' }, 10)
  assert.equal(total, 1)
  const { snippet, records } = hits[0]!
  assert.deepEqual(
    snippet.marks.map(span => snippet.text.slice(...span)),
    ['killed'],
  )
  assert.ok(records.length > 0 && records.every(({ record, entities }) => 'from' in record && Array.isArray(entities)))
  assert.deepEqual(facets.publishers, [{ value: 'Sahel Wire', count: 1 }])
})

test('records are listed, the newest day first, each with its words', () => {
  const { total, records } = listFound(library, 'event', { place: 'Mali' }, 50)
  assert.equal(total, records.length)
  assert.ok(total >= 2)
  for (const { quote, report, id } of records) {
    assert.ok(REPORTS.some(({ text }) => text.includes(quote)))
    assert.equal(id.slice(0, 12), report.id.slice(7, 19))
  }
  assert.equal(listFound(library, 'event', { place: 'Mali' }, 1).total, total)
  assert.ok(listFound(library, 'statement', { saidBy: 'UNHCR' }, 50).total >= 1)
})

test('what an id leads to: any beginning that no other report has', () => {
  const { reports } = listReports(library, { words: 'djibo' }, 10)
  const id = reports[0]!.id
  const shown = show(library, id.slice(7, 19))
  assert.equal(shown.kind === 'report' && shown.stored.report.title, 'Attack near Djibo')
  const record = show(library, `${id.slice(0, 20)}/f1`)
  assert.equal(record.kind === 'record' && record.found.view.kind, 'figures')
  assert.throws(() => show(library, 'zz'), /is no id of a report/)
  assert.throws(() => show(library, `${id}/x9`), /has no record "x9"/)
})

test('any string can be asked for', () => {
  const strange = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: fc.constantFrom(...'"*^(){}:+-\' ORANDNEAR\u0000\ud800%_\\éa '), maxLength: 40 }),
  )
  fc.assert(
    fc.property(strange, words => {
      for (const wanted of [{ words }, { place: words }, { actor: words }, { saidBy: words }, { publishers: [words] }]) {
        const { total, hits } = search(library, wanted, 10)
        assert.equal(hits.length, total)
        listFound(library, 'event', wanted, 5)
        listReports(library, wanted, 5)
      }
    }),
    { numRuns: 150 },
  )
})

test('a snippet holds the words it marks, whatever the text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 900 }),
      fc.array(fc.constantFrom('war', 'é', 'x y', '東京'), { minLength: 1 }),
      (text, terms) => {
        const pattern = wordPattern(terms)
        const spans = findWords(`${text} war ${text}`, pattern)
        const { text: shown, marks } = makeSnippet(`${text} war ${text}`, spans)
        for (const span of marks)
          assert.match(
            shown
              .slice(...span)
              .normalize('NFKD')
              .replace(/\p{M}+/gu, ''),
            /^(war|e|x[^\p{L}\p{N}]+y|東京)$/iu,
          )
      },
    ),
  )
})
