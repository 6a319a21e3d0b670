import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { runGriot } from './run-griot.ts'

const folder = mkdtempSync(join(tmpdir(), 'griot-outputs-'))
after(() => rmSync(folder, { recursive: true }))
const path = (name: string) => join(folder, name)
writeFileSync(path('one.txt'), 'Soldiers killed three civilians in Gao on Monday, the governor said.')
writeFileSync(
  path('two.jsonl'),
  '{"text":"The president met the envoy in Bamako.","title":"A <visit>"}\n{"text":"Floods displaced 2,000 people in Mopti."}\n',
)

const griot = (...args: string[]) => runGriot(args)

const read = (...args: string[]) => griot('read', ...args, '--published', '2024-03-06', '--jobs', '1')

test('--csv writes five tables, rows of all reports below one head', async () => {
  const { code, out, err } = await read(path('one.txt'), path('two.jsonl'), '--csv', path('tables'))
  assert.deepEqual({ code, out, err }, { code: 0, out: '', err: '' })
  assert.deepEqual(readdirSync(path('tables')).sort(), ['entities.csv', 'events.csv', 'figures.csv', 'positions.csv', 'statements.csv'])
  const figures = readFileSync(path('tables/figures.csv'), 'utf8').trimEnd().split('\r\n')
  assert.match(figures[0] ?? '', /^\uFEFFid,measure,/)
  assert.match(figures[1] ?? '', /^f1,killed,/)
  assert.match(figures.at(-1) ?? '', /^f1,displaced,/)
})

test('--only prints one table', async () => {
  const { code, out } = await read(path('one.txt'), '--only', 'figures')
  assert.equal(code, 0)
  assert.equal(out.trimEnd().split('\r\n').length, 2)
  assert.equal((await read(path('one.txt'), '--csv', '--only', 'figures')).out, out)
})

test('--html writes one page, or into a folder a page of each report and a list', async () => {
  assert.equal((await read(path('one.txt'), '--html', path('one.html'))).code, 0)
  assert.match(readFileSync(path('one.html'), 'utf8'), /^<!doctype html>[\s\S]*id="f1"[\s\S]*The number as written/)
  assert.equal((await read(path('one.txt'), path('two.jsonl'), '--html', path('pages'))).code, 0)
  const pages = readdirSync(path('pages')).sort()
  assert.equal(pages.length, 4)
  assert.ok(pages.includes('0002-a-visit.html'))
  const index = readFileSync(path('pages/index.html'), 'utf8')
  assert.match(index, /<a href="0002-a-visit\.html">A &lt;visit&gt;<\/a>/)
  for (const [, name = ''] of index.matchAll(/href="([^"]+)"/g)) assert.ok(existsSync(path(join('pages', name))), name)
})

for (const [args, message] of [
  [['--csv'], /^griot: --csv writes five tables\. Name a folder for them/],
  [['--json', '--only', 'events'], /^griot: --json and --only ask for two things at once\./],
  [['--csv', path('one.txt')], /^griot: .*one\.txt is a file, and a folder was expected\./],
  [['--html', path('no/such/page.html')], /^griot: .*page\.html could not be written\./],
] as const)
  test(`griot read ${args.join(' ').replaceAll(folder, '')} ends with one sentence`, async () => {
    const { code, out, err } = await read(path('one.txt'), ...args)
    assert.match(err, message)
    assert.equal(err.split('\n').length, 2)
    assert.notEqual(code, 0)
    assert.equal(out, '')
  })

test('one page does not hold two reports', async () => {
  const { code, err } = await read(path('two.jsonl'), '--html', path('both.html'))
  assert.equal(code, 2)
  assert.match(err, /^griot: .*both\.html holds the page of one report, and there are more\. Name a folder: --html pages\/\.\n$/)
})

test('explain prints the rules and the words behind a field, and names the records that there are', async () => {
  const { code, out } = await griot('explain', path('one.txt'), 'f1', 'value', '--published', '2024-03-06')
  assert.equal(code, 0)
  assert.match(out, /^f1 · figure · 3 civilians killed/)
  assert.match(out, /value +3\n[\s\S]*└─ figures\/number\n +The number as written[\s\S]*“three” \(16–21\)/)
  const wrong = await griot('explain', path('one.txt'), 'f9')
  assert.equal(wrong.code, 2)
  assert.match(wrong.err, /^griot: The report has no record "f9"\. It has entities e1 to e\d+, .*figures f1/)
  const field = await griot('explain', path('one.txt'), 'f1', 'colour')
  assert.match(field.err, /^griot: f1 has no field "colour"\. It has measure, kind, unit,/)
})

test('explain --json gives the same as data, empty fields too', async () => {
  const { out } = await griot('explain', path('one.txt'), 'f1', '--json')
  const { id, list, fields } = JSON.parse(out)
  assert.deepEqual([id, list], ['f1', 'figures'])
  const value = fields.find((each: { field: string }) => each.field === 'value')
  assert.deepEqual(value.value, { low: 3, best: 3, high: 3, quantifier: 'exact' })
  assert.equal(value.why.rule, 'figures/number')
  assert.equal(fields.find((each: { field: string }) => each.field === 'origin').isFilled, false)
})

test('explain takes a line of JSON Lines, and asks which where there are several', async () => {
  assert.match((await griot('explain', `${path('two.jsonl')}:2`, 'f1')).out, /2,000 people displaced/)
  assert.match((await griot('explain', path('two.jsonl'), 'f1')).err, /holds more than one report\. Name one/)
})

test('schema and rules print themselves, as data too', async () => {
  assert.match((await griot('schema')).out, /## Event\n\nWho did what to whom, where and when\./)
  const schema = JSON.parse((await griot('schema', '--json-schema')).out)
  assert.deepEqual(Object.keys(schema.$defs.Figure.properties).slice(0, 3), ['id', 'measure', 'kind'])
  assert.match((await griot('rules')).out, /\n {2}events\/frame\n {4}\S/)
  const rules: { name: string; says: string }[] = JSON.parse((await griot('rules', '--json')).out)
  assert.ok(rules.length > 100 && rules.every(({ name, says }) => /^[a-z]+\/[a-z-]+$/.test(name) && /[.)]$/.test(says)))
})
