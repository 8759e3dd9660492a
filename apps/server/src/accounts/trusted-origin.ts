import { isIP } from 'node:net'

/**
 * Whether a page of `origin` may act for the person signed in: a page of PUBLIC_URL, or of the very
 * host that was asked when that is an address or localhost. A name must be PUBLIC_URL's, since any
 * site can point a name of its own at this machine.
 */
export function isTrustedOrigin(
  origin: string,
  target: { readonly publicUrl: string; readonly requestUrl: string },
): boolean {
  const from = parse(origin)
  const asked = parse(target.requestUrl)
  if (from === undefined || asked === undefined) return false
  if (from.origin === new URL(target.publicUrl).origin) return true
  return from.host === asked.host && cannotBeRebound(from.hostname)
}

function cannotBeRebound(hostname: string): boolean {
  return hostname === 'localhost' || isIP(hostname.replace(/^\[|\]$/g, '')) !== 0
}

function parse(url: string): URL | undefined {
  try {
    const parsed = new URL(url)
    return /^https?:$/.test(parsed.protocol) ? parsed : undefined
  } catch {
    return undefined
  }
}
