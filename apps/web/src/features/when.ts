const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })
const dayAndYear = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
})

/** An instant as people say it: `just now`, `12 min ago`, `today, 14:05`, `3 Nov`, `3 Nov 2025`. */
export function whenText(iso: string, now: Date = new Date()): string {
  const at = new Date(iso)
  const minutes = Math.floor((now.getTime() - at.getTime()) / 60_000)
  if (minutes < 1) return 'just now'
  if (minutes < 60) return `${minutes} min ago`
  const days = Math.round((startOfDay(now) - startOfDay(at)) / 86_400_000)
  if (days === 0) return `today, ${time.format(at)}`
  if (days === 1) return `yesterday, ${time.format(at)}`
  return at.getFullYear() === now.getFullYear() ? day.format(at) : dayAndYear.format(at)
}

/** `3 Nov 2025`, whenever it is read. */
export function dateText(iso: string): string {
  return dayAndYear.format(new Date(iso))
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
}
