// Takes the pictures of the desk that the README and docs/desk.md show: `npm run screenshots`. They are of the demo library; look at each before it is kept.
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { openDesk, withoutBrowser } from '../test/web/desk.ts'

interface Picture {
  readonly name: string
  readonly path: string
  /** What is on the page when it is there. */
  readonly shows: string
  readonly options?: BrowserContextOptions
  readonly prepare?: (page: Page) => Promise<void>
}

if (withoutBrowser) {
  console.error(withoutBrowser)
  process.exit(1)
}
const desk = await openDesk()

/** The report that has these words in its title. */
async function shortOf(title: string): Promise<string> {
  const { items } = (await (await fetch(`${desk.address}/api/reports?limit=500`)).json()) as {
    items: { short: string; title: string | null }[]
  }
  return items.find(report => report.title?.includes(title))?.short ?? ''
}

const pictures: readonly Picture[] = [
  { name: 'today', path: '/today', shows: '.tiles' },
  {
    name: 'reading',
    path: `/reading/${await shortOf('Toll of Cinkassé')}`,
    shows: '.paragraph',
    prepare: async page => {
      for (const key of ['j', 'j', 'w']) await page.keyboard.press(key)
      await page.locator('.why li').first().waitFor()
    },
  },
  { name: 'incidents', path: '/incidents?place=Togo', shows: '.incident-row' },
  { name: 'figures-dark', path: '/figures', shows: 'tbody tr', options: { colorScheme: 'dark' } },
  { name: 'brief-french', path: '/answers/brief?country=Togo', shows: '.brief p', options: { locale: 'fr-FR' } },
  { name: 'phone', path: '/today', shows: '.tiles', options: { viewport: { width: 390, height: 844 }, isMobile: true } },
]

const folder = fileURLToPath(new URL('../docs/pictures', import.meta.url))
mkdirSync(folder, { recursive: true })
for (const { name, path, shows, options, prepare } of pictures) {
  const { page } = await desk.open(path, { viewport: { width: 1280, height: 800 }, ...options })
  await page.locator(shows).first().waitFor()
  await prepare?.(page)
  // The map draws itself in some frames.
  await page.waitForTimeout(2500)
  await page.screenshot({ path: `${folder}/${name}.png` })
  console.log(`docs/pictures/${name}.png`)
  await page.context().close()
}
await desk.close()
