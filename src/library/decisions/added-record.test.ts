import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { libraryOf } from '../../../test/library-of.ts'
import { listDecisions } from '../../store/decisions.ts'
import { getReading } from '../../store/readings.ts'
import { checkLibrary } from '../care/check.ts'
import { exportLibrary } from '../care/export-library.ts'
import { importLibrary } from '../care/import-library.ts'
import { planRemoval, removeReports } from '../care/remove.ts'
import { rereadReports } from '../care/reread.ts'
import { type Library, openLibrary } from '../open.ts'
import { ADDED } from './added-record.ts'
import { countAgreement } from './agreement.ts'
import { applyDecisions } from './apply-decisions.ts'
import { decide, decideAll, undoDecision, undoDecisions } from './decide.ts'
import { reviewReport } from './review-report.ts'
import { decidedReports, reviewState } from './review-state.ts'
import { sentenceAround } from './sentence-around.ts'

const folder = mkdtempSync(join(tmpdir(), 'griot-added-'))
after(() => rmSync(folder, { recursive: true }))
const TEXT = 'Gunmen killed 12 people in Djibo, Burkina Faso, on 4 March 2024. The wells of Dori ran dry, leaving 40 herds without water.'
const BY = { by: 'ann', at: '2024-06-02T10:00:00.000Z' }
let library: Library
let id = ''
const reviewed = () => reviewReport(library.db, 1)

before(async () => {
  library = await libraryOf([{ id: 'a', published: '2024-03-06', text: TEXT }], join(folder, 'l.griot'))
  id = reviewed().reading.report.id
})
after(() => library.close())

const addFigure = () =>
  decide(
    library,
    id,
    { kind: 'add', list: 'figures', words: '40', fields: { measure: 'affected', unit: 'other', population: 'herds', place: 'Dori' } },
    BY,
  )

test('a missed record is in the reading, whole, with its words, and goes when it is taken back', () => {
  const before = reviewed().reading.figures.length
  const no = addFigure()
  const { reading, reviews } = reviewed()
  const added = reading.figures.at(-1)!
  assert.equal(reading.figures.length, before + 1)
  assert.deepEqual(added.value, { low: 40, best: 40, high: 40, quantifier: 'exact' })
  assert.equal(TEXT.slice(...added.evidence), 'The wells of Dori ran dry, leaving 40 herds without water.')
  assert.equal(reading.entities.find(e => e.id === added.place)?.name, 'Dori')
  assert.deepEqual([added.confidence, reviews[added.id]], [1, 'added'])
  assert.deepEqual(
    Object.entries(added.from).map(([field, { rule, spans }]) => [field, rule, TEXT.slice(...spans[0]!)]),
    ['measure', 'unit', 'population', 'place'].map(field => [field, ADDED, '40']),
  )
  assert.deepEqual(checkLibrary(library).problems, [])
  assert.equal(countAgreement(library).decided, 0)
  undoDecision(library, no, BY)
  assert.equal(reviewed().reading.figures.length, before)
})

test('an added record is decided on like any other, and keeps its number when another goes', () => {
  const first = addFigure()
  const second = decide(library, id, { kind: 'add', list: 'events', words: 'ran dry', fields: { type: 'RETREAT' } }, BY)
  const event = reviewed().reading.events.at(-1)!
  const figure = reviewed().reading.figures.at(-1)!
  const fixed = decide(library, `${id}/${figure.id}`, { kind: 'correct', field: 'value', value: '41' }, BY)
  assert.equal(reviewed().reading.figures.at(-1)?.value?.best, 41)
  const gone = decide(library, `${id}/${event.id}`, { kind: 'reject' }, BY)
  assert.ok(!reviewed().reading.events.some(v => v.id === event.id))
  undoDecisions(library, [gone, first], BY)
  assert.ok(reviewed().reading.events.some(v => v.id === event.id))
  const third = decide(library, id, { kind: 'add', list: 'figures', words: '40', fields: { measure: 'other' } }, BY)
  assert.notEqual(reviewed().reading.figures.at(-1)?.id, figure.id)
  undoDecisions(library, [second, fixed, third], BY)
})

