// Runs before the first paint, so that the page never flashes in the other theme.
;(() => {
  let choice = null
  try {
    choice = localStorage.getItem('rheos.theme')
  } catch {
    // Storage can be forbidden; the system's theme is right then.
  }
  const dark =
    choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
})()
