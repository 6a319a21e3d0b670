import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { loadCountries, loadCountryRows } from './countries.ts'
import { loadDemonyms } from './demonyms.ts'

const countryRows = loadCountryRows()
const countries = loadCountries(countryRows)
const demonyms = loadDemonyms(countryRows)
const rows = readFileSync(new URL('./countries.cases.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)

for (const row of rows) {
  const [ask = '', word = '', expected = '', form = ''] = row.split('\t')
  test(`countries: ${ask} ${word}`, () => {
    if (ask === 'region') assert.equal(demonyms.region(word) ?? '—', expected)
    else {
      const found = ask === 'demonym' ? demonyms.of(word) : countries.of(word)
      assert.equal(found?.iso3 ?? '—', expected)
      if (form) assert.equal(demonyms.of(word)?.form, form)
    }
  })
}

test('an ambiguous word tells its other countries', () => {
  assert.deepEqual(demonyms.of('Congolese')?.others, ['COG'])
})

test('codes lead to names and back', () => {
  assert.equal(countries.nameOf('BFA'), 'Burkina Faso')
  assert.equal(countries.fromIso2('BF'), 'BFA')
  assert.equal(countries.wikidataOf('MLI'), 'Q912')
  assert.equal(countries.nameOf('ZZZ'), null)
})
