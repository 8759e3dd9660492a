import type { Network } from '@rheos/contract'
import { dayMs, type Instant } from '../clock.ts'

/** A dated version of a network's API; it ends, and the studio has to be updated before. */
interface ApiVersion {
  readonly version: string
  /** The day on which this was compared with what the network says. */
  readonly checked: string
  readonly source: string
  /** From this day on it may be refused. */
  readonly endsOn: string
}

const graph: ApiVersion = {
  version: 'v25.0',
  checked: '2026-11-26',
  source: 'https://developers.facebook.com/docs/graph-api/changelog',
  endsOn: '2028-07-29',
}

export const apiVersions = {
  facebook: graph,
  instagram: graph,
  linkedin: {
    version: '202607',
    checked: '2026-11-26',
    source: 'https://learn.microsoft.com/en-us/linkedin/marketing/versioning',
    endsOn: '2027-07-01',
  },
} as const satisfies Partial<Record<Network, ApiVersion>>

/** What whoever runs the studio should know: versions that end within a quarter of a year, or have ended. */
export function versionsEndingSoon(now: Instant): readonly string[] {
  return Object.entries(apiVersions).flatMap(([network, { version, endsOn }]) =>
    Date.parse(endsOn) - now < 90 * dayMs
      ? [`Version ${version} of the API of ${network} ends on ${endsOn}: update the studio before.`]
      : [],
  )
}
