import type { NetworkAdapter } from '../network-adapter.ts'
import type { NetworkEnvironment } from '../network-environment.ts'
import { blueskyConnector } from './connect.ts'
import { blueskyLimits } from './limits.ts'
import { prepareBluesky } from './prepare.ts'
import { publishBluesky } from './publish.ts'
import { reconcileBluesky } from './reconcile.ts'
import { tidOf } from './tid.ts'

/** A record stays under its key for ever. */
const forEverMs = Number.MAX_SAFE_INTEGER

export function createBluesky(environment: NetworkEnvironment): NetworkAdapter {
  return {
    network: 'bluesky',
    promise: { class: 'exact', repeatableForMs: forEverMs, settleMs: 0 },
    connector: blueskyConnector(environment),
    takesComments: false,
    mintKey: tidOf,
    limits: blueskyLimits,
    prepare: (order) => prepareBluesky(environment, order),
    publish: (order) => publishBluesky(environment, order),
    reconcile: (order) => reconcileBluesky(environment, order),
  }
}
