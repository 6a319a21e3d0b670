import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
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

test('letters stand out from what is behind them, in light and dark (WCAG 2: 4.5 to 1)', () => {
  const css = readFileSync(new URL('./html-page/page.css', import.meta.url), 'utf8')
  const themes = [...css.matchAll(/:root \{([^}]*)\}/g)].map(
    ([, block = '']) => new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{3,6});/g)].map(m => [m[1], m[2] as string])),
  )
  assert.equal(themes.length, 3)
  for (const colours of themes)
    for (const letters of ['ink', 'soft', 's', 'v', 'f', 'p'])
      for (const behind of ['paper', 'card', 's-wash', 'on', 'land']) {
        const [front, back] = [colours.get(letters), colours.get(behind)]
        if (front && back) assert.ok(contrast(front, back) >= 4.5, `${letters} on ${behind}: ${contrast(front, back).toFixed(2)}`)
      }
})

function contrast(a: string, b: string): number {
  const [bright = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (bright + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const digits = colour.length === 4 ? [...colour.slice(1)].map(digit => digit + digit) : (colour.slice(1).match(/../g) ?? [])
  const [r = 0, g = 0, b = 0] = digits
    .map(pair => Number.parseInt(pair, 16) / 255)
    .map(x => (x <= 0.03928 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
