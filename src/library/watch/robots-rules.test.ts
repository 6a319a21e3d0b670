import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadTable } from '../../resource/table.ts'
import { isAllowedBy, parseRobots } from './robots-rules.ts'

for (const end of ['\n', '\r\n', '\r'])
  for (const { robots, path, allowed, delay, line } of loadTable(new URL('./robots.cases.tsv', import.meta.url), [
    'robots',
    'path',
    'allowed',
    'delay',
  ])) {
    if (end !== '\n' && line % 3 !== 0) continue
    test(`“${robots}” (${JSON.stringify(end)}): ${path}`, () => {
      const rules = parseRobots(Buffer.from(`\ufeff${robots.replaceAll(' | ', end)}${end}`))
      assert.equal(isAllowedBy(rules, new URL(path, 'https://example.org')), allowed === 'yes')
      assert.equal(rules.delay, delay === '' ? null : Number(delay))
    })
  }

test('half a megabyte is read, and whatever stands in it', () => {
  const long = `User-agent: *\n${'Disallow: /a\n'.repeat(60_000)}Disallow: /b\n`
  assert.equal(isAllowedBy(parseRobots(Buffer.from(long)), new URL('https://example.org/b')), true)
  const stars = `User-agent: *\nDisallow: /${'*a'.repeat(100_000)}b$\n`
  assert.equal(isAllowedBy(parseRobots(Buffer.from(stars)), new URL(`https://example.org/${'a'.repeat(50_000)}`)), true)
  assert.deepEqual(parseRobots(Buffer.from([0xff, 0x00, 0x3a, 0xd8])), { rules: [], delay: null })
})
