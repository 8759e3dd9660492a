import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import ipaddr from 'ipaddr.js'

/**
 * Where a request comes from. Each trusted proxy appends the address it saw to X-Forwarded-For, so
 * the last `trustedProxies` entries can be believed and what is before them cannot.
 */
export function clientAddress(
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
  trustedProxies: number,
): string {
  const own = normalAddress(socketAddress ?? '') ?? 'unknown'
  if (trustedProxies === 0 || forwardedFor === undefined) return own
  const entries = forwardedFor.split(',').map((entry) => entry.trim())
  const seen = entries[Math.max(entries.length - trustedProxies, 0)]
  return normalAddress(seen ?? '') ?? own
}

export function addressOf(c: Context, trustedProxies: number): string {
  // Absent when the app is asked without a socket.
  const bindings: Partial<HttpBindings> | undefined = c.env
  const socketAddress = bindings?.incoming?.socket.remoteAddress
  return clientAddress(socketAddress, c.req.header('x-forwarded-for'), trustedProxies)
}

/** One connection of IPv6 has a whole /64 to choose addresses from, so it counts as one. */
export function addressGroup(address: string): string {
  if (!ipaddr.IPv6.isValid(address)) return address
  const parts = ipaddr.IPv6.parse(address).parts.slice(0, 4)
  return `${parts.map((part) => part.toString(16)).join(':')}::/64`
}

function normalAddress(text: string): string | undefined {
  const bare = text.replace(/^\[(.*)\](?::\d+)?$/, '$1').replace(/%.*$/, '')
  return ipaddr.isValid(bare) ? ipaddr.process(bare).toString() : undefined
}
