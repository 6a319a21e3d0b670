import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { GriotError } from '../util/error.ts'
import { loadFrames } from './event-frames.ts'

const HEAD = 'word\tpos\twhen\ttype\troles\tcontent\tstatus\ttrust'
const CLASSES = new Map([['weapon', ['rifle', 'bomb']]])

/** A list of frames with these rows, cells apart by "; ". */
function listOf(...rows: string[]): URL {
  const file = join(mkdtempSync(join(tmpdir(), 'frames-')), 'frames.tsv')
  const padded = rows.map(r => [...r.split('; '), ...Array(8).fill('')].slice(0, 8).join('\t'))
  writeFileSync(file, [HEAD, ...padded].join('\n'))
  return pathToFileURL(file)
}

test('the frames of a word stand by number of conditions, senses that are no event first', () => {
  const frames = loadFrames([listOf('hit; v; ; ASSAULT', 'hit; v; obj=note; -', 'hit; v; subj=@weapon; ASSAULT:explosives')], CLASSES)
  assert.deepEqual(
    frames.get('hit')?.map(f => [f.when.length, f.type, f.mode]),
    [
      [1, null, null],
      [1, 'ASSAULT', 'explosives'],
      [0, 'ASSAULT', null],
    ],
  )
})

test('conditions name slots, words, classes and kinds; roles name slots else and together', () => {
  const [frame] =
    loadFrames([listOf('meet; v; subj/by=@actor|@weapon !obj; CONSULT; A=subj+with|by R=; ; ; .6')], CLASSES).get('meet') ?? []
  assert.deepEqual(frame?.when[0]?.slots, ['subj', 'by'])
  assert.deepEqual([...(frame?.when[0]?.lemmas ?? [])], ['rifle', 'bomb'])
  assert.deepEqual(frame?.when[0]?.kinds, ['actor'])
  assert.equal(frame?.when[1]?.not, true)
  assert.deepEqual(frame?.actors, [['subj', 'with'], ['by']])
  assert.equal(frame?.trust, 0.6)
})

for (const [row, says] of [
  ['hit; x; ; ASSAULT', /"x" is no part of speech/],
  ['hit; v; ; SMITE', /"SMITE" is no event type/],
  ['hit; v; ; ASSAULT:visit', /"visit" is no mode of ASSAULT/],
  ['hit; v; obj=@fruit; ASSAULT', /class "@fruit" is not known/],
  ['hit; v; ; ASSAULT; X=subj', /"X=subj" is no role/],
] as const)
  test(`a bad row names its line: ${row}`, () => {
    assert.throws(
      () => loadFrames([listOf(row)], CLASSES),
      (e: unknown) => e instanceof GriotError && says.test(e.message) && /:2: /.test(e.message),
    )
  })
