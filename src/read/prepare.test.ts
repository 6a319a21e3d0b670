import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { sourceReport } from '../formats/source.ts'
import { prepareReport } from './prepare.ts'

const TEXT = 'The army said on Monday that twelve people were killed near Dori.'
const source = sourceReport({
  text: TEXT,
  publisher: 'The Sahel Post',
  url: 'https://example.org/1',
  published: '5 March 2024',
  sourceId: '7',
})
const sha = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`

test('ids are the hashes that the record format names', () => {
  const report = prepareReport(source)
  assert.equal(report.textHash, sha(TEXT))
  assert.equal(report.id, sha(JSON.stringify([TEXT, 'The Sahel Post', 'https://example.org/1', '2024-03-05', '7'])))
})

test('copies share the hash of the text, not the id', () => {
  const copy = prepareReport({ ...source, publisher: 'Another' })
  assert.equal(copy.textHash, prepareReport(source).textHash)
  assert.notEqual(copy.id, prepareReport(source).id)
})

test('what is asked for wins over what the source says, and that over what is found', () => {
  assert.equal(prepareReport({ ...source, language: 'fr-CA' }).language, 'fr')
  assert.equal(prepareReport({ ...source, language: 'fr' }, { language: 'en' }).language, 'en')
  assert.equal(prepareReport(source, { published: '2023-01-02' }).published?.value, '2023-01-02')
})

test('a language that Griot does not read is said by name', () => {
  assert.deepEqual(prepareReport(sourceReport({ text: 'Die Armee sagte, dass die Stadt nicht mehr sicher ist.' })).notes, [
    'The report is in German (de), which Griot does not read.',
  ])
})

test('a language that is no code is told from the words', () => {
  const { language, notes } = prepareReport({ ...source, language: 'English!' })
  assert.equal(language, 'en')
  assert.match(notes[0] ?? '', /"English!" is no language code/)
})

test('an impossible date is left open and said', () => {
  const { published, notes } = prepareReport({ ...source, published: '2024-13-45' })
  assert.equal(published, null)
  assert.deepEqual(notes, ['The publication date "2024-13-45" is left open: there is no such day.'])
})

test('an ambiguous date is read as the language of the report writes it', () => {
  assert.equal(prepareReport({ ...source, published: '05/03/2024' }).published, null)
  assert.equal(prepareReport({ ...source, published: '05/03/2024', language: 'fr' }).published?.value, '2024-03-05')
})

test('notes stand in the order of source, text, date, language', () => {
  const { notes } = prepareReport(sourceReport({ text: '', notes: ['The JSON line has no `text`.'], published: 'soon', language: 'xx' }))
  assert.deepEqual(
    notes.map(note => note.split(' ').slice(0, 4).join(' ')),
    ['The JSON line has', 'The text is empty.', 'The publication date "soon"', 'The report is in'],
  )
})
