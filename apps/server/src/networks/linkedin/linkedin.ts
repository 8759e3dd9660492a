import type { NetworkAdapter } from '../network-adapter.ts'
import type { NetworkEnvironment } from '../network-environment.ts'
import { linkedinConnector } from './connect.ts'
import { linkedinLimits } from './limits.ts'
import { LinkedinApi } from './linkedin-api.ts'
import { prepareForLinkedin } from './prepare.ts'
import { publishToLinkedin } from './publish.ts'
import { findOnLinkedin } from './reconcile.ts'

/**
 * LinkedIn knows no key of a call, refuses what it has already, and names it. What became of a lost
 * call is read where it lets us read; where not, a person looks.
 */
export function createLinkedin(environment: NetworkEnvironment): NetworkAdapter {
  const api = new LinkedinApi(environment)
  return {
    network: 'linkedin',
    promise: { class: 'checked', repeatableForMs: 0, settleMs: 60_000 },
    connector: linkedinConnector(environment, api),
    takesComments: true,
    mintKey: ({ id }) => id,
    limits: async () => linkedinLimits(),
    prepare: (order) => prepareForLinkedin(api, environment.clock, order),
    publish: (order) => publishToLinkedin(api, order),
    reconcile: (order) => findOnLinkedin(api, order),
  }
}
