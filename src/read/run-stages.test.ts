import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sourceReport } from '../formats/source.ts'
import { loadLanguage } from '../lang/index.ts'
import { prepareReport } from './prepare.ts'
import { checkOrder, runStages } from './run-stages.ts'
import { type Step, stages } from './stages.ts'

const step = (name: string, needs: Step['needs'], gives: Step['gives'], run: Step['run'] = () => ({})): Step => ({
  name,
  needs,
  gives,
  run,
})

test('the stages of a reading stand in an order that works', () => checkOrder(stages))

test('a stage that needs what only a later one gives names both', () => {
  const wrong = [step('events', ['words'], ['events']), step('words', ['report'], ['words'])]
  assert.throws(
    () => checkOrder(wrong),
    /"events" needs the layer "words", which no earlier stage gives: put "words", which gives it, before it/,
  )
})

test('a layer that a stage improves must be given by another one first', () => {
  assert.throws(
    () => checkOrder([step('names', ['names'], ['names'])]),
    /needs the layer "names", which no earlier stage gives: put a stage/,
  )
})

test('a stage sees what it needs alone, and what it gives can be frozen', async () => {
  const english = await loadLanguage('en')
  assert.ok(english)
  const seen: string[][] = []
  const first = step('first', ['report'], ['words'], layers => {
    seen.push(Object.keys(layers))
    return { words: [], sentences: [] }
  })
  const second = step('second', ['words'], ['names'], layers => {
    seen.push(Object.keys(layers))
    return { names: [] }
  })
  const layers = runStages([first, second], prepareReport(sourceReport({ text: 'A.' })), english, Object.freeze)
  assert.deepEqual(seen, [['report'], ['words']])
  assert.deepEqual(Object.keys(layers), ['report', 'words', 'names'])
  assert.ok(Object.isFrozen(layers.words))
})

test('no stage changes a layer that it was given', async () => {
  const english = await loadLanguage('en')
  assert.ok(english)
  const text =
    'KIDAL, 5 March — At least 12 soldiers were killed on Monday when rebels attacked an army base near Kidal, the defence minister said.\n\n' +
    '“We condemn the attack,” Sadio Camara said. He told the African Union that the army would not withdraw. Some 3,000 people fled.'
  const report = prepareReport(sourceReport({ text }))
  const layers = runStages(stages, report, english, freezeAll)
  assert.ok(Object.isFrozen(layers.words?.[0]))
  assert.deepEqual(layers, runStages(stages, report, english))
})

function freezeAll<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const inner of Object.values(value)) freezeAll(inner)
  return Object.freeze(value)
}
