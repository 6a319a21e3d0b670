import { useSyncExternalStore } from 'react'
import type { LanguageCode } from './words/words.ts'

/** What somebody set for himself; it stays in his browser. */
export interface Settings {
  readonly theme: 'system' | 'light' | 'dark'
  readonly language: LanguageCode
  /** Who decides; empty where the server may say. */
  readonly reviewer: string
  /** Number of the last report that was there at the visit before. */
  readonly seen: number | null
}

const KEY = 'griot.settings'
const listeners = new Set<() => void>()
let current = read()

function read(): Settings {
  const language: LanguageCode = navigator.language.startsWith('fr') ? 'fr' : 'en'
  const settings: Settings = { theme: 'system', language, reviewer: '', seen: null }
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
