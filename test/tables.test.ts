import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadReader } from '../src/read/index.ts'

const reader = await loadReader()

/** Place, measure, unit and number of every figure. */
async function figuresOf(...lines: string[]): Promise<string[]> {
  const { entities, figures } = await reader.read({ text: lines.join('\n'), published: '2025-10-07', language: 'en' })
  const nameOf = (id: string | null) => entities.find(entity => entity.id === id)?.name ?? '–'
  return figures.map(({ place, measure, unit, value, asOf }) =>
    [nameOf(place), measure, unit, value?.best, asOf?.start].filter(part => part !== undefined).join(' '),
  )
}

test('the head of a column says what its numbers count, the row says where, the line above says for when', async () => {
  const figures = await figuresOf(
    'People affected in Kenya, as of 6 October',
    '',
    'County\tCapital\tDead\tPeople displaced\tFamilies\tHouses destroyed\tRemarks',
    'Nairobi County\tNairobi\t9\t11,300\t2,100\t640\troad to Mombasa closed',
    'Total\t\t9\t11,300\t2,100\t640\t3',
  )
  const counts = ['killed person 9', 'displaced person 11300', 'displaced household 2100', 'destroyed building 640']
  assert.deepEqual(
    figures.map(figure => figure.replace(/^.*? (?=killed|displaced|destroyed)/, '')),
    [...counts, ...counts].map(count => `${count} 2025-10-06`),
  )
  assert.match(String(figures[0]), /^Nairobi/)
  assert.match(String(figures[4]), /^–/)
})

test('numbers under heads that count nobody are no figures', async () => {
  assert.deepEqual(await figuresOf('District\tPrice of maize\tRain in mm', 'Turkana\t140\t12'), [])
})

test('a name does not run on into the next cell', async () => {
  const { entities } = await reader.read({ text: 'Bor South\tJonglei\tdry', language: 'en' })
  assert.ok(entities.every(({ name }) => !name.includes('\t')))
})
