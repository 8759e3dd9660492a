import { useSyncExternalStore } from 'react'

export type ThemeChoice = 'system' | 'light' | 'dark'

const storageKey = 'rheos.theme'
const changed = 'rheos:theme'
const systemDark = () => matchMedia('(prefers-color-scheme: dark)')

/** What the person chose; `public/theme.js` reads the same before the first paint. */
export function useThemeChoice(): readonly [ThemeChoice, (choice: ThemeChoice) => void] {
  return [useSyncExternalStore(subscribe, readChoice), chooseTheme]
}

/** Keeps the page in the theme chosen, also when the system turns dark or another tab chooses. */
export function followTheme(): () => void {
  applyTheme()
  const query = systemDark()
  query.addEventListener('change', applyTheme)
  const unsubscribe = subscribe(applyTheme)
  return () => {
    query.removeEventListener('change', applyTheme)
    unsubscribe()
  }
}

function chooseTheme(choice: ThemeChoice): void {
  try {
    localStorage.setItem(storageKey, choice)
  } catch {
    // Storage can be forbidden; the choice then lasts as long as the page.
    document.documentElement.dataset['choice'] = choice
  }
  window.dispatchEvent(new Event(changed))
}

function readChoice(): ThemeChoice {
  const kept = document.documentElement.dataset['choice'] ?? readStorage()
  return kept === 'light' || kept === 'dark' ? kept : 'system'
}

function readStorage(): string | null {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    return null
  }
}

function applyTheme(): void {
  const choice = readChoice()
  const dark = choice === 'dark' || (choice === 'system' && systemDark().matches)
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light'
}

function subscribe(notify: () => void): () => void {
  window.addEventListener(changed, notify)
  window.addEventListener('storage', notify)
  return () => {
    window.removeEventListener(changed, notify)
    window.removeEventListener('storage', notify)
  }
}
