import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { formatModel, modelsIn, parseModel, writeModel } from './model.ts'

const arrays = { small: Int8Array.of(-1, 2, 3), words: 'Mali\nété', weights: Float32Array.of(0.5, -2) }

test('a model comes back as it was written, from any place in memory', () => {
  const bytes = formatModel({ rounds: 3 }, arrays)
  for (const shift of [0, 1, 5]) {
    const moved = new Uint8Array(bytes.length + shift)
    moved.set(bytes, shift)
    const model = parseModel(moved.subarray(shift), 'x')
    assert.equal(model.head.rounds, 3)
    assert.deepEqual([...model.numbers('small', 'i8')], [-1, 2, 3])
    assert.deepEqual([...model.numbers('weights', 'f32')], [0.5, -2])
    assert.equal(model.text('words'), 'Mali\nété')
  }
})

test('a wrong name, type or file is refused', () => {
  const model = parseModel(formatModel({}, arrays), 'x')
  assert.throws(() => model.numbers('small', 'i16'), /no array small of type i16/)
  assert.throws(() => parseModel(Buffer.from('something else'), 'x'), { code: 'bad-model' })
})

test('a file that does not fit its card is refused', () => {
  const folder = pathToFileURL(`${mkdtempSync(join(tmpdir(), 'griot-'))}/`)
  writeModel(folder, {}, arrays, { name: 'x', what: 'a test', sources: [], licence: 'none', command: 'none', scores: {} })
  assert.equal(modelsIn(folder)('x').text('words'), 'Mali\nété')
  writeFileSync(new URL('x.bin', folder), formatModel({}, { ...arrays, words: 'Niger' }))
  assert.throws(() => modelsIn(folder)('x'), { code: 'bad-model' })
  assert.throws(() => modelsIn(folder)('y'), { code: 'model-missing' })
})
