import assert from 'node:assert/strict'
import { test } from 'node:test'
import { foldName } from './fold.ts'

test('names are compared without case, marks and points', () => {
  for (const [name, folded] of [
    ['Traoré', 'traore'],
    ["Jama'at Nusrat al-Islam", 'jamaat nusrat al islam'],
    ['U.S.', 'us'],
    ['Łódź', 'lodz'],
    ['Côte d’Ivoire', 'cote divoire'],
    ['  Burkina   Faso ', 'burkina faso'],
    ['', ''],
  ] as const)
    assert.equal(foldName(name), folded)
})
