import assert from 'node:assert/strict'
import { test } from 'node:test'
import { small } from '../../../test/readings.ts'
import type { FigureRecord } from '../../record/figure.ts'
import { formatDays, formatFigure, formatNumber, formatValue } from './values.ts'

for (const [start, end, expected] of [
  ['2024-03-05', '2024-03-05', '5 March 2024'],
  ['2024-03-01', '2024-03-31', 'March 2024'],
  ['2024-02-01', '2024-02-29', 'February 2024'],
  ['2024-02-01', '2024-02-28', '1–28 February 2024'],
  ['2024-01-01', '2024-12-31', '2024'],
  ['2019-01-01', '2021-12-31', '2019–2021'],
  ['2024-01-01', '2024-03-31', 'January to March 2024'],
  ['2023-12-01', '2024-01-31', 'December 2023 to January 2024'],
  ['2024-03-29', '2024-04-02', '29 March to 2 April 2024'],
  ['2024-03-05', null, 'since 5 March 2024'],
  [null, '2024-03-05', 'until 5 March 2024'],
  [null, null, null],
  ['2024-02-31', null, null],
] as const)
  test(`${start} to ${end} is ${expected}`, () => assert.equal(formatDays({ start, end }), expected))

for (const [value, expected] of [
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [6_300_000, '6,300,000'],
  [1234.5, '1,234.5'],
  [-1500, '−1,500'],
  [1e21, '1e+21'],
] as const)
  test(`${value} is written ${expected}`, () => assert.equal(formatNumber(value), expected))

test('values say how exact they are', () => {
  assert.equal(formatValue({ low: 12, best: 12, high: 12, quantifier: 'exact' }), '12')
  assert.equal(formatValue({ low: null, best: 170, high: null, quantifier: 'about' }), 'about 170')
  assert.equal(formatValue({ low: null, best: 40, high: 40, quantifier: 'at-most' }), 'at most 40')
  assert.equal(formatValue({ low: 200, best: null, high: 999, quantifier: 'vague' }), '200 to 999')
})

const figure = small.figures[0] as FigureRecord

for (const [change, expected] of [
  [{}, 'at least 12 villagers killed'],
  [{ population: null }, 'at least 12 people killed'],
  [{ measure: 'refugees', population: 'refugees' }, 'at least 12 refugees'],
  [{ measure: 'funding', unit: 'USD', population: null }, 'USD at least 12 funding'],
  [{ unit: 'percent', measure: 'affected', population: 'farmland' }, 'at least 12% of farmland affected'],
  [{ value: null, change: { factor: 2 } }, 'twice as many villagers killed'],
  [{ value: null, change: { factor: 1.2 } }, '20 % more villagers killed'],
  [{ value: null, change: { factor: 0.5 } }, '50 % fewer villagers killed'],
  [{ value: null, change: { by: 300 } }, '300 more villagers killed'],
  [{ per: 'day' }, 'at least 12 villagers killed a day'],
] as const)
  test(`a figure with ${JSON.stringify(change)} reads "${expected}"`, () =>
    assert.equal(formatFigure({ ...figure, ...(change as Partial<FigureRecord>) }), expected))
