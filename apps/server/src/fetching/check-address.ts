import { FetchRefusedError } from './fetch-refused-error.ts'
import { hostPort, notAllowed } from './guarded-connector.ts'
import { bareHost, isPublicHost } from './public-address.ts'

/** Whether `host:port` may be asked for although it is private. */
export type IsAllowedHost = (hostPort: string) => boolean

export function allowedHosts(entries: readonly string[]): IsAllowedHost {
  const allowed = new Set(entries.map((entry) => entry.toLowerCase()))
  return (entry) => allowed.has(entry)
}

/**
 * The address when it may be asked for; throws a {@link FetchRefusedError} when not. Asks nobody:
 * literal addresses are decided here, names once more when connecting.
 */
export function checkAddress(address: string, isAllowedHost: IsAllowedHost): URL {
  if (!URL.canParse(address)) {
    throw new FetchRefusedError('invalid_url', 'This is not the address of a website.')
  }
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new FetchRefusedError(
      'invalid_url',
      'Only addresses that begin with http:// or https:// can be read.',
    )
  }
  if (url.username !== '' || url.password !== '') {
    throw new FetchRefusedError(
      'invalid_url',
      'The address contains a user name or password; give it without.',
    )
  }
  const host = bareHost(url.hostname)
  const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port
  if (!isAllowedHost(hostPort(host, port)) && !isPublicHost(host)) throw notAllowed()
  url.hash = ''
  return url
}
