import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { deflateSync, gzipSync } from 'node:zlib'
import { buildDocx, paragraph } from '../builders/docx.ts'
import { buildPdf } from '../builders/pdf.ts'
import { failuresOf, readFileOf, reportsOf } from '../builders/read-file.ts'
import { SAMPLES } from '../builders/samples.ts'
import { buildTar } from '../builders/tar.ts'
import { buildAnswer, buildWarcRecord } from '../builders/warc.ts'
import { buildZip } from '../builders/zip.ts'

/** Files made to do harm, or damaged, or of another kind: each gives a sentence, and what stands beside it in the same file is read. */
const GOOD = { name: 'good.txt', content: 'Armed men raided the village of Tembe on Sunday.' }
const NOISE = createHash('shake256', { outputLength: 200_000 }).update('noise').digest('hex')
const ZEROS = Buffer.alloc(40 << 20)
const gzips = (bytes: Uint8Array, times: number): Buffer =>
  Array.from({ length: times }).reduce<Buffer>(inner => gzipSync(inner), Buffer.from(bytes))
const zips = (times: number): Buffer =>
  Array.from({ length: times }).reduce<Buffer>((inner, _, i) => buildZip([{ name: `${i}.zip`, content: inner }]), buildZip([GOOD]))
const mail = (headers: string, body: string) =>
  Buffer.from(`From: a@b.example\r\nMIME-Version: 1.0\r\nSubject: x\r\n${headers}\r\n\r\n${body}`)
const multipart = (depth: number): string =>
  depth === 0
    ? 'Content-Type: text/plain\r\n\r\nx'
    : `Content-Type: multipart/mixed; boundary="b${depth}"\r\n\r\n--b${depth}\r\n${multipart(depth - 1)}\r\n--b${depth}--\r\n`
const rss = (inner: string, head = '') => Buffer.from(`<?xml version="1.0"?>${head}<rss><channel><title>T</title>${inner}</channel></rss>`)
const ITEM = `<item><title>Raid</title><description>${GOOD.content}</description></item>`

const cases: readonly (readonly [what: string, file: string, bytes: () => Buffer, says: RegExp, goodReports: number])[] = [
  [
    'a zip bomb beside a report',
    'a.zip',
    () => buildZip([{ name: 'zeros.txt', content: ZEROS }, GOOD]),
    /a\.zip\/zeros\.txt unpacks to more than 200 times/,
    1,
  ],
  ['a gzip bomb', 'a.txt.gz', () => gzipSync(ZEROS), /a\.txt\.gz unpacks to more than 200 times/, 0],
  ['gzip in gzip in gzip …', 'a.gz', () => gzips(Buffer.from(GOOD.content), 12), /more than 6 deep/, 0],
  ['archives inside archives', 'a.zip', () => zips(9), /is a container in a container, more than 6 deep/, 0],
  ['a wrong checksum', 'a.zip', () => buildZip([{ ...GOOD, name: 'bad.txt', crc: 1 }, GOOD]), /a\.zip\/bad\.txt is damaged/, 1],
  ['a wrong size', 'a.zip', () => buildZip([{ ...GOOD, name: 'bad.txt', size: 3 }, GOOD]), /a\.zip\/bad\.txt is damaged/, 1],
  [
    'an encrypted file in an archive',
    'a.zip',
    () => buildZip([{ ...GOOD, name: 'bad.txt', flags: 0x801 }, GOOD]),
    /a\.zip\/bad\.txt is encrypted/,
    1,
  ],
  ['a cut archive', 'a.zip', () => buildZip([GOOD]).subarray(0, 60), /a\.zip is cut off or damaged/, 0],
  ['an empty archive', 'a.zip', () => buildZip([]), /a\.zip holds no report/, 0],
  ['an empty file beside a report', 'a.zip', () => buildZip([{ name: 'bad.html', content: '' }, GOOD]), /a\.zip\/bad\.html is empty/, 1],
  [
    'a spreadsheet beside a report',
    'a.zip',
    () => buildZip([{ name: 'bad.xlsx', content: buildZip([{ name: 'xl/workbook.xml', content: 'x' }]) }, GOOD]),
    /bad\.xlsx is a spreadsheet/,
    1,
  ],
  [
    'a damaged header in a TAR archive',
    'a.tar',
    () => Buffer.concat([buildTar([GOOD]).subarray(0, 1024), Buffer.alloc(512, 65)]),
    /a\.tar is damaged at byte 1024/,
    1,
  ],
  ['a cut TAR archive', 'a.tar', () => buildTar([GOOD, { name: 'long.txt', content: 'x'.repeat(5000) }]).subarray(0, 3000), /cut off/, 1],
  ['a cut TAR.GZ', 'a.tar.gz', () => gzipSync(buildTar([GOOD, { name: 'b.txt', content: NOISE }])).subarray(0, 50_000), /cut off/, 1],
  ['a hundred thousand columns', 'a.csv', () => Buffer.from(`${'text,'.repeat(100_000)}x\n1,2,3\n`), /has 100001 columns/, 0],
  ['a table without a text', 'a.csv', () => Buffer.from('killed,where\n3,Gao\n'), /no column that is plainly the text/, 0],
  [
    'a quotation mark that is never closed',
    'a.csv',
    () => Buffer.from(`text\n${GOOD.content}\n"never closed\n`),
    /never closed, after row 2/,
    1,
  ],
  ['a cut list', 'a.json', () => Buffer.from(`[{"text":"${GOOD.content}"},{"text":"x`), /a\.json is cut off after record 1/, 1],
  ['brackets without end', 'a.json', () => Buffer.from('['.repeat(1_000_000)), /a\.json is cut off/, 0],
  ['a record that is no JSON', 'a.json', () => Buffer.from(`[{"text":"${GOOD.content}"},{"text":nothing}]`), /a\.json:2 is not JSON/, 1],
  [
    'entities that grow',
    'a.rss',
    () => rss(`<item><description>&a;&a;</description></item>`, `<!DOCTYPE rss [<!ENTITY a "${'b'.repeat(1000)}">]>`),
    /^$/,
    1,
  ],
  ['a feed a hundred thousand deep', 'a.rss', () => rss(`${ITEM}${'<x>'.repeat(100_000)}`), /over 256 deep/, 1],
  ['a feed that was cut', 'a.rss', () => rss(ITEM + ITEM).subarray(0, -60), /a\.rss is cut off/, 1],
  ['XML that is no feed', 'a.xml', () => Buffer.from('<?xml version="1.0"?><note>hello</note>'), /is XML, but no RSS or Atom feed/, 0],
  ['parts inside parts', 'a.eml', () => mail(multipart(60), ''), /cannot be read as a message/, 0],
  ['headers without end', 'a.eml', () => mail(`X-Long: ${'a '.repeat(1_500_000)}`, 'x'), /cannot be read as a message/, 0],
  ['a message without text', 'a.eml', () => mail('Content-Type: image/png', 'x'), /is a message without text/, 0],
  [
    'a record of a wrong length',
    'a.warc',
    () => Buffer.concat([Buffer.from('WARC/1.0\r\nWARC-Type: response\r\nContent-Length: x\r\n\r\nrubbish\r\n'), SAMPLES.warc]),
    /a\.warc is damaged after record 1/,
    1,
  ],
  ['a cut record', 'a.warc', () => Buffer.concat([SAMPLES.warc, SAMPLES.warc]).subarray(0, -100), /a\.warc:2 is cut off/, 1],
  [
    'a picture on the web',
    'a.warc',
    () => Buffer.concat([buildWarcRecord('response', 'http://x.example/', buildAnswer('PNG', 'image/png')), SAMPLES.warc]),
    /^$/,
    1,
  ],
  ['a scan', 'a.pdf', () => buildPdf([[], []]), /a\.pdf has no text layer: its 2 pages are pictures/, 0],
  ['an encrypted PDF', 'a.pdf', () => buildPdf([[]], { trailer: ENCRYPTED }), /a\.pdf is encrypted/, 0],
  ['a PDF bomb', 'a.pdf', () => buildPdf([[]], { stream: deflateSync(ZEROS) }), /a\.pdf unpacks to more than 200 times/, 0],
  ['a PDF cut in half', 'a.pdf', () => Buffer.from('%PDF-1.7\n1 0 obj'), /a\.pdf is damaged or cut off/, 0],
  [
    'a Word document of another kind',
    'a.docx',
    () => buildZip([{ name: 'word/other.xml', content: 'x' }]),
    /a\.docx is no Word document/,
    0,
  ],
  [
    'a Word document a hundred thousand deep',
    'a.docx',
    () => buildDocx('<w:tbl><w:tr><w:tc>'.repeat(50_000) + paragraph('x')),
    /over 500 deep/,
    0,
  ],
  ['a Word bomb', 'a.docx', () => buildDocx(paragraph('a'.repeat(40 << 20))), /unpacks to more than 200 times/, 0],
]

