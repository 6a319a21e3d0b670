import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { unzipSync } from 'fflate'
import { Parser } from 'htmlparser2'
import { runGriot } from './run-griot.ts'

// Every sentence, number and mark of a brief opens to its words, in every format: what is written is walked, and each record that it names is shown.
const folder = mkdtempSync(join(tmpdir(), 'griot-marks-'))
const env = { GRIOT_LIBRARY: join(folder, 'demo.griot') }
after(() => rmSync(folder, { recursive: true }))

const reports = fileURLToPath(new URL('../examples/demo/reports.jsonl', import.meta.url))
before(async () => {
  const { code, err } = await runGriot(['add', reports, '--jobs', '1'], env)
  assert.equal(code, 0, err)
})

/** Records that were opened, each once. */
const shown = new Map<string, Promise<string>>()

/** The record opens, and its report holds the words. */
async function assertOpens(record: string, words: string): Promise<void> {
  const opened =
    shown.get(record) ??
    runGriot(['show', record, '--json'], env).then(({ code, out, err }) => {
      assert.equal(code, 0, `${record}: ${err}`)
      return runGriot(['show', record.split('/')[0] as string, '--json'], env).then(whole => out + whole.out)
    })
  shown.set(record, opened)
  const text = JSON.stringify(words).slice(1, -1)
  assert.ok(flat(await opened).includes(flat(text)), `${record} does not hold “${words}”`)
}

function flat(text: string): string {
  return text
    .replace(/\\n|\s+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

for (const language of ['en', 'fr'])
  for (const country of ['TGO', 'SDN', 'BEN'])
    describe(`${country} in ${language}`, () => {
      const args = ['brief', country, '--lang', language, '--since', '2025-03-09']
      const brief = async (...more: string[]) => {
        const { code, out, err } = await runGriot([...args, ...more], env)
        assert.equal(code, 0, err)
        return out
      }

      test('Markdown: every line of a list and every row of a table has a note, every note is there and opens', async () => {
        const lines = (await brief()).split('\n')
        const notes = lines.filter(line => /^\[\^\d+\]: /.test(line))
        const isHead = (i: number) => /^\| ---/.test(lines[i] ?? '') || /^\| ---/.test(lines[i + 1] ?? '')
        const told = lines.filter((line, i) => line.startsWith('- ') || (line.startsWith('| ') && !isHead(i)))
        assert.ok(told.length > 3)
        const numbers = new Set(notes.map(line => /^\[\^(\d+)\]/.exec(line)?.[1]))
        for (const line of told) {
          const own = [...line.matchAll(/\[\^(\d+)\]/g)].map(([, number]) => number)
          assert.ok(own.length > 0, `nothing stands behind: ${line}`)
          for (const number of own) assert.ok(numbers.has(number), `note ${number} is missing`)
        }
        for (const note of notes.slice(0, 40)) {
          const [, records = '', words = ''] = /^\[\^\d+\]: ((?:`[^`]+` ?)+).*?: “(.*)”/.exec(note) ?? []
          for (const [, record = ''] of records.matchAll(/`([^`]+)`/g)) await assertOpens(record, unescapeMarkdown(words))
        }
      })

      test('HTML: every sentence, row and mark leads to a note that is there', async () => {
        const path = join(folder, `${country}-${language}.html`)
        await brief('--html', path)
        const page = readFileSync(path, 'utf8')
        const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
        const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
        assert.ok(links.length > 10)
        for (const id of links) assert.ok(ids.has(id), `#${id} leads nowhere`)
        for (const [item] of page.matchAll(/<li>[\s\S]*?<\/li>|<tr><td>[\s\S]*?<\/tr>/g)) assert.match(item, /href="#note-\d+"/)
        assert.deepEqual(marksWithoutLink(page), [])
      })

      test('DOCX: every paragraph of a list, every row and every mark leads to a footnote that is there', async () => {
        const path = join(folder, `${country}-${language}.docx`)
        await brief('--docx', path)
        const parts = unzipSync(readFileSync(path))
        const read = (name: string) => new TextDecoder().decode(parts[name])
        const [body, footnotes, relations] = ['document.xml', 'footnotes.xml', '_rels/document.xml.rels'].map(name =>
          read(`word/${name}`),
        ) as [string, string, string]
        const references = [...body.matchAll(/<w:footnoteReference w:id="(\d+)"/g)].map(([, id]) => Number(id))
        assert.deepEqual(
          references,
          references.map((_, i) => i + 1),
        )
        for (const id of references) assert.match(footnotes, new RegExp(`<w:footnote w:id="${id}">`))
        const isNoted = (xml: string) => /w:footnoteReference|NOTEREF/.test(xml)
        for (const [item] of body.matchAll(/<w:p><w:pPr><w:pStyle w:val="ListBullet"\/>[\s\S]*?<\/w:p>/g)) assert.ok(isNoted(item), item)
        for (const [row] of body.matchAll(/<w:tr>(?!.{0,60}tblHeader)[\s\S]*?<\/w:tr>/g)) assert.ok(isNoted(row), row)
        const marks = [...body.matchAll(/prst="ellipse"/g)].length
        const links = [...body.matchAll(/<a:hlinkClick r:id="(\w+)"/g)].map(([, id]) => id)
        assert.ok(links.length >= marks)
        for (const id of links) {
          const bookmark = new RegExp(`Id="${id}"[^>]*Target="#([^"]+)"`).exec(relations)?.[1]
          assert.ok(bookmark && body.includes(`w:name="${bookmark}"`), `${id} leads nowhere`)
        }
      })

      test('JSON: every sentence has evidence that opens', async () => {
        const rows = (await brief('--json'))
          .trim()
          .split('\n')
          .map(line => JSON.parse(line))
        for (const { text, evidence } of rows) {
          assert.ok(evidence.length > 0, text)
          for (const { record, quote } of evidence.slice(0, 2)) await assertOpens(record, quote)
        }
      })
    })

function unescapeMarkdown(text: string): string {
  return text.replace(/\\([\\`*_[\]<>#|~])/g, '$1').replaceAll('&amp;', '&')
}

/** Dots, bars and numbers of drawings that stand in no link; names and days on an axis are no marks. */
function marksWithoutLink(page: string): string[] {
  const found: string[] = []
  let depth = 0
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'a') depth++
      if ((name === 'circle' || (name === 'rect' && attributes.class === 'range')) && depth === 0) found.push(JSON.stringify(attributes))
    },
    onclosetag(name) {
      if (name === 'a') depth--
    },
  })
  parser.end(page)
  return found
}
