import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bare, small } from '../../test/readings.ts'
import { terminalOutput } from './to-terminal.ts'

const screen = { width: 72, color: false, list: 'events', rules: new Map() } as const
const listing = (reading = small, more = {}) => terminalOutput({ ...screen, ...more }).format(reading)

test('a listing as people see it', () => {
  assert.equal(
    listing(),
    `Talks in Tembe
The Tembe Post · Ben Ido · 5 March 2024 · English ·
https://example.org/tembe
❝ 1 statement   ◆ 1 event   # 1 figure   ▲ 1 office
Note: The text holds characters without width, which may part words
unseen.

  ▲ p1   Ada Obi, mayor of Tembe                                    95 %
         │ The mayor of Tembe, Ada Obi, said on Monday that soldiers had
         │ killed at least 12 villagers.

  ❝ s1   Ada Obi said                                               90 %
         “soldiers had killed at least 12 villagers”
         4 March 2024

  # f1   at least 12 villagers killed                               95 %
         │ The mayor of Tembe, Ada Obi, said on Monday that soldiers had
         │ killed at least 12 villagers.
         in Tembe · according to Ada Obi

  ◆ v1   soldiers: attack with heavy weapons                        85 %
         │ They attacked “the market” with mortars on 3 March.
         “the market” · 3 March 2024 · in Tembe

  Who and where
    e1   Tembe · place · MOZ · -12.5, 39.25
    e2   Ada Obi · person · GOV
    e3   soldiers · population · MIL
`,
  )
})

test('colours are only for those who want them', () => {
  assert.doesNotMatch(listing(), /\u001B/)
  assert.match(listing(small, { color: true }), /\u001B\[4mattacked\u001B\[0m/)
})

test('with colours the same words stand on the same lines', () => {
  assert.equal(listing(small, { color: true }).replace(/\u001B\[\d+m/g, ''), listing())
})

test('a report in which nothing was found says so', () => {
  assert.match(listing(bare), /\nNothing was found to tell\.\n/)
})

test('a line parts the listings of two reports', () => {
  const output = terminalOutput(screen)
  assert.doesNotMatch(output.format(small), /─{10}/)
  assert.match(output.format(small), /^\n─{72}\n/)
})
