import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readFileOf, reportsOf } from '../../test/builders/read-file.ts'

const BODY = 'Gunmen killed four people in Tembe on Monday, the mayor said.'
const rss = (item: string, channel = '<title>Tembe &amp; Gao Desk</title><language>en</language>') =>
  Buffer.from(`<?xml version="1.0"?>\n<!-- made by hand -->\n<rss version="2.0"><channel>${channel}<item>${item}</item></channel></rss>`)
const atom = (entry: string) =>
  Buffer.from(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Desk</title><entry>${entry}</entry></feed>`)
const read = async (bytes: Buffer, name = 'a.rss') => (await reportsOf(bytes, name))[0]

test('RSS: title, link, id, date, author, publisher and language are kept, the longer text is read', async () => {
  const report = await read(
    rss(
      `<title>Raid &amp;amp; fire</title><link>https://x.example/1</link><guid isPermaLink="false">g1</guid><pubDate>Mon, 06 May 2024 10:00:00 +0200</pubDate><author>a@x.example (Ana Diallo)</author><description>Short.</description><content:encoded><![CDATA[<p>${BODY}</p><p>More.</p>]]></content:encoded>`,
    ),
  )
  assert.deepEqual(
    [report?.title, report?.url, report?.sourceId, report?.published, report?.authors, report?.publisher, report?.language, report?.text],
    [
      'Raid & fire',
      'https://x.example/1',
      'g1',
      'Mon, 06 May 2024 10:00:00 +0200',
      ['Ana Diallo'],
      'Tembe & Gao Desk',
      'en',
      `${BODY}\n\nMore.`,
    ],
  )
})

test('RSS: an id that is an address is one, the source of an entry is its publisher', async () => {
  const report = await read(
    rss(`<guid>https://x.example/2</guid><source url="https://y.example">Wire</source><description>${BODY}</description>`),
  )
  assert.deepEqual([report?.url, report?.sourceId, report?.publisher], ['https://x.example/2', 'https://x.example/2', 'Wire'])
})

test('Atom: the alternate link, the author’s name, content in XHTML', async () => {
  const report = await read(
    atom(
      `<id>tag:1</id><title type="html">A &lt;b&gt;raid&lt;/b&gt;</title><link rel="self" href="https://x.example/self"/><link href="https://x.example/3"/><updated>2024-05-07T00:00:00Z</updated><published>2024-05-06T00:00:00Z</published><author><name>Ana</name><email>a@x.example</email></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>${BODY}</p><p>5 &lt; 6</p></div></content>`,
    ),
    'a.atom',
  )
  assert.deepEqual(
    [report?.title, report?.url, report?.sourceId, report?.published, report?.authors, report?.language, report?.text],
    ['A raid', 'https://x.example/3', 'tag:1', '2024-05-06T00:00:00Z', ['Ana'], 'fr', `${BODY}\n\n5 < 6`],
  )
})

test('Atom: a text that is said to be one is no HTML', async () => {
  assert.equal((await read(atom('<content type="text">if a &lt;b then</content>')))?.text, 'if a <b then')
})

test('JSON Feed: HTML or text, authors of either version', async () => {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Desk',
    items: [
      {
        id: 1,
        url: 'https://x.example/1',
        title: 'Raid',
        content_html: `<p>${BODY}</p>`,
        date_published: '2024-05-06T10:00:00Z',
        authors: [{ name: 'Ana' }],
      },
      { id: '2', content_text: 'a < b', author: { name: 'Bo' }, language: 'fr' },
    ],
  }
  const [one, two] = await reportsOf(Buffer.from(JSON.stringify(feed)), 'feed.json')
  assert.deepEqual(
    [one?.sourceId, one?.url, one?.title, one?.text, one?.published, one?.authors, one?.publisher],
    ['1', 'https://x.example/1', 'Raid', BODY, '2024-05-06T10:00:00Z', ['Ana'], 'Desk'],
  )
  assert.deepEqual([two?.text, two?.authors, two?.language], ['a < b', ['Bo'], 'fr'])
})

test('entries are numbered, an encoding that the feed declares is obeyed', async () => {
  const bytes = Buffer.from(
    `<?xml version="1.0" encoding="ISO-8859-1"?><rss><channel><item><description>S\xe9var\xe9</description></item><item><description>Gao</description></item></channel></rss>`,
    'latin1',
  )
  const got = await readFileOf(bytes, 'a.xml')
  assert.deepEqual(
    got.map(each => [each.name, 'report' in each ? each.report.text : each.error.message]),
    [
      ['a.xml:1', 'Sévaré'],
      ['a.xml:2', 'Gao'],
    ],
  )
})
