import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { loadReader } from '../src/read/index.ts'
import { type ReadingRecord, reading as schema } from '../src/record/index.ts'

const reader = await loadReader({ languages: ['en'] })

/** Words and signs that reports are made of, so that chance makes texts which rules look at, between strings of any kind. */
const WORDS = [
  'The army',
  'said',
  'that',
  'killed',
  '12',
  'people',
  'in Mali',
  'on Monday',
  '.',
  ', ',
  '“',
  '”',
  '\n\n',
  '\t',
  'minister',
  'Lavrov',
  'he',
  'and',
  '5 March 2024',
  'fled',
  'about',
  'thousands',
  '-',
  "'s",
  '(',
  ')',
  'U.S.',
  'will',
  'not',
  '%',
  '\r\n',
  '\0',
  '\uD800',
  '😀',
  'é',
]
const anyText = fc
  .array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...WORDS) }, fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 50 })
  .map(parts => parts.join(' '))
const anyReport = fc.record({
  text: anyText,
  published: fc.option(fc.constantFrom('2024-03-05', '31/31/2024', 'x'), { nil: undefined }),
  language: fc.option(fc.constantFrom('en', 'fr', '??'), { nil: undefined }),
})
const RUNS = { numRuns: 60 }

test('any text gives a reading of the record format, twice the same', async () => {
  await fc.assert(
    fc.asyncProperty(anyReport, async report => {
      const reading = await reader.read(report)
      schema.parse(reading)
      assert.equal(JSON.stringify(await reader.read(report)), JSON.stringify(reading))
    }),
    RUNS,
  )
})

test('every span lies in the text and holds words; every id is there', async () => {
  await fc.assert(
    fc.asyncProperty(anyReport, async report => checkReading(await reader.read({ ...report, language: 'en' }))),
    RUNS,
  )
})

function checkReading(reading: ReadingRecord): void {
  const ids = new Set(
    [...reading.entities, ...reading.statements, ...reading.events, ...reading.figures, ...reading.positions].map(record => record.id),
  )
  const walk = (value: unknown, path: string): void => {
    if (isSpan(value)) {
      if (/\.(?:span|spans|evidence|trigger|cue|content|object|term)\b/.test(path)) {
        const [start, end] = value
        assert.ok(start < end && end <= reading.report.text.length, `${path} [${start}, ${end}]`)
        assert.ok(/\S/.test(reading.report.text.slice(start, end)), `${path} holds nothing`)
      }
    } else if (Array.isArray(value)) for (const [i, item] of value.entries()) walk(item, `${path}.${i}`)
    else if (typeof value === 'object' && value !== null) for (const [key, item] of Object.entries(value)) walk(item, `${path}.${key}`)
    else if (
      typeof value === 'string' &&
      /\.(?:speaker|within|addressee|place|saidIn|same|source|partOf|origin|destination|holder|of|(?:actors|recipients|places|about|members|events)\.\d+)$/.test(
        path,
      )
    )
      assert.ok(ids.has(value), `${path} ${value}`)
  }
  for (const list of ['entities', 'statements', 'events', 'figures', 'positions'] as const) walk(reading[list], `.${list}`)
}

function isSpan(value: unknown): value is [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every(n => Number.isInteger(n))
}
