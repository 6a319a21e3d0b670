import { gzipSync } from 'node:zlib'
import type { FormatName } from '../../src/formats/format-name.ts'
import { buildDocx, paragraph } from './docx.ts'
import { buildPdf, setLines } from './pdf.ts'
import { buildTar } from './tar.ts'
import { buildAnswer, buildWarcRecord } from './warc.ts'
import { buildZip } from './zip.ts'

/** One report in every format. */
export const REPORT = {
  title: 'Raid on Tembe',
  text: 'Armed men raided the village of Tembe on Sunday, and four people were killed, the mayor said.\n\nThe Red Cross sent a team on Monday, with tents for ninety families & food.',
}
const [first = '', second = ''] = REPORT.text.split('\n\n')
const body = `<p>${first}</p><p>${second.replace('&', '&amp;')}</p>`
const page = `<!doctype html><html><head><meta property="og:title" content="${REPORT.title}"><meta name="date" content="2024-05-06"></head><body><nav><a href="/">Home</a></nav>${body}</body></html>`
const message = `From: Tembe Desk <desk@tembe.example>\r\nSubject: ${REPORT.title}\r\nDate: Mon, 06 May 2024 10:00:00 +0200\r\nMessage-ID: <1@tembe.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${first}\r\n\r\n${second}\r\n`
const warc = buildWarcRecord('response', 'https://tembe.example/raid', buildAnswer(page))

/** The report as a file of each format. */
export const SAMPLES: Readonly<Record<FormatName, Buffer>> = {
  text: Buffer.from(`${first}\r\n\r\n${second}`),
  markdown: Buffer.from(
    `---\ntitle: ${REPORT.title}\npublished: 2024-05-06\n---\n\n**Armed men** ${first.slice(10)}\n\n${second.replace('&', '&amp;')}\n`,
  ),
  html: Buffer.from(page),
  fragment: Buffer.from(body),
  pdf: buildPdf(
    [
      [
        { x: 70, y: 750, text: REPORT.title, size: 20 },
        ...setLines(first, { x: 70, y: 700, letters: 60 }),
        ...setLines(second, { x: 70, y: 650, letters: 60 }),
      ],
    ],
    { info: '/CreationDate (D:20240506101500Z)' },
  ),
  docx: buildDocx(
    paragraph(REPORT.title, 'Title') + paragraph(first) + paragraph(second),
    '<dcterms:created xsi:type="dcterms:W3CDTF">2024-05-06T10:00:00Z</dcterms:created>',
  ),
  jsonl: Buffer.from(JSON.stringify({ ...REPORT, published: '2024-05-06' })),
  json: Buffer.from(JSON.stringify([{ ...REPORT, published: '2024-05-06' }], null, 2)),
  reliefweb: Buffer.from(
    JSON.stringify({
      count: 1,
      data: [
        {
          id: '77',
          fields: { title: REPORT.title, body, date: { original: '2024-05-06T00:00:00+00:00', created: '2024-05-08T00:00:00+00:00' } },
          href: 'https://api.reliefweb.int/v2/reports/77',
        },
      ],
    }),
  ),
  csv: Buffer.from(`Headline,Date,Body\r\n${REPORT.title},2024-05-06,"${REPORT.text}"\r\n`),
  feed: Buffer.from(
    `<?xml version="1.0"?><rss version="2.0"><channel><title>Tembe Desk</title><item><title>${REPORT.title}</title><pubDate>Mon, 06 May 2024 10:00:00 +0200</pubDate><description><![CDATA[${body}]]></description></item></channel></rss>`,
  ),
  mail: Buffer.from(message),
  mbox: Buffer.from(`From desk@tembe.example Mon May  6 10:00:00 2024\n${message.replaceAll('\r\n', '\n')}`),
  warc,
  zip: buildZip([{ name: 'reports/raid.html', content: page }]),
  tar: buildTar([{ name: 'reports/raid.html', content: page }]),
  gzip: gzipSync(warc),
}

/** How a file of each format is called. */
export const FILE_NAMES: Readonly<Record<FormatName, string>> = {
  text: 'raid.txt',
  markdown: 'raid.md',
  html: 'raid.html',
  fragment: 'raid.fragment',
  pdf: 'raid.pdf',
  docx: 'raid.docx',
  jsonl: 'raid.jsonl',
  json: 'raid.json',
  reliefweb: 'reliefweb.json',
  csv: 'raid.csv',
  feed: 'raid.rss',
  mail: 'raid.eml',
  mbox: 'raid.mbox',
  warc: 'raid.warc',
  zip: 'raid.zip',
  tar: 'raid.tar',
  gzip: 'raid.warc.gz',
}
