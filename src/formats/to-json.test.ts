import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { z } from 'zod'
import { entity, event, figure, position, reading, report, statement, time } from '../record/index.ts'
import type { ReadingRecord } from '../record/reading.ts'
import { formatReading, projectReading } from './to-json.ts'

const TIME = {
  start: '2024-03-05',
  end: '2024-03-05',
  type: 'date',
  value: '2024-03-05',
  precision: 'day',
  basis: 'stated',
  span: null,
} as const
const TRAIL = { field: { rule: 'room/rule', spans: [[0, 1]], because: [{ rule: 'room/deeper', spans: [] }], says: 'a reason' } }
const MADE = { evidence: [0, 1], confidence: 0.83721, from: TRAIL, not: TRAIL, scratch: 'not for others' }
const PLACE = { lat: 1.5, lon: 2.5, country: 'BFA', admin1: null, precision: 'city', geonames: 7 }

/** A reading in memory: keys in an odd order, more than the record format names. */
const inMemory = {
  positions: [{ ...MADE, id: 'p1', holder: 'e1', title: 'Mayor', of: null, status: 'current', time: null, saidIn: null, span: [0, 1] }],
  griot: '1.0',
  times: [{ ...TIME, rule: 'x' }],
  entities: [
    {
      ...MADE,
      id: 'e1',
      kind: 'place',
      name: 'Dori',
      ref: { geonames: '2362909', country: 'BFA', wikidata: '', pcode: undefined },
      sector: null,
      members: [],
      place: PLACE,
      candidates: [{ ref: null, place: PLACE, confidence: 0.12345, score: 3 }],
      mentions: [{ span: [0, 4], as: 'name', head: 0 }],
    },
  ],
  statements: [
    {
      ...MADE,
      id: 's1',
      speaker: 'e1',
      cue: null,
      content: [[0, 1]],
      form: 'direct',
      act: 'assert',
      about: [],
      within: null,
      addressee: null,
      place: null,
      time: TIME,
    },
  ],
  events: [
    {
      ...MADE,
      id: 'v1',
      type: 'ASSAULT',
      mode: null,
      contexts: [],
      status: 'occurred',
      trigger: [0, 1],
      actors: [],
      recipients: [],
      object: null,
      place: null,
      places: [],
      time: null,
      saidIn: 's1',
      same: null,
      acled: { subEvent: 'Attack', event: 'Violence against civilians' },
    },
  ],
  figures: [
    {
      ...MADE,
      id: 'f1',
      measure: 'killed',
      kind: 'flow',
      unit: 'person',
      per: null,
      population: null,
      term: null,
      value: { quantifier: 'exact', low: 4, best: 4, high: 4 },
      change: null,
      time: TIME,
      asOf: null,
      place: 'e1',
      places: ['e1'],
      origin: null,
      destination: null,
      source: null,
      saidIn: null,
      partOf: null,
      same: null,
      events: ['v1'],
      span: [0, 1],
    },
  ],
  report: {
    text: 'Dori',
    notes: [],
    id: 'sha256:1',
    textHash: 'sha256:2',
    sourceId: null,
    title: null,
    url: null,
    publisher: null,
    authors: [],
    language: 'en',
    published: TIME,
  },
} as unknown as ReadingRecord

const projected = projectReading(inMemory)

for (const [name, schema, value] of [
  ['reading', reading, projected],
  ['report', report, projected.report],
  ['time', time, projected.times[0]],
  ['entity', entity, projected.entities[0]],
  ['statement', statement, projected.statements[0]],
  ['event', event, projected.events[0]],
  ['figure', figure, projected.figures[0]],
  ['position', position, projected.positions[0]],
] as const)
  test(`a ${name} has the fields of its schema in their order, and no others`, () => {
    assert.deepEqual(Object.keys(value as object), Object.keys((schema as unknown as z.ZodReadonly<z.ZodObject>).unwrap().shape))
    assert.doesNotThrow(() => schema.parse(value))
  })

test('a trail keeps its rule and spans, a confidence two decimals, a ref what it has', () => {
  const [found] = projected.entities
  assert.deepEqual(found?.from, { field: { spans: [[0, 1]], rule: 'room/rule' } })
  assert.equal(found?.confidence, 0.84)
  assert.deepEqual(found?.candidates[0]?.confidence, 0.12)
  assert.equal(JSON.stringify(found?.ref), '{"country":"BFA","geonames":"2362909"}')
})

test('a reading is one line', () =>
  assert.ok(!formatReading({ ...projected, report: { ...projected.report, text: 'a\nb\u2028c' } }).includes('\n')))
