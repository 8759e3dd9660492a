import type { NetworkAdapter } from '../network-adapter.ts'
import type { NetworkEnvironment } from '../network-environment.ts'
import { telegramConnector } from './connect.ts'
import { telegramLimits } from './limits.ts'
import { prepareTelegram } from './prepare.ts'
import { publishTelegram } from './publish.ts'
import { reconcileTelegram } from './reconcile.ts'

export function createTelegram(environment: NetworkEnvironment): NetworkAdapter {
  return {
    network: 'telegram',
    promise: { class: 'asked', repeatableForMs: 0, settleMs: 0 },
    connector: telegramConnector(environment),
    takesComments: false,
    mintKey: ({ id }) => id,
    limits: telegramLimits,
    prepare: prepareTelegram,
    publish: (order) => publishTelegram(environment, order),
    reconcile: reconcileTelegram,
  }
}
