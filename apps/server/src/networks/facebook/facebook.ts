import { apiVersions } from '../api-versions.ts'
import { GraphApi } from '../graph/graph-api.ts'
import type { NetworkAdapter } from '../network-adapter.ts'
import type { NetworkEnvironment } from '../network-environment.ts'
import { facebookConnector } from './connect.ts'
import { facebookErrorOf } from './errors.ts'
import { facebookLimits } from './limits.ts'
import { prepareForFacebook } from './prepare.ts'
import { publishToFacebook } from './publish.ts'
import { findOnFacebook } from './reconcile.ts'

/** Pages of Facebook. What became of a lost call is read from what the page published. */
export function createFacebook(environment: NetworkEnvironment): NetworkAdapter {
  const { version } = apiVersions.facebook
  const base = 'https://graph.facebook.com'
  const api = new GraphApi(environment, { name: 'Facebook', base, version, known: facebookErrorOf })
  return {
    network: 'facebook',
    promise: { class: 'checked', repeatableForMs: 0, settleMs: 60_000 },
    connector: facebookConnector(environment, api),
    takesComments: true,
    mintKey: ({ id }) => id,
    limits: async () => facebookLimits(),
    prepare: (order) => prepareForFacebook(api, environment.clock, order),
    publish: (order) => publishToFacebook(api, order),
    reconcile: (order) => findOnFacebook(api, order),
  }
}
