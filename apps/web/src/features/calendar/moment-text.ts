const wall = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
})
const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

/** A time on the wall of its place, as it stands there: `Tue 1 Dec, 09:30`. */
export function wallTimeText(wallTime: string): string {
  return wall.format(new Date(`${wallTime}Z`))
}

/** The time of day of an instant, where whoever looks is. */
export function timeText(iso: string): string {
  return time.format(new Date(iso))
}

/** The zone of this browser. */
export function ownTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** `Europe/London` as people say it: `London`. */
export function placeText(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')
}
