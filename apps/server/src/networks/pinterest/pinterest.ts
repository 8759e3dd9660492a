import type { NetworkAdapter } from '../network-adapter.ts'
import type { NetworkEnvironment } from '../network-environment.ts'
import { pinterestConnector } from './connect.ts'
import { pinterestLimits } from './limits.ts'
import { PinterestApi } from './pinterest-api.ts'
import { preparePin } from './prepare.ts'
import { publishPin } from './publish.ts'
import { findPin } from './reconcile.ts'

/** Pinterest knows no key of a call: what became of a lost one is read from the board. */
export function createPinterest(environment: NetworkEnvironment): NetworkAdapter {
  const api = new PinterestApi(environment)
  return {
    network: 'pinterest',
    promise: { class: 'checked', repeatableForMs: 0, settleMs: 60_000 },
    connector: pinterestConnector(environment, api),
    takesComments: false,
    mintKey: ({ id }) => id,
    limits: pinterestLimits,
    prepare: preparePin,
    publish: (order) => publishPin(api, order),
    reconcile: (order) => findPin(api, order),
  }
}
