import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { FORMAT_NAMES, FORMATS, type FormatName, formatOf, formatOfName, guessFormat } from '../../src/formats/index.ts'
import { sourceOffset } from '../../src/formats/offset-map.ts'
import { GriotError } from '../../src/util/error.ts'
import { failuresOf, readFileOf, reportsOf } from '../builders/read-file.ts'
import { FILE_NAMES, REPORT, SAMPLES } from '../builders/samples.ts'

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

/** Formats whose files say neither title nor date. */
const BARE: readonly FormatName[] = ['text', 'fragment']
/** Formats that only the user can name. */
const from = (name: FormatName) => (name === 'fragment' ? { from: name } : {})

for (const name of FORMAT_NAMES) {
  const file = FILE_NAMES[name]

  test(`${name}: the same report gives the same text`, async () => {
    const [report] = await reportsOf(SAMPLES[name], file, from(name))
    assert.equal(report?.text, REPORT.text)
  })

  test(`${name}: says title and date where the format has them`, async () => {
    const [report] = await reportsOf(SAMPLES[name], file, from(name))
    if (BARE.includes(name)) assert.deepEqual([report?.title, report?.published], [null, null])
    else {
      assert.equal(report?.title, REPORT.title)
      assert.match(report?.published ?? '', /^2024-05-06|06 May 2024/)
    }
  })

  test(`${name}: an empty file is said to be empty`, async () => {
    assert.deepEqual((await failuresOf(Buffer.alloc(0), file)).length, 1)
    assert.match((await failuresOf(Buffer.alloc(0), file))[0] ?? '', /is empty/)
  })

  test(`${name}: a file that was cut off gives reports and sentences, twice the same`, async () => {
    for (let tenth = 1; tenth < 10; tenth++) {
      const bytes = SAMPLES[name].subarray(0, Math.floor((SAMPLES[name].length * tenth) / 10))
      const got = await readFileOf(bytes, file, from(name))
      assert.ok(got.length > 0, `nothing at ${tenth} tenths`)
      assert.deepEqual(await shortOf(bytes, file), await shortOf(bytes, file))
    }
  })

  test(`${name}: a file with wrong bytes gives reports and sentences`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async changes => {
          const bytes = Buffer.from(SAMPLES[name])
          for (const [share, byte] of changes) bytes[Math.floor(share * bytes.length)] = byte
          await readFileOf(bytes, file, from(name))
        },
      ),
      { numRuns: 40 },
    )
  })

  test(`${name}: under a name that lies, the report is the same or the lie is said`, async () => {
    for (const extension of ['.txt', '.html', '.pdf', '.zip', '.gz', '.csv', '.eml', '']) {
      const got = await readFileOf(SAMPLES[name], `lie${extension}`)
      assert.ok(got.length > 0)
      const isSame = got.some(each => 'report' in each && each.report.text === REPORT.text)
      const isPlain =
        name === 'text' || name === 'markdown' || name === 'fragment' || name === 'csv' || name.startsWith('json') || name === 'reliefweb'
      assert.ok(isSame || isPlain, `${name} as ${extension}`)
    }
  })

  for (const extension of FORMATS[name].extensions)
    test(`${extension} is ${name}`, () => assert.equal(formatOfName(`a.b/C${extension.toUpperCase()}`), name))
}

async function shortOf(bytes: Uint8Array, file: string) {
  return (await readFileOf(bytes, file)).map(got => ('error' in got ? got.error.code : got.report))
}

for (const name of FORMAT_NAMES) {
  const format = formatOf(name)
  if (format.holds !== 'text') continue
  const read = await format.load()
  const sample = SAMPLES[name].toString()

  test(`${name}: the map leads from a word of the text to the same word of the source`, () => {
    const { report, map } = read(sample, 'sample')
    const at = report.text.indexOf('ninety')
    if (name !== 'jsonl') assert.equal(sample.slice(sourceOffset(map, at)).slice(0, 6), 'ninety')
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
}

test('a source whose name does not tell is known by its beginning', () => {
  const formats = [
    '\uFEFF\n<!DOCTYPE html><p>',
    '<html lang=en>',
    '{"text": "a"}\n{"text": "b"}\n',
    '{\n  "text": "a"\n}',
    '[{"text": "a"}]',
    '<5 dead',
    '',
  ].map(head => guessFormat(Buffer.from(head), 'README').format)
  assert.deepEqual(formats, ['html', 'html', 'jsonl', 'json', 'json', 'text', 'text'])
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
  const { report } = read(`${'<div>'.repeat(10_000)}${SAMPLES.fragment}${'</div>'.repeat(10_000)}`)
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

test('the page of formats names every one, with its endings', () => {
  const rows = readFileSync(new URL('../../docs/formats.md', import.meta.url), 'utf8').split('\n')
  for (const name of FORMAT_NAMES) {
    const row = rows.find(line => line.startsWith(`| \`${name}\` |`)) ?? ''
    for (const extension of FORMATS[name].extensions) assert.ok(row.includes(extension), `${name} ${extension}`)
    assert.notEqual(row, '', name)
  }
})
