import { lookup as systemLookup } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { buildConnector } from 'undici'
import { FetchRefusedError } from './fetch-refused-error.ts'
import { bareHost, isPublicAddress, isPublicHost } from './public-address.ts'

export interface ResolvedAddress {
  readonly address: string
  readonly family: 4 | 6
}

/** All addresses of a host name. */
export type HostLookup = (hostname: string) => Promise<readonly ResolvedAddress[]>

export async function lookupHost(hostname: string): Promise<readonly ResolvedAddress[]> {
  const found = await systemLookup(hostname, { all: true })
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }))
}

interface ConnectorSettings {
  readonly lookup: HostLookup
  readonly isAllowedHost: (hostPort: string) => boolean
  readonly timeoutMs: number
}

/**
 * Connects only to addresses that were checked: the name is resolved once, every answer is checked,
 * and the connection is opened to those very answers. A name that changes its answer in between
 * cannot win, for it is not asked again.
 */
export function guardedConnector(settings: ConnectorSettings): buildConnector.connector {
  const { lookup, isAllowedHost, timeoutMs } = settings
  return (options, callback) => {
    const host = bareHost(options.hostname)
    const port = options.port === '' ? (options.protocol === 'https:' ? '443' : '80') : options.port
    const mayBePrivate = isAllowedHost(hostPort(host, port))
    resolveChecked(host, lookup, mayBePrivate).then(
      (addresses) => {
        const connect = buildConnector({ timeout: timeoutMs, lookup: answerWith(addresses) })
        connect({ ...options, hostname: host }, callback)
      },
      (error) => callback(error, null),
    )
  }
}

export function hostPort(host: string, port: string): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`
}

async function resolveChecked(
  host: string,
  lookup: HostLookup,
  mayBePrivate: boolean,
): Promise<readonly ResolvedAddress[]> {
  if (!mayBePrivate && !isPublicHost(host)) throw notAllowed()
  if (ipaddr.isValid(host)) return [{ address: host, family: host.includes(':') ? 6 : 4 }]
  const addresses = await lookup(host)
  if (addresses.length === 0) throw new Error(`no address for ${host}`)
  // One private answer among public ones is as bad as only private ones: either may be connected to.
  if (!mayBePrivate && !addresses.every(({ address }) => isPublicAddress(address))) {
    throw notAllowed()
  }
  return addresses
}

function answerWith(addresses: readonly ResolvedAddress[]): LookupFunction {
  return (_hostname, options, callback) => {
    const [first] = addresses
    if (options.all === true)
      callback(
        null,
        addresses.map((entry) => ({ ...entry })),
      )
    else if (first !== undefined) callback(null, first.address, first.family)
  }
}

export function notAllowed(cause?: unknown): FetchRefusedError {
  return new FetchRefusedError(
    'address_not_allowed',
    'This address is not on the public internet, so it cannot be read; give the address of a public website.',
    { cause },
  )
}
