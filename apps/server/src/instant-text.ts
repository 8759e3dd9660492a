import type { Instant } from './clock.ts'

const moment = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
})
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })

/** `14 December 2026, 09:20 UTC`. */
export function momentText(instant: Instant): string {
  return `${moment.format(instant).replace(' at ', ', ')} UTC`
}

/** `14 December`. */
export function dayText(instant: Instant): string {
  return day.format(instant)
}
