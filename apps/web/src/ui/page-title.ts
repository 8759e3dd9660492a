const product = 'Rheos'
const mark = '● '

/** Names the page in the browser's tab. */
export function setPageTitle(title: string): void {
  const marked = document.title.startsWith(mark)
  document.title = `${marked ? mark : ''}${title} · ${product}`
}

/** Marks the tab while something waits for a look. */
export function markPageTitle(marked: boolean): void {
  const bare = document.title.startsWith(mark) ? document.title.slice(mark.length) : document.title
  document.title = marked ? mark + bare : bare
}
