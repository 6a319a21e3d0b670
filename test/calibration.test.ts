import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { loadReader } from '../src/read/index.ts'
import { CALIBRATED, calibrate, loadCalibration } from '../src/resource/calibration.ts'
import type { Card } from '../src/resource/model.ts'

const folder = new URL('../data/en/', import.meta.url)
const table = loadCalibration(folder)
const card = JSON.parse(readFileSync(new URL('calibration.card.json', folder), 'utf8')) as Card

test('the table of English is there and is what its card says', () => assert.ok(table))

test('a folder without a table has none', () => assert.equal(loadCalibration(new URL('./golden/', import.meta.url)), null))

describe('calibrate', () => {
  const kind = { curve: [[0.5, 0.4] as const, [0.9, 0.8] as const], odds: { 'type AID': 2, 'rule x/y': 0.5 } }

  test('goes straight between points and is flat outside', () => {
    assert.deepEqual(
      [0.2, 0.5, 0.7, 0.9, 1].map(raw => Math.round(100 * calibrate(kind, raw, [])) / 100),
      [0.4, 0.4, 0.6, 0.8, 0.8],
    )
  })

  test('a trait multiplies the odds', () => {
    assert.equal(Math.round(100 * calibrate(kind, 0.5, ['type AID'])) / 100, 0.57)
    assert.ok(calibrate(kind, 0.5, ['rule x/y']) < 0.4)
    assert.equal(calibrate(kind, 0.5, ['type AID', 'rule x/y']), calibrate(kind, 0.5, ['no such trait']))
  })

  test('is never quite sure', () => assert.equal(calibrate({ curve: [[0.5, 1]], odds: {} }, 0.5, []), 0.98))
})

for (const kind of CALIBRATED) {
  test(`${kind}: surer as extracted is never less sure as calibrated`, () => {
    const steps = Array.from({ length: 101 }, (_, i) => calibrate(table?.[kind] ?? { curve: [], odds: {} }, i / 100, []))
    for (const [i, sure] of steps.entries()) assert.ok(sure > 0 && sure < 1 && sure >= (steps[i - 1] ?? 0))
  })

  test(`${kind}: the expected calibration error out of fold is at most .08`, () => {
    const error = card.scores[`${kind} calibration error`]
    assert.ok(typeof error === 'number' && error <= 0.08, `it is ${error}`)
  })

  test(`${kind}: the page shows what the card says`, () => {
    const page = readFileSync(new URL('../docs/calibration.md', import.meta.url), 'utf8')
    const cells =
      page
        .split('\n')
        .find(line => line.startsWith(`| ${kind} |`))
        ?.split('|') ?? []
    assert.equal(Number(cells[3]), card.scores[`${kind} judged`])
    assert.equal(cells[6]?.trim(), `**${Number(card.scores[`${kind} calibration error`]).toFixed(3)}**`)
  })
}

test('confidences are shares with two decimals', async () => {
  const reader = await loadReader()
  const text =
    'Rebels killed 12 farmers near Bria on Monday, Interior Minister Paul Yao said. The army denied that it had shelled the town.'
  const reading = await reader.read({ text, language: 'en', published: '2024-05-07' })
  const all = CALIBRATED.flatMap(kind => reading[kind].map(record => record.confidence))
  assert.ok(all.length >= 5)
  for (const sure of all) assert.ok(sure > 0 && sure < 1 && Math.round(sure * 100) / 100 === sure, `${sure}`)
})
