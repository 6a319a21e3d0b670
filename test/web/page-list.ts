import type { Page } from 'playwright-core'

/** Every page, with something on it that only shows when what it asked of the demo library is there. */
export const PAGES = [
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

/** Waits until a page has all that it asked for, whatever that is. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1, .empty, .problem').first().waitFor()
  await page.locator('.waiting').first().waitFor({ state: 'detached' })
}

/** Pixels by which a page is wider than the screen. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
}
