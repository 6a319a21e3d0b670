import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Writable } from 'node:stream'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { writeBrief } from '../src/answers/brief/brief.ts'
import { tellChange } from '../src/answers/brief/changes.ts'
import { briefToPaper } from '../src/answers/brief/paper.ts'
import { diffLibrary } from '../src/answers/diff/diff.ts'
import { run } from '../src/cli/griot.ts'
import { show } from '../src/library/asking/show.ts'
import { type Library, openLibrary } from '../src/library/open.ts'
import { untraced } from './numbers-in.ts'

// Every number of a brief leads to words that say it: all sentences and notes of the demo library's brief are walked.
const folder = mkdtempSync(join(tmpdir(), 'griot-brief-'))
const path = join(folder, 'demo.griot')
let library: Library
after(() => {
  library.close()
  rmSync(folder, { recursive: true })
})

before(async () => {
  const out = new Writable({ write: (_chunk, _encoding, done) => done() })
  const stdin = new PassThrough()
  stdin.end()
  const reports = fileURLToPath(new URL('../examples/demo/reports.jsonl', import.meta.url))
  assert.equal(await run(['add', reports, '--jobs', '1'], { stdin, stdout: out, stderr: out, env: { GRIOT_LIBRARY: path } }), 0)
  library = openLibrary(path, { for: 'read' })
})

function checkSentence(sentence: { text: string; evidence: readonly { quote: string; title: string | null }[] }): void {
  const { text, evidence } = sentence
  const [missing] = untraced(sentence)
  assert.equal(missing, undefined, `${missing} of “${text}” stands in none of: ${evidence.map(each => each.quote).join(' | ')}`)
}

for (const language of ['en', 'fr'] as const)
  for (const country of ['TGO', 'SDN', 'CAF', 'MOZ', 'TCD'])
    test(`every number of the ${language} brief of ${country} stands in the words of its notes`, () => {
      const brief = writeBrief(library, { country, language, since: '2025-02-10' })
      const sentences = brief.sections.flatMap(section => section.sentences)
      assert.ok(sentences.length > 3)
      for (const sentence of sentences) {
        assert.ok(sentence.evidence.length > 0, sentence.text)
        checkSentence(sentence)
      }
    })

test('a number in a sentence has a note of its own that says it', () => {
  const { sections } = writeBrief(library, { country: 'TGO', language: 'en' })
  const figures = sections.filter(({ name }) => name === 'events' || name === 'figures').flatMap(section => section.sentences)
  let walked = 0
  for (const { pieces } of figures)
    for (const { text, evidence } of pieces) {
      const last = /(\d[\d,]*)$/.exec(text)?.[1]
      if (last === undefined || evidence.length === 0) continue
      walked++
      checkSentence({ text: last, evidence })
    }
  assert.ok(walked > 20)
})

test('every note of a brief opens to its words', () => {
  const { notes } = briefToPaper(writeBrief(library, { country: 'TGO', language: 'en', since: '2025-03-09' }))
  assert.ok(notes.length > 50)
  for (const { records, quote } of notes)
    for (const record of records) {
      const shown = show(library, record)
      assert.equal(shown.kind, 'record')
      if (shown.kind === 'record') assert.ok(shown.reading.report.text.includes(quote))
    }
})

test('every number of a list of changes stands in its evidence', () => {
  const changes = diffLibrary(library, { from: '2025-02-10', to: '2025-06-01' })
  assert.ok(changes.length > 20)
  for (const change of changes) checkSentence(tellChange(change, 'en'))
})