test('what cannot be a record is refused', () => {
  const add =
    (list: 'events' | 'figures', fields: Record<string, string>, words = '40 herds') =>
    () =>
      decide(library, id, { kind: 'add', list, words, fields }, BY)
  assert.throws(add('events', {}), /needs "type"/)
  assert.throws(add('events', { type: 'WAR' }), /nothing that type can hold/)
  assert.throws(add('figures', { measure: 'other' }, 'sixty herds'), /does not have the words/)
  assert.throws(add('figures', { measure: 'killed' }, '12'), /is on these words already/)
  assert.throws(() => decide(library, id, { kind: 'add', list: 'events', span: [5, 9999] }, BY), /holds no words/)
  assert.equal(listDecisions(library.db).filter(({ kind }) => kind === 'add').length, 4)
})

test('of several decisions all are kept or none', () => {
  const count = listDecisions(library.db).length
  const right = { target: `${id}/${reviewed().reading.events[0]?.id}`, verdict: { kind: 'accept' } as const }
  assert.throws(() => decideAll(library, [right, { target: `${id}/v99`, verdict: { kind: 'accept' } }], BY), /no record "v99"/)
  assert.equal(listDecisions(library.db).length, count)
})

test('the state of the review follows from the decisions', () => {
  const state = () => reviewState(library.db, 1, id, decidedReports(library.db))
  const { reading } = reviewed()
  const records = [...reading.events, ...reading.figures, ...reading.statements, ...reading.positions]
  assert.equal(state(), 'waiting')
  const numbers = decideAll(
    library,
    records.map(record => ({ target: `${id}/${record.id}`, verdict: { kind: 'accept' } })),
    BY,
  )
  assert.equal(state(), 'done')
  undoDecision(library, numbers[0]!, BY)
  assert.equal(state(), records.length > 1 ? 'begun' : 'waiting')
  undoDecisions(library, numbers.slice(1), BY)
  assert.equal(state(), 'waiting')
})

test('where a newer Griot finds the record by itself there is one of it, with what the analyst said', () => {
  const no = addFigure()
  const added = reviewed().reading.figures.at(-1)!
  const plain = getReading(library.db, 1, TEXT)
  const found = { ...plain, figures: [...plain.figures, { ...added, id: 'f7', confidence: 0.4, population: null, from: {} }] }
  const { reading, reviews } = applyDecisions(found, listDecisions(library.db, id))
  assert.deepEqual(
    reading.figures.slice(plain.figures.length).map(f => [f.id, f.population, f.confidence]),
    [['f7', 'herds', 0.4]],
  )
  assert.equal(reviews.f7, 'added')
  undoDecision(library, no, BY)
})

test('it outlives reading again and a move to another library, and goes with its report', async () => {
  const no = addFigure()
  await rereadReports(library, { jobs: 1, all: true })
  assert.equal(reviewed().reviews[reviewed().reading.figures.at(-1)!.id], 'added')
  await exportLibrary(library, join(folder, 'l.zip'), 'public')
  await importLibrary(join(folder, 'l.zip'), join(folder, 'other.griot'))
  const other = openLibrary(join(folder, 'other.griot'), { for: 'write' })
  assert.deepEqual(reviewReport(other.db, 1).reading, reviewed().reading)
  removeReports(other, planRemoval(other, { ids: [id], publishers: [] }))
  assert.deepEqual(listDecisions(other.db), [])
  other.close()
  undoDecision(library, no, BY)
})

test('a sentence is found around words', () => {
  const at = (text: string, words: string) => text.slice(...sentenceAround(text, [text.indexOf(words), text.indexOf(words) + words.length]))
  assert.equal(at('One. Two words here! Three', 'words'), 'Two words here!')
  assert.equal(at('Head\nIt cost 3.5 million. “He left.” She stayed.', '3.5'), 'It cost 3.5 million.')
  assert.equal(at('no end', 'no'), 'no end')
  assert.ok(at(`${'-'.repeat(100_000)}x${'-'.repeat(100_000)}`, 'x').length < 2000)
})
