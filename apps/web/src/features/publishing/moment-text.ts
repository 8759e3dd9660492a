const moment = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
})
const exact = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** An instant where whoever looks is: `Tue 1 Dec, 09:30 GMT`. */
export function momentText(iso: string): string {
  return moment.format(new Date(iso))
}

/** To the second, for what happened one after another. */
export function exactText(iso: string): string {
  return exact.format(new Date(iso))
}
