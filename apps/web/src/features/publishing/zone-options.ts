import { ownTimeZone, placeText } from '../calendar/moment-text.ts'

/** Time zones to choose from: the browser's own first, then the chosen one, then all by their names. */
export function zoneOptions(chosen: string) {
  const all = new Set([ownTimeZone(), chosen, ...Intl.supportedValuesOf('timeZone')])
  return [...all].map((zone) => ({
    value: zone,
    label: zone === ownTimeZone() ? `${placeText(zone)} (here)` : zone.replaceAll('_', ' '),
  }))
}
