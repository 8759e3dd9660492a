import type { NetworkAdapter } from '../network-adapter.ts'
import type { NetworkEnvironment } from '../network-environment.ts'
import { tiktokConnector } from './connect.ts'
import { tiktokLimits } from './limits.ts'
import { prepareForTiktok } from './prepare.ts'
import { publishToTiktok } from './publish.ts'
import { findOnTiktok } from './reconcile.ts'
import { TiktokApi } from './tiktok-api.ts'

/**
 * TikTok knows a video by the number of its upload, so that it is never made twice. Photos have such a
 * number only when their one call was answered; else they are looked for, and a person is asked when
 * they are not found: TikTok need not list them. The promise is the lesser one.
 */
export function createTiktok(environment: NetworkEnvironment): NetworkAdapter {
  const api = new TiktokApi(environment)
  return {
    network: 'tiktok',
    // What is to be public is shown when TikTok has looked at it, which takes a minute as a rule.
    promise: { class: 'checked', repeatableForMs: 0, settleMs: 5 * 60_000, mayAsk: true },
    connector: tiktokConnector(environment, api),
    takesComments: false,
    mintKey: ({ id }) => id,
    limits: (session) => tiktokLimits(api, session),
    prepare: (order) => prepareForTiktok(api, environment.clock, order),
    publish: (order) => publishToTiktok(api, order),
    reconcile: (order) => findOnTiktok(api, order),
  }
}
