import assert from 'node:assert/strict'
import { test } from 'node:test'
import { numberRecords, type Records } from './number.ts'

const at = (start: number, end = start + 3) => [start, end] as const
const record = (id: string, fields: object) => ({ id, evidence: at(0), confidence: 1, from: {}, ...fields })
const records = (lists: Partial<Record<keyof Records, object[]>>): Records =>
  ({ entities: [], statements: [], events: [], figures: [], positions: [], ...lists }) as unknown as Records

const entity = (id: string, starts: number[], fields: object = {}) =>
  record(id, { members: [], place: null, candidates: [], mentions: starts.map(start => ({ span: at(start), as: 'name' })), ...fields })

test('records are numbered by where they stand, whatever order and names they came in', () => {
  const { entities, events } = numberRecords(
    records({
      entities: [entity('late', [50]), entity('early', [30, 2])],
      events: [record('b', { trigger: at(40), actors: ['late'] }), record('a', { trigger: [at(9), at(60)], actors: [] })],
    }),
  )
  assert.deepEqual(
    entities.map(e => [e.id, e.mentions.length]),
    [
      ['e1', 2],
      ['e2', 1],
    ],
  )
  assert.deepEqual(
    events.map(v => [v.id, v.trigger]),
    [
      [
        'v1',
        [
          [9, 12],
          [60, 63],
        ],
      ],
      ['v2', [40, 43]],
    ],
  )
  assert.deepEqual(events[1]?.actors, ['e2'])
})

test('every kind of reference is renamed', () => {
  const out = numberRecords(
    records({
      entities: [entity('x', [10], { members: ['y'] }), entity('y', [0], { place: { lat: 1, lon: 2 } })],
      statements: [
        record('outer', { content: [at(1)], speaker: 'x', within: null }),
        record('inner', { content: [at(2)], speaker: 'y', within: 'outer', about: ['x', 'y'] }),
      ],
      events: [
        record('v', { trigger: at(5), actors: ['x'], recipients: ['y'], place: 'y', places: ['y', 'x'], saidIn: 'inner', same: null }),
        record('w', { trigger: at(8), actors: [], same: 'v' }),
      ],
      figures: [
        record('g', { span: at(7), same: null, partOf: null, events: ['w', 'v'] }),
        record('h', { span: at(9), same: 'g', partOf: 'g', events: [], source: 'x', origin: 'y' }),
      ],
      positions: [record('p', { span: at(3), holder: 'x', of: 'y', saidIn: 'outer', title: 'x' })],
    }),
  )
  assert.deepEqual(
    out.entities.map(e => [e.id, e.members, e.place]),
    [
      ['e1', [], { lat: 1, lon: 2 }],
      ['e2', ['e1'], null],
    ],
  )
  assert.deepEqual(
    out.statements.map(s => [s.speaker, s.within, s.about]),
    [
      ['e2', null, undefined],
      ['e1', 's1', ['e2', 'e1']],
    ],
  )
  assert.deepEqual(
    out.events.map(v => [v.saidIn, v.same, v.places]),
    [
      ['s2', null, ['e1', 'e2']],
      [undefined, 'v1', undefined],
    ],
  )
  assert.deepEqual(
    out.figures.map(f => [f.same, f.partOf, f.events, f.source]),
    [
      [null, null, ['v2', 'v1'], undefined],
      ['f1', 'f1', [], 'e2'],
    ],
  )
  const [position] = out.positions
  assert.deepEqual([position?.holder, position?.of, position?.saidIn, position?.title], ['e2', 'e1', 's1', 'x'])
})

test('a reference to what is not there leaves nothing behind', () => {
  const { events } = numberRecords(
    records({ events: [record('v', { trigger: at(0), actors: ['nobody'], place: 'nowhere', saidIn: 'never' })] }),
  )
  assert.deepEqual([events[0]?.actors, events[0]?.place, events[0]?.saidIn], [[], null, null])
})

test('of two records at one place the wider comes first, and what stands nowhere last', () => {
  const { entities, figures } = numberRecords(
    records({
      entities: [entity('none', []), entity('some', [4])],
      figures: [record('narrow', { span: at(0, 2) }), record('wide', { span: at(0, 9) })],
    }),
  )
  assert.deepEqual(
    entities.map(e => e.mentions.length),
    [1, 0],
  )
  assert.deepEqual(
    figures.map(f => f.span),
    [
      [0, 9],
      [0, 2],
    ],
  )
})
