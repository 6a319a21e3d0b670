import assert from 'node:assert/strict'
import { test } from 'node:test'
import { small } from '../../test/readings.ts'
import type { ReadingRecord } from '../record/reading.ts'
import { createIndex } from './html-page/index-page.ts'
import { markText } from './html-page/marked-text.ts'
import { htmlOutput } from './to-html.ts'
import { listRecords } from './view/record-view.ts'

const page = (reading: ReadingRecord) => htmlOutput({ rules: new Map([['events/frame', 'A sense of a word.']]) }).format(reading)
const bareText = (html: string) => html.replace(/<[^>]+>/g, '')

test('records are marked where they stand, with the shortest first where they overlap', () => {
  const [first, second] = markText(small.report.text, listRecords(small))
  assert.match(first?.html ?? '', /<span class="m f s" data-r="f1 s1">12<\/span>/)
  assert.match(second?.html ?? '', /<a class="sign v" id="at-v1" href="#v1"[^>]*><\/a><span class="m v" data-r="v1">attacked<\/span>/)
  assert.equal(second?.start, 92)
})

test('marks add nothing to the text', () => {
  const paragraphs = markText(small.report.text, listRecords(small))
  assert.equal(paragraphs.map(({ html }) => bareText(html)).join('\n'), small.report.text)
})

test('a long paragraph is cut between sentences, and nothing of it is lost', () => {
  const text = 'The river rose again in the night. '.repeat(60)
  const pieces = markText(text, [])
  assert.ok(pieces.length > 3)
  assert.equal(pieces.map(({ html }) => html).join(''), text)
  assert.ok(pieces.slice(0, -1).every(({ goesOn, html }) => goesOn && html.endsWith('. ')))
})

test('a field shows its rule and its words, and leads to the records that it names', () => {
  const html = page(small)
  assert.match(
    html,
    /<details class="field" data-at="92-96"><summary><span class="label"[^>]*>actors<\/span> <span class="value"><a href="#e3">soldiers<\/a><\/span><\/summary>\s*<p class="why">A sense of a word\. <q>They<\/q> <code>events\/frame<\/code>/,
  )
})

test('times stand on a line and places on a map', () => {
  const html = page(small)
  assert.match(html, /<figure class="timeline">[\s\S]*3 March 2024/)
  assert.match(html, /<figure class="map">[\s\S]*class="spot told"[\s\S]*Tembe/)
  assert.doesNotMatch(page({ ...small, entities: [] }), /<figure class="map">/)
})

test('the policy of the page allows its own style and script alone', () => {
  const html = page(small)
  assert.match(
    html,
    /content="default-src 'none'; style-src 'sha256-[\w+/=]+'; script-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'"/,
  )
  assert.doesNotMatch(html, /<[^>]+ style="/)
})

test('the list of pages names files that every system takes', () => {
  const index = createIndex()
  const { name, item } = index.add(small)
  assert.equal(name, '0001-talks-in-tembe.html')
  assert.match(item, /<a href="0001-talks-in-tembe\.html">Talks in Tembe<\/a>/)
  assert.match(index.add({ ...small, report: { ...small.report, title: '../../Ünïcode/<b> 漢字' } }).name, /^0002-[a-z0-9-]+\.html$/)
  assert.equal(index.add({ ...small, report: { ...small.report, title: '漢字' } }).name, '0003.html')
})
