import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { en } from '../../web/src/words/en/index.ts'
import { fr } from '../../web/src/words/fr/index.ts'
import { type OpenDesk, openDesk, withoutBrowser } from './desk.ts'
import { overflowOf, PAGES, settled } from './page-list.ts'

const WAYS = {
  light: {},
  'dark, in French': { colorScheme: 'dark', locale: 'fr-FR' },
  'on a phone': { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
} as const

/** Bytes of the first page as they are sent, fonts included; the map comes later. */
const MOST_BYTES = 250_000

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = JSON.stringify(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])

let desk: OpenDesk

before(async () => {
  if (!withoutBrowser) desk = await openDesk()
})
after(() => desk?.close())

/** What axe finds, as lines. */
async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const found = await page.evaluate<{ id: string; nodes: { html: string }[] }[]>(
    `axe.run({ resultTypes: ['violations'], runOnly: ${RULES} }).then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) })))`,
  )
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}

for (const [way, options] of Object.entries(WAYS))
  test(`every page, ${way}: no errors, nothing asked of others, nothing that axe finds`, { skip: withoutBrowser }, async t => {
    for (const { path, shows } of [...PAGES, ...(await pagesOfOne())])
      await t.test(path, async () => {
        const { page, problems } = await desk.open(path, options)
        await page.locator(shows).first().waitFor()
        assert.deepEqual(await violationsOf(page), [])
        assert.ok((await overflowOf(page)) <= 0, `${path} is wider than the screen`)
        if ('locale' in options) assert.deepEqual(englishOn(await textsOf(page)), [], 'English on a page in French')
        assert.deepEqual(problems, [])
        await page.context().close()
      })
  })

/** Pages of one incident, of one series, of one actor: the first of each list. */
async function pagesOfOne(): Promise<{ path: string; shows: string }[]> {
  const first = async (list: string) =>
    ((await (await fetch(`${desk.address}/api/${list}`)).json()) as { items: { id: string; key: string }[] }).items[0]
  const [incident, series, actor] = await Promise.all([first('incidents?reports=2'), first('series?measure=killed'), first('actors')])
  return [
    { path: `/incidents/${incident?.id}`, shows: '.telling' },
    { path: `/figures/${encodeURIComponent(series?.key ?? '')}`, shows: '.chart svg' },
    { path: `/actors/${encodeURIComponent(actor?.key ?? '')}`, shows: 'h1' },
  ]
}

/** All that is written on a page, or read out. */
function textsOf(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const texts = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) if (!walker.currentNode.parentElement.closest('[lang=en], .quote')) texts.push(walker.currentNode.data)
    for (const element of document.body.querySelectorAll('[aria-label], [title], [placeholder]'))
      for (const name of ['aria-label', 'title', 'placeholder']) texts.push(element.getAttribute(name) ?? '')
    return texts
  })()`)
}

const french = new Set(sentencesOf(fr))
const english = new Set(sentencesOf(en).filter(sentence => !french.has(sentence)))

function englishOn(texts: readonly string[]): string[] {
  return [...new Set(texts.map(text => text.trim().toLowerCase()))].filter(text => english.has(text))
}

/** Every sentence of a catalogue that says something by itself; of those that are made with numbers, as they are with two. */
function sentencesOf(words: unknown): string[] {
  if (typeof words === 'string') return /\p{L}{2}/u.test(words) ? [words.toLowerCase()] : []
  if (typeof words === 'function') return sentencesOf(words(...Array.from({ length: words.length }, () => 2)))
  return words && typeof words === 'object' ? Object.values(words).flatMap(sentencesOf) : []
}

test('the first page is small', { skip: withoutBrowser }, async () => {
  const { page } = await desk.open('/today')
  await settled(page)
  const urls = await page.evaluate<string[]>("performance.getEntriesByType('resource').map(({ name }) => name)")
  const files = urls.filter(url => url.includes('/assets/'))
  const sizes = await Promise.all(files.map(async url => gzipSync(await (await fetch(url)).bytes()).length))
  const size = sizes.reduce((a, b) => a + b, 0)
  assert.ok(files.length > 3)
  assert.ok(size <= MOST_BYTES, `${size} bytes: ${files.map((url, i) => `${url.split('/').at(-1)} ${sizes[i]}`).join(', ')}`)
})
