import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { readFileOf, reportsOf } from '../../test/builders/read-file.ts'
import { buildAnswer, buildWarcRecord } from '../../test/builders/warc.ts'

const BODY = 'Gunmen killed four people in Tembe on Monday, the mayor said.'
const PAGE = `<html><head><title>Raid</title></head><body><p>${BODY}</p></body></html>`
const URL = 'https://x.example/raid'
const answer = (body: Uint8Array | string, more = '', type = 'text/html; charset=utf-8') =>
  buildWarcRecord('response', URL, buildAnswer(body, type, more))
const textOf = async (...records: Buffer[]) => (await reportsOf(Buffer.concat(records), 'a.warc')).map(report => report.text)

test('an answer is a page with its address and the id of its record', async () => {
  const [report] = await reportsOf(answer(PAGE), 'a.warc')
  assert.deepEqual([report?.text, report?.url, report?.sourceId], [BODY, URL, 'urn:uuid:7c0f7a0e-0000-4000-8000-000000000001'])
})

for (const [what, record] of [
  [
    'chunks',
    answer(
      `${PAGE.slice(0, 20).length.toString(16)}\r\n${PAGE.slice(0, 20)}\r\n${(PAGE.length - 20).toString(16)}\r\n${PAGE.slice(20)}\r\n0\r\n\r\n`,
      'Transfer-Encoding: chunked\r\n',
    ),
  ],
  ['gzip', answer(gzipSync(PAGE), 'Content-Encoding: gzip\r\n')],
  ['brotli', answer(brotliCompressSync(PAGE), 'Content-Encoding: br\r\n')],
  ['a header of packing that is no longer true', answer(PAGE, 'Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n')],
] as const)
  test(`a body in ${what}`, async () => assert.deepEqual(await textOf(record), [BODY]))

test('an encoding that only the server told', async () => {
  const words = 'S\xe9var\xe9 was raided on Monday.'
  assert.deepEqual(await textOf(answer(Buffer.from(`<p>${words}</p>`, 'latin1'), '', 'text/html; charset=iso-8859-15')), [words])
})

test('requests, redirects, pictures and facts about the archive are passed over; texts and conversions are read', async () => {
  const records = [
    buildWarcRecord('warcinfo', URL, 'software: x', 'application/warc-fields'),
    buildWarcRecord('request', URL, 'GET / HTTP/1.1\r\n\r\n', 'application/http; msgtype=request'),
    buildWarcRecord('response', URL, 'HTTP/1.1 301 Moved\r\nContent-Type: text/html\r\n\r\n<p>Moved</p>'),
    answer('x', '', 'image/png'),
    buildWarcRecord('conversion', URL, BODY, 'text/plain'),
    buildWarcRecord('resource', URL, PAGE, 'text/html'),
  ]
  assert.deepEqual(await textOf(...records), [BODY, BODY])
})

test('records that are compressed one by one are numbered', async () => {
  const got = await readFileOf(Buffer.concat([gzipSync(answer(PAGE)), gzipSync(answer(PAGE))]), 'a.warc.gz')
  assert.deepEqual(
    got.map(each => each.name),
    ['a.warc.gz:1', 'a.warc.gz:2'],
  )
})
