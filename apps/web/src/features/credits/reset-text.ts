/** `14 Dec, 09:20 GMT`: in the person's zone, and the zone named. */
export function resetText(iso: string, timeZone?: string): string {
  return instantText(iso, 'short', timeZone)
}

/** `14 December, 09:20 GMT`. */
export function resetTextLong(iso: string, timeZone?: string): string {
  return instantText(iso, 'long', timeZone)
}

/** A line breaks after the date only. */
function instantText(iso: string, month: 'short' | 'long', timeZone?: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month,
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  })
  const parts = new Map(format.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? ''
  return `${part('day')}\u00a0${part('month')}, ${part('hour')}:${part('minute')}\u00a0${part('timeZoneName')}`
}
