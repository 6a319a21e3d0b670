import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import { type OpenDesk, openDesk, withoutBrowser } from './desk.ts'

/** Every page, with something on it that only shows when what it asked for is there. */
const PAGES = [
  { path: '/today', shows: '.tiles' },
  { path: '/reading', shows: '.paragraph' },
  { path: '/incidents', shows: '.incident-row' },
  { path: '/figures', shows: 'tbody tr' },
  { path: '/statements', shows: '.record-row' },
  { path: '/actors', shows: 'tbody tr' },
  { path: '/reports', shows: 'tbody tr' },
  { path: '/search?words=Togo', shows: '.hit' },
  { path: '/answers/brief?country=Togo', shows: '.brief p' },
  { path: '/answers/power?country=Togo', shows: 'tbody tr' },
  { path: '/answers/relations?a=France&b=Togo', shows: '.chart-relations' },
  { path: '/answers/presence', shows: '.cards .card' },
  { path: '/answers/missions', shows: '.cards .card' },
  { path: '/answers/neglect', shows: 'tbody tr' },
  { path: '/answers/changes?from=2025-03-01&to=2025-06-01', shows: '.padded li' },
  { path: '/sources', shows: 'tbody tr' },
  { path: '/rules', shows: 'tbody tr' },
] as const

const WAYS = {
  light: {},
  'dark, in French': { colorScheme: 'dark', locale: 'fr-FR' },
  'on a phone': { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
} as const

let desk: OpenDesk

before(async () => {
  if (!withoutBrowser) desk = await openDesk()
})
after(() => desk?.close())

for (const [way, options] of Object.entries(WAYS))
  test(`every page, ${way}: no errors, nothing asked of others, nothing that axe finds`, { skip: withoutBrowser }, async t => {
    for (const { path, shows } of PAGES)
      await t.test(path, async () => {
        const { page, problems } = await desk.open(path, options)
        await page.locator(shows).first().waitFor()
        const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
        assert.deepEqual(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
          [],
        )
        const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
        assert.ok(overflow <= 0, `${path} is ${overflow} pixels wider than the screen`)
        assert.deepEqual(problems, [])
        await page.context().close()
      })
  })
