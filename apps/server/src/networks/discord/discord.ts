import type { NetworkAdapter } from '../network-adapter.ts'
import type { NetworkEnvironment } from '../network-environment.ts'
import { discordConnector } from './connect.ts'
import { discordLimits } from './limits.ts'
import { prepareDiscord } from './prepare.ts'
import { publishDiscord } from './publish.ts'
import { reconcileDiscord } from './reconcile.ts'

export function createDiscord(environment: NetworkEnvironment): NetworkAdapter {
  return {
    network: 'discord',
    promise: { class: 'asked', repeatableForMs: 0, settleMs: 0 },
    connector: discordConnector(environment),
    takesComments: false,
    mintKey: ({ id }) => id,
    limits: discordLimits,
    prepare: prepareDiscord,
    publish: (order) => publishDiscord(environment, order),
    reconcile: reconcileDiscord,
  }
}
