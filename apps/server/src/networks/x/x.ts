import type { NetworkAdapter } from '../network-adapter.ts'
import type { NetworkEnvironment } from '../network-environment.ts'
import { xConnector } from './connect.ts'
import { xLimits } from './limits.ts'
import { prepareForX } from './prepare.ts'
import { publishToX } from './publish.ts'
import { findOnX } from './reconcile.ts'
import { XApi } from './x-api.ts'

/**
 * X knows no key of a call, and refuses a text that the account posted before. What became of a lost
 * call is read from the account's own timeline.
 */
export function createX(environment: NetworkEnvironment): NetworkAdapter {
  const api = new XApi(environment)
  return {
    network: 'x',
    promise: { class: 'checked', repeatableForMs: 0, settleMs: 30_000 },
    connector: xConnector(environment, api),
    takesComments: true,
    mintKey: ({ id }) => id,
    limits: (session) => xLimits(api, session),
    prepare: (order) => prepareForX(api, environment.clock, order),
    publish: (order) => publishToX(api, order),
    reconcile: (order) => findOnX(api, order),
  }
}
