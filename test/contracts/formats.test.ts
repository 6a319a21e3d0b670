import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { FORMAT_NAMES, FORMATS, type FormatName, formatOfHead, formatOfName } from '../../src/formats/index.ts'
import { sourceOffset } from '../../src/formats/offset-map.ts'
import { GriotError } from '../../src/util/error.ts'

/** One report in every format, and how much of it the format can say. */
const REPORT = {
  title: 'Raid on Tembe',
  text: 'Armed men raided the village of Tembe on Sunday, and four people were killed, the mayor said.\n\nThe Red Cross sent a team on Monday, with tents for ninety families & food.',
}
const [first = '', second = ''] = REPORT.text.split('\n\n')
const SAMPLES: Record<FormatName, string> = {
  text: `${first}\r\n\r\n${second}`,
  markdown: `---\ntitle: ${REPORT.title}\npublished: 2024-05-06\n---\n\n**Armed men** ${first.slice(10)}\n\n${second.replace('&', '&amp;')}\n`,
  html: `<html><head><meta property="og:title" content="${REPORT.title}"><meta name="date" content="2024-05-06"></head><body><nav><a href="/">Home</a></nav><p>${first}</p><p>${second.replace('&', '&amp;')}</p></body></html>`,
  jsonl: JSON.stringify({ ...REPORT, published: '2024-05-06' }),
}
const MARKUP = [
  '<p>',
  '</p>',
  '<div class="share">',
  '<table><tr><td>',
  '<a href=x>',
  '&amp;',
  '&#0;',
  '<!--',
  '# ',
  '- ',
  '| a | b |\n|---|---|\n',
  '---\n',
  '```',
  '**',
  '[x](y)',
  '{"text":"',
  '"}',
  '\\u0000',
  '\r\n',
  '\r',
  '\n\n',
  '\t',
]
const anySource = fc
  .array(fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), fc.constantFrom(...MARKUP)), { maxLength: 40 })
  .map(parts => parts.join(''))

for (const name of FORMAT_NAMES) {
  const read = await FORMATS[name].load()

  test(`${name}: the same report gives the same text`, () => assert.equal(read(SAMPLES[name], 'sample').report.text, REPORT.text))

  test(`${name}: says title and date where the format has them`, () => {
    const { title, published } = read(SAMPLES[name], 'sample').report
    assert.deepEqual([title, published], name === 'text' ? [null, null] : [REPORT.title, '2024-05-06'])
  })

  test(`${name}: the map leads from a word of the text to the same word of the source`, () => {
    const { report, map } = read(SAMPLES[name], 'sample')
    const at = report.text.indexOf('ninety')
    if (name !== 'jsonl') assert.equal(SAMPLES[name].slice(sourceOffset(map, at)).slice(0, 6), 'ninety')
  })

  test(`${name}: any source gives a report or a sentence, twice the same, with a map that rises`, () => {
    fc.assert(
      fc.property(anySource, source => {
        const found = attempt(() => read(source, 'any'))
        assert.deepEqual(
          attempt(() => read(source, 'any')),
          found,
        )
        if (found instanceof GriotError) return assert.ok(name === 'jsonl' && found.message.startsWith('any'))
        const { report, map } = found
        for (const value of [report.title, report.url, report.published, ...report.authors, ...report.notes])
          assert.ok(value === null || typeof value === 'string')
        for (const [i, [text, from]] of map.entries()) {
          const [textBefore, fromBefore] = map[i - 1] ?? [0, 0]
          assert.ok(text >= textBefore && from >= fromBefore && text <= report.text.length && from <= source.length)
        }
      }),
      { numRuns: 300 },
    )
  })

  for (const extension of FORMATS[name].extensions)
    test(`${extension} is ${name}`, () => assert.equal(formatOfName(`a.b/C${extension.toUpperCase()}`), name))
}

test('a source whose name does not tell is known by its beginning', () => {
  assert.equal(formatOfName('README'), null)
  assert.deepEqual(
    ['\uFEFF\n<!DOCTYPE html><p>', '<html lang=en>', '{"text": "a"}\n', '{\n  "text": "a"\n}', '<5 dead', ''].map(formatOfHead),
    ['html', 'html', 'jsonl', 'text', 'text', 'text'],
  )
})

const PAGES = new URL('./pages/', import.meta.url)
for (const page of readdirSync(PAGES)) {
  const file = (name: string) => readFileSync(new URL(`${page}/${name}`, PAGES), 'utf8')
  test(`page ${page}`, async () => {
    const { report } = (await FORMATS.html.load())(file('page.html'))
    assert.equal(report.text, file('expected.txt').trimEnd())
    const { title, authors, published, publisher, url } = report
    assert.deepEqual({ title, authors, published, publisher, url }, JSON.parse(file('expected.json')))
    assert.deepEqual(report.notes, [])
  })
}

test('an article under ten thousand elements is found', async () => {
  const read = await FORMATS.html.load()
  const { report } = read(`${'<div>'.repeat(10_000)}<p>${first}</p><p>${second.replace('&', '&amp;')}</p>${'</div>'.repeat(10_000)}`)
  assert.equal(report.text, REPORT.text)
})

function attempt<T>(action: () => T): T | GriotError {
  try {
    return action()
  } catch (error) {
    if (error instanceof GriotError) return error
    throw error
  }
}
