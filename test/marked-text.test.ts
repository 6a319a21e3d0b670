import assert from 'node:assert/strict'
import { test } from 'node:test'
import { markedText } from './marked-text.ts'

test('marked text becomes words, mentions and entities', () => {
  const { words, mentions, entities } = markedText('The <e1:person:d>Malian minister <e1:person:n>Ba</></> left <e2:place:n>Gao</>.')
  assert.deepEqual(
    words.map(w => w.form),
    ['The', 'Malian', 'minister', 'Ba', 'left', 'Gao', '.'],
  )
  assert.deepEqual(
    mentions.map(m => [m.entity, m.as, m.first, m.end]),
    [
      ['e1', 'description', 1, 4],
      ['e1', 'name', 3, 4],
      ['e2', 'name', 5, 6],
    ],
  )
  assert.deepEqual(
    entities.map(e => [e.id, e.name, e.kind]),
    [
      ['e1', 'Ba', 'person'],
      ['e2', 'Gao', 'place'],
    ],
  )
})
