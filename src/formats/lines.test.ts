import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { GriotError } from '../util/error.ts'
import { splitLines } from './lines.ts'

async function collect(...chunks: (string | Buffer)[]): Promise<[number, string, number][]> {
  const out: [number, string, number][] = []
  for await (const { number, bytes, size } of splitLines(
    chunks.map(chunk => Buffer.from(chunk as string)),
    'a.jsonl',
  ))
    out.push([number, Buffer.from(bytes).toString(), size])
  return out
}

test('lines keep their number, blank ones are passed over, the last may lack its end', async () => {
  assert.deepEqual(
    (await collect('{"a":1}\n\n \r\n{"b":', '2}\n{"c":3}')).map(([number, text]) => [number, text]),
    [
      [1, '{"a":1}'],
      [4, '{"b":2}'],
      [5, '{"c":3}'],
    ],
  )
})

test('wherever the stream is cut, the lines and the bytes that they stand for are the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('é', 'x', '\n', ' ', '"'), { minLength: 1, maxLength: 60 }),
      fc.array(fc.nat(60), { maxLength: 5 }),
      async (letters, cuts) => {
        const bytes = Buffer.from(letters.join(''))
        const places = [0, ...cuts.filter(cut => cut < bytes.length).sort((a, b) => a - b), bytes.length]
        const pieces = places.slice(1).map((end, i) => bytes.subarray(places[i], end))
        assert.deepEqual(await collect(...pieces), await collect(bytes))
      },
    ),
  )
})

test('UTF-16 becomes UTF-8 on the way', async () => {
  const bytes = Buffer.from('\uFEFF{"text":"Sévaré"}\n{"text":"b"}\n', 'utf16le')
  const lines = await collect(bytes.subarray(0, 21), bytes.subarray(21))
  assert.deepEqual(
    lines.map(([, text]) => JSON.parse(text).text),
    ['Sévaré', 'b'],
  )
})

test('an empty stream and one that is no text fail with a sentence', async () => {
  await assert.rejects(collect(), (error: GriotError) => error.code === 'file-empty' && error.message === 'a.jsonl is empty')
  await assert.rejects(collect('PK\u0003\u0004'), (error: GriotError) => error instanceof GriotError && error.code === 'file-binary')
})
