import type { NetworkAdapter } from '../network-adapter.ts'
import type { NetworkEnvironment } from '../network-environment.ts'
import { mastodonConnector } from './connect.ts'
import { mastodonLimits } from './limits.ts'
import { prepareMastodon } from './prepare.ts'
import { publishMastodon } from './publish.ts'
import { reconcileMastodon } from './reconcile.ts'

const hourMs = 3_600_000

export function createMastodon(environment: NetworkEnvironment): NetworkAdapter {
  return {
    network: 'mastodon',
    // Exact for the hour in which servers keep the key, and looked for after it.
    promise: { class: 'exact', repeatableForMs: hourMs, settleMs: 60_000 },
    connector: mastodonConnector(environment),
    takesComments: false,
    mintKey: ({ id }) => id,
    limits: (session) => mastodonLimits(environment, session),
    prepare: (order) => prepareMastodon(environment, order),
    publish: (order) => publishMastodon(environment, order),
    reconcile: (order) => reconcileMastodon(environment, order),
  }
}
