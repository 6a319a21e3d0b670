import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { ReadingRecord } from '../../record/reading.ts'
import type { Decision } from '../../store/decisions.ts'
import { addItems } from '../add/add-reports.ts'
import type { Item } from '../inputs.ts'
import { type Library, openLibrary } from '../open.ts'
import { libraryStatus } from '../status.ts'
import { countAgreement } from './agreement.ts'
import { anchorOf } from './anchor.ts'
import { applyDecisions } from './apply-decisions.ts'
import { decide, undoDecision } from './decide.ts'
import { dropRecords } from './drop-records.ts'
import { allDecisions } from './list.ts'

const folder = mkdtempSync(join(tmpdir(), 'griot-decide-'))
after(() => rmSync(folder, { recursive: true }))

const TEXT =
  'Gunmen killed 12 people in Djibo, Burkina Faso, on 4 March 2024. The governor said on Tuesday that 300 families had fled to Dori.'
const BY = { by: 'ann', at: '2024-03-09T10:00:00.000Z' }
let library: Library
let id = ''
let plain: ReadingRecord

async function* item(): AsyncGenerator<Item> {
  const bytes = Buffer.from(JSON.stringify({ text: TEXT, published: '2024-03-06' }))
  yield { name: 'a', format: 'jsonl', path: null, bytes, size: bytes.length, notes: [] }
}

const stored = () => [...library.reports()][0]!
const event = (type: string) => stored().reading.events.find(v => v.type === type)
const figure = (measure: string) => stored().reading.figures.find(f => f.measure === measure)

before(async () => {
  library = openLibrary(join(folder, 'l.griot'), { for: 'create' })
  await addItems(library, item(), { jobs: 1, confidentiality: 'public', addedAt: BY.at })
  id = stored().report.id.slice(7, 19)
  plain = stored().reading
  assert.ok(event('ASSAULT') && figure('killed'), 'the report is read as these tests need it')
})
after(() => library.close())

test('a rejected record is gone from readings and counts, with what leads to it, and comes back', () => {
  const target = event('ASSAULT')!.id
  const events = libraryStatus(library).events
  const no = decide(library, `${id}/${target}`, { kind: 'reject', note: 'a drill' }, BY)
  assert.equal(event('ASSAULT'), undefined)
  assert.ok(stored().reading.figures.every(f => !f.events.includes(target)))
  assert.equal(libraryStatus(library).events, events - 1)
  undoDecision(library, no, BY)
  assert.deepEqual(stored().reading, plain)
  assert.equal(libraryStatus(library).events, events)
  assert.throws(() => undoDecision(library, no, BY), /was taken back before/)
})

test('a correction holds in the reading and names the analyst as its rule', () => {
  const target = `${id}/${figure('killed')!.id}`
  const no = decide(library, target, { kind: 'correct', field: 'value', value: '13', words: '12 people' }, BY)
  assert.deepEqual(figure('killed')?.value, { low: 13, best: 13, high: 13, quantifier: 'exact' })
  const { spans, rule } = figure('killed')!.from.value!
  assert.deepEqual([rule, spans.map(span => TEXT.slice(...span))], ['decisions/corrected', ['12 people']])
  assert.equal(stored().reviews[figure('killed')!.id], 'corrected')
  undoDecision(library, no, BY)
})

test('a place is named by its name, a day written as a day', () => {
  const target = `${id}/${event('ASSAULT')!.id}`
  const first = decide(library, target, { kind: 'correct', field: 'place', value: 'Dori' }, BY)
  const second = decide(library, target, { kind: 'correct', field: 'time', value: '5 March 2024' }, BY)
  const { entities } = stored().reading
  assert.equal(entities.find(e => e.id === event('ASSAULT')?.place)?.name, 'Dori')
  assert.equal(event('ASSAULT')?.places[0], event('ASSAULT')?.place)
  assert.equal(event('ASSAULT')?.time?.start, '2024-03-05')
  for (const no of [first, second]) undoDecision(library, no, BY)
})

test('what cannot be meant is refused with a sentence', () => {
  const target = `${id}/${event('ASSAULT')!.id}`
  const correct = (field: string, value: string, words?: string) => () =>
    decide(library, target, { kind: 'correct', field, value, words }, BY)
  assert.throws(correct('type', 'MURDER'), /"MURDER" is nothing that type can hold/)
  assert.throws(correct('weather', 'fair'), /"weather" cannot be corrected/)
  assert.throws(correct('evidence', '[0, 4]'), /cannot be corrected/)
  assert.throws(correct('place', 'Atlantis'), /nothing that place can hold/)
  assert.throws(correct('type', 'AID', 'words that are not there'), /does not have the words/)
  assert.throws(() => decide(library, `${id}/v99`, { kind: 'accept' }, BY), /no record "v99"/)
  assert.throws(() => decide(library, 'ffffffff/v1', { kind: 'accept' }, BY), /has no report ffffffff/)
  assert.throws(() => decide(library, id, { kind: 'reject' }, BY), /is a report/)
})

test('agreement counts what stands, by kind and by rule', () => {
  const accepted = decide(library, `${id}/${event('ASSAULT')!.id}`, { kind: 'accept' }, BY)
  const rejected = decide(library, `${id}/${figure('killed')!.id}`, { kind: 'reject' }, BY)
  const { decided, kinds, rules } = countAgreement(library)
  assert.equal(decided, 2)
  assert.deepEqual(
    kinds.map(({ name, right, wrong }) => [name, right, wrong]),
    [
      ['events', 1, 0],
      ['figures', 0, 1],
    ],
  )
  assert.ok(rules.some(({ right, low, high }) => right > 0 && low < 1 && high === 1))
  for (const no of [accepted, rejected]) undoDecision(library, no, BY)
  assert.equal(countAgreement(library).decided, 0)
})

test('a decision finds its record again when records are numbered otherwise, and not another one', () => {
  const target = event('ASSAULT')!
  const no = decide(library, `${id}/${target.id}`, { kind: 'reject' }, BY)
  const decisions = allDecisions(library).map(({ value, evidence, ...rest }) => ({
    ...rest,
    value: value === null ? null : JSON.stringify(value),
    evidence: evidence && JSON.stringify(evidence),
  })) as Decision[]
  undoDecision(library, no, BY)
  const shifted: ReadingRecord = { ...plain, events: plain.events.map(v => ({ ...v, id: `v${Number(v.id.slice(1)) + 7}` })) }
  const { reading, loose } = applyDecisions(shifted, decisions)
  assert.deepEqual(
    reading.events.map(v => v.id),
    shifted.events.flatMap(v => (v.type === 'ASSAULT' ? [] : [v.id])),
  )
  assert.deepEqual(loose, [])
  const without: ReadingRecord = { ...plain, events: plain.events.filter(v => v.id !== target.id) }
  assert.deepEqual(applyDecisions(without, decisions).reading.events, without.events)
  assert.notDeepEqual(anchorOf('events', target), anchorOf('events', { ...target, type: 'AID' }))
})

test('no reading without some records leads to them', () => {
  for (const list of ['entities', 'statements', 'events', 'figures'] as const)
    for (const { id: gone } of plain[list]) {
      const { report, ...rest } = dropRecords(plain, new Set([gone]))
      assert.doesNotMatch(JSON.stringify(rest), new RegExp(`"${gone}"`))
      assert.equal(report, plain.report)
    }
})
