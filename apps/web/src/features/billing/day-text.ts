const short = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })
const long = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' })
const longWithYear = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})

/** `14 December`, and the year where it is not this one; in the person's zone. */
export function dayText(iso: string, now: Date = new Date()): string {
  const at = new Date(iso)
  return (at.getFullYear() === now.getFullYear() ? long : longWithYear).format(at)
}

/** `14 December 2026`. */
export function fullDayText(iso: string): string {
  return longWithYear.format(new Date(iso))
}

/** `14 Dec`, where the year is plain. */
export function shortDayText(at: string | number): string {
  return short.format(new Date(at))
}
