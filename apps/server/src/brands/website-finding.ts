import { parseWebsiteAddress, type WebsiteFindings } from './import/website-import.ts'
import type { StoredFinding } from './import-result.ts'

/**
 * The address that was read, where the brand has another: accepted, it takes that one's place. Where
 * the brand's own website was asked for, or a page within it, there is nothing to replace.
 */
export function websiteFinding(
  { address, pages }: Pick<WebsiteFindings, 'address' | 'pages'>,
  asked: string,
  present: string | null,
): StoredFinding[] {
  const parsed = parseWebsiteAddress(asked)
  if (present === null || (parsed.ok && parsed.url === present)) return []
  if (liesWithin(address, present)) return []
  return [
    {
      field: 'website',
      value: address,
      confidence: 1,
      evidence: [{ page: address, snippet: pages[0]?.title ?? '', source: 'page' }],
    },
  ]
}

/** With another scheme or `www.` it is the same website. */
function liesWithin(address: string, website: string): boolean {
  const [inner, outer] = [placeOf(address), placeOf(website)]
  return inner === outer || inner.startsWith(`${outer}/`)
}

function placeOf(address: string): string {
  const { host, pathname } = new URL(address)
  return `${host.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}`
}
