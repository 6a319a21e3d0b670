import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findContradictions, findRepeats, type Said } from './sides.ts'

const said = (id: string, speaker: string | null, act: string, content: string, day: string | null = '2024-03-05'): Said => ({
  ...{ id, report: id.split('/')[0] as string, speaker, act, content, day },
})

test('a denial stands beside what it denies, by whomever that is said', () => {
  const all = [
    said('a/s1', 'army', 'deny', 'that soldiers had burned houses in the village'),
    said('b/s1', 'witness', 'accuse', 'soldiers burned twelve houses in the village'),
    said('c/s1', 'army', 'assert', 'its soldiers burned houses that hid weapons in the village', '2024-03-09'),
    said('d/s1', 'mayor', 'assert', 'the harvest in the village was good'),
    said('e/s1', 'mayor', 'assert', 'soldiers burned houses in the village', '2024-06-09'),
    said('f/s1', 'mayor', 'deny', 'having resigned'),
  ]
  assert.deepEqual(findContradictions(all), [{ denial: 'a/s1', claims: ['b/s1', 'c/s1'], isOwn: true }])
  assert.equal(findContradictions(all.filter(({ id }) => id !== 'c/s1'))[0]?.isOwn, false)
})

test('a statement that several reports tell is one; within one report, by another speaker or of another number it is not', () => {
  const all = [
    said('b/s1', 'army', 'assert', '15 gunmen died near the border post', '2024-03-06'),
    said('a/s1', 'army', 'assert', '“15 gunmen died near the border post.”'),
    said('a/s2', 'army', 'assert', '15 gunmen died near the border post'),
    said('c/s1', 'rebels', 'assert', '15 gunmen died near the border post'),
    said('d/s1', null, 'assert', '15 gunmen died near the border post'),
    said('e/s1', 'police', 'assert', 'roads are open again today'),
    said('e/s2', 'police', 'assert', 'roads are open again today'),
  ]
  assert.deepEqual(findRepeats(all), [['a/s1', 'a/s2', 'b/s1']])
})

test('nothing said, nothing found', () => {
  assert.deepEqual([findContradictions([]), findRepeats([])], [[], []])
  assert.deepEqual(findContradictions([said('a/s1', 'x', 'deny', ''), said('b/s1', 'y', 'assert', '')]), [])
})
