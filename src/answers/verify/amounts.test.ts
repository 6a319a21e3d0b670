import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FigureValue, Quantifier } from '../../record/figure.ts'
import { loadTable } from '../../resource/table.ts'
import { isSameNumber, matchAmounts } from './amounts.ts'

/** "about 170", "between 10 20". */
function toValue(words: string): FigureValue {
  const [quantifier, first, second] = words.split(' ') as [Quantifier, string, string?]
  const n = Number(first)
  if (second !== undefined) return { low: n, best: null, high: Number(second), quantifier }
  const low = quantifier === 'exact' || quantifier === 'at-least' ? n : null
  const high = quantifier === 'exact' || quantifier === 'at-most' ? n : null
  return { low, best: n, high, quantifier }
}

for (const { claimed, told, match } of loadTable(new URL('amounts.cases.tsv', import.meta.url), ['claimed', 'told', 'match']))
  test(`${claimed}, where the text says ${told}: ${match}`, () => {
    assert.equal(matchAmounts(toValue(claimed), toValue(told)), match)
  })

test('a number that only obeys a claim is not the claimed one', () => {
  assert.equal(isSameNumber(toValue('at-least 25'), toValue('exact 34')), false)
  assert.equal(isSameNumber(toValue('at-least 25'), toValue('about 25')), true)
})
