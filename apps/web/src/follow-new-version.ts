const storageKey = 'rheos.reloaded'
const patienceMs = 20_000

/**
 * A page opened before an update asks for scripts that are not there any more: it is loaded afresh,
 * once. When that does not help, the page says so itself.
 */
export function followNewVersion(): void {
  window.addEventListener('vite:preloadError', () => {
    if (Date.now() - lastReload() < patienceMs) return
    try {
      sessionStorage.setItem(storageKey, String(Date.now()))
    } catch {
      // Without a memory of it the page could reload for ever.
      return
    }
    window.location.reload()
  })
}

function lastReload(): number {
  try {
    return Number(sessionStorage.getItem(storageKey) ?? 0)
  } catch {
    return Date.now()
  }
}
