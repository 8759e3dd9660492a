import ipaddr from 'ipaddr.js'

/** Azure answers its machines here although the range is a public one. */
const metadataAddresses: ReadonlySet<string> = new Set(['168.63.129.16'])

/** Where public IPv6 addresses live; what is outside (also `::127.0.0.1`) carries some other meaning. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')

/** Whether a numeric address belongs to the public internet and to nothing else. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address) || metadataAddresses.has(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  return parsed instanceof ipaddr.IPv4 || parsed.match(globalUnicast)
}

const localSuffixes = [
  'localhost',
  'local',
  'localdomain',
  'internal',
  'intranet',
  'lan',
  'home',
  'corp',
  'private',
  'home.arpa',
  'onion',
] as const

/**
 * Whether a host as `URL` writes it may be asked for at all. Names are only ruled out by their form
 * here; what they resolve to is checked when connecting.
 */
export function isPublicHost(hostname: string): boolean {
  const host = bareHost(hostname)
  if (ipaddr.isValid(host)) return isPublicAddress(host)
  if (!host.includes('.')) return false
  return !localSuffixes.some((suffix) => host.endsWith(`.${suffix}`))
}

/** A host without brackets, trailing dots and capitals: one spelling for one host. */
export function bareHost(hostname: string): string {
  return hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.+$/, '')
}
