import { useSyncExternalStore } from 'react'
import type { LanguageCode } from './words/words.ts'

/** What somebody set for himself; it stays in his browser. */
export interface Settings {
  readonly theme: 'system' | 'light' | 'dark'
  readonly language: LanguageCode
  /** Who decides; empty where the server may say. */
  readonly reviewer: string
  /** The visit that goes on, or was the last one; null before the first. */
  readonly visit: Visit | null
}

/** Somebody looks at what is new: coming back within some hours goes on with it. */
interface Visit {
  /** Number of the last report that was there at the visit before; null at the first. */
  readonly since: number | null
  /** Number of the last one that was there when he looked last. */
  readonly upTo: number
  /** Milliseconds since 1970. */
  readonly at: number
}

const VISIT = 4 * 3_600_000

const KEY = 'griot.settings'
const listeners = new Set<() => void>()
let current = read()

function read(): Settings {
  const language: LanguageCode = navigator.language.startsWith('fr') ? 'fr' : 'en'
  const settings: Settings = { theme: 'system', language, reviewer: '', visit: null }
  try {
    return { ...settings, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Settings>) }
  } catch {
    return settings
  }
}

/** Sets some of them and keeps them where the browser lets us. */
export function changeSettings(changes: Partial<Settings>): void {
  current = { ...current, ...changes }
  try {
    localStorage.setItem(KEY, JSON.stringify(current))
  } catch {
    // A browser that keeps nothing forgets them with the page.
  }
  applyTheme()
  for (const listener of listeners) listener()
}

/** The report after which everything is new to who comes now. */
export function sinceLastVisit(): number | null {
  const { visit } = current
  return visit && (Date.now() - visit.at < VISIT ? visit.since : visit.upTo)
}

/** Keeps what has been shown. */
export function keepVisit(since: number | null, upTo: number): void {
  changeSettings({ visit: { since, upTo, at: Date.now() } })
}

/** The settings as they stand. */
export function getSettings(): Settings {
  return current
}

export function useSettings(): Settings {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => current,
  )
}

const prefersDark = matchMedia('(prefers-color-scheme: dark)')

/** Puts the theme on the page; "system" follows the system while it changes. */
export function applyTheme(): void {
  const dark = current.theme === 'dark' || (current.theme === 'system' && prefersDark.matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
}

prefersDark.addEventListener('change', applyTheme)