/** The standard handler with keys that no empty password opens. */
const ENCRYPTED = `/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`

for (const [what, file, bytes, says, goodReports] of cases)
  test(`${what}: a sentence, and ${goodReports} ${goodReports === 1 ? 'report' : 'reports'}`, async () => {
    const got = await readFileOf(bytes(), file)
    const failures = got.flatMap(each => ('error' in each ? [each.error.message] : []))
    assert.equal(got.length - failures.length, goodReports, failures.join('\n'))
    if (says.source === '^$') assert.deepEqual(failures, [])
    else
      assert.ok(
        failures.some(message => says.test(message)),
        failures.join('\n') || 'nothing failed',
      )
  })

test('names that lead out of an archive are cleaned', async () => {
  const names = ['../../etc/passwd.txt', '/abs/a.txt', 'C:\\Users\\b.txt', 'x/../../c.txt', 'bad\u0000\u001bname.txt']
  const reports = await reportsOf(buildZip(names.map(name => ({ name, content: GOOD.content }))), 'a.zip')
  assert.deepEqual(
    reports.map(report => report.sourceId),
    ['a.zip/etc/passwd.txt', 'a.zip/abs/a.txt', 'a.zip/Users/b.txt', 'a.zip/x/c.txt', 'a.zip/badname.txt'],
  )
})

test('what systems put into archives for themselves is no report, and pictures are left out', async () => {
  const left: string[] = []
  const bytes = buildZip([
    { name: '__MACOSX/._a.txt', content: 'x' },
    { name: '.DS_Store', content: 'x' },
    { name: 'a.png', content: 'x' },
    GOOD,
  ])
  assert.equal((await reportsOf(bytes, 'a.zip', { onLeftOut: name => left.push(name) })).length, 1)
  assert.equal(left.length, 1)
})

test('a million short lines of quotes, dashes or brackets cost time in step with their number', async () => {
  for (const line of ['> ', '-- \n', '[[', '"",', '<p>', '&amp;', 'From a@b.c \n', '%PDF-1.7\n'])
    for (const file of ['a.eml', 'a.mbox', 'a.json', 'a.csv', 'a.rss', 'a.pdf', 'a.html'])
      await failuresOf(Buffer.from(line.repeat(20_000)), file)
})
