import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type OpenDesk, openDesk, withoutBrowser } from './desk.ts'
import { overflowOf, PAGES, settled } from './page-list.ts'

const IMAGE = '<img src=x onerror=alert(1)>'
const SCRIPT = '"><script>alert(2)</script>'
const TURNED = '\u202Eevil\u202C'
const LONG = 'W'.repeat(10_000)
const TEMPLATE = 'a {{constructor.constructor("alert(3)")()}} <svg/onload=alert(4)>'

const TOLD = 'Gunmen killed six people in a raid on a mill near Mopti on Thursday, Governor Ama Sanogo said.'
const REPORTS = [IMAGE, SCRIPT, 'javascript:alert(5)', TURNED, LONG, TEMPLATE].map((evil, i) => ({
  id: `evil-${i}`,
  published: `2025-05-0${i + 1}`,
  publisher: evil,
  author: evil,
  title: evil,
  url: i === 0 ? 'javascript:alert(6)' : i === 1 ? 'data:text/html,<script>alert(7)</script>' : evil,
  language: 'en',
  text: `${evil} ${TOLD}\n\n"${evil}, we will march," Ama Sanogo told reporters. ${evil} was arrested in ${evil}.`,
}))

let desk: OpenDesk
const folder = mkdtempSync(join(tmpdir(), 'griot-hostile-'))

before(async () => {
  const file = join(folder, 'evil.jsonl')
  writeFileSync(file, REPORTS.map(report => JSON.stringify(report)).join('\n'))
  if (!withoutBrowser) desk = await openDesk(file)
})
after(async () => {
  await desk?.close()
  rmSync(folder, { recursive: true })
})

interface Listed {
  readonly items: readonly { readonly id: string; readonly short: string; readonly key: string; readonly title: string }[]
}

const list = async (path: string) => ((await (await fetch(`${desk.address}/api/${path}`)).json()) as Listed).items

/** Gives actors evil names, and records evil notes, as somebody at the desk could. */
async function makeWorse(): Promise<void> {
  const html = await (await fetch(desk.address)).text()
  const token = /griot-token" content="([^"]+)"/.exec(html)?.[1] ?? ''
  const post = async (path: string, body: unknown) => {
    const headers = { 'x-griot-token': token, 'content-type': 'application/json' }
    const response = await fetch(`${desk.address}/api/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    assert.equal(response.status, 200, await response.text())
  }
  for (const [i, { key }] of (await list('actors?limit=4')).entries())
    await post('actors/rename', { key, name: [IMAGE, SCRIPT, TURNED, LONG.slice(0, 190)][i] })
  for (const { id } of await list('events?limit=5'))
    await post('decisions', [{ kind: 'note', target: id, note: `${IMAGE} ${LONG.slice(0, 5000)}` }])
}

const WAYS = {
  'on a phone': { options: { viewport: { width: 390, height: 844 }, isMobile: true }, goes: () => true },
  // There is more room; what stands in columns there is on the pages of one thing.
  wide: { options: {}, goes: (path: string) => /^\/(today|(incidents|actors)\/)|^\/reading\/\w+\/v/.test(path) },
} as const

test('a library of evil reports: all of it is shown as text, nothing of it runs, and no page grows wide', {
  skip: withoutBrowser,
}, async t => {
  await makeWorse()
  const paths = [
    ...PAGES.map(({ path }) => path),
    ...(await list('reports?limit=20')).map(({ short }) => `/reading/${short}`),
    ...(await list('events?limit=2')).map(({ id }) => `/reading/${id}`),
    ...(await list('actors?limit=4')).map(({ key }) => `/actors/${encodeURIComponent(key)}`),
    ...(await list('incidents?limit=2')).map(({ id }) => `/incidents/${id}`),
    ...(await list('series?limit=2')).map(({ key }) => `/figures/${encodeURIComponent(key)}`),
    `/search?${new URLSearchParams({ words: 'mill' })}`,
    `/search?${new URLSearchParams({ words: SCRIPT })}`,
    `/reports?${new URLSearchParams({ publisher: IMAGE })}`,
  ]
  for (const [way, { options, goes }] of Object.entries(WAYS)) {
    const { page, problems } = await desk.open('/today', options)
    for (const path of paths.filter(goes))
      await t.test(`${path.slice(0, 60)}, ${way}`, async () => {
        await page.goto(desk.address + path)
        await settled(page)
        assert.deepEqual(problems.splice(0), [])
        assert.equal(await page.locator('img[src=x], main script').count(), 0)
        const links = await page.evaluate<string[]>('[...document.links].map(({ protocol }) => protocol)')
        assert.deepEqual(
          [...new Set(links)].filter(protocol => !/^https?:$/.test(protocol)),
          [],
        )
        assert.ok((await overflowOf(page)) <= 0, `it is ${await overflowOf(page)} pixels wider than the screen`)
      })
    await page.context().close()
  }
})
