import { GraphApi } from '../graph/graph-api.ts'
import { GraphContainers } from '../graph/graph-containers.ts'
import type { NetworkAdapter } from '../network-adapter.ts'
import type { NetworkEnvironment } from '../network-environment.ts'
import { threadsConnector } from './connect.ts'
import { threadsErrorOf } from './errors.ts'
import { threadsLimits } from './limits.ts'
import { prepareForThreads } from './prepare.ts'
import { publishToThreads } from './publish.ts'
import { findOnThreads } from './reconcile.ts'

/**
 * Threads makes a post before it is published, as Instagram does, but forgets what it was made of
 * once it is. What became of a lost call is read from the account's own posts and answers.
 */
export function createThreads(environment: NetworkEnvironment): NetworkAdapter {
  const { clock } = environment
  const api = new GraphApi(environment, {
    name: 'Threads',
    base: 'https://graph.threads.net',
    version: 'v1.0',
    known: threadsErrorOf,
  })
  const containers = new GraphContainers({ api, clock, statusField: 'status', edge: 'threads' })
  return {
    network: 'threads',
    promise: { class: 'checked', repeatableForMs: 0, settleMs: 60_000 },
    connector: threadsConnector(environment, api),
    takesComments: true,
    mintKey: ({ id }) => id,
    limits: (session) => threadsLimits(api, session),
    prepare: (order) => prepareForThreads(containers, order),
    publish: (order) => publishToThreads(api, order),
    reconcile: (order) => findOnThreads(api, containers, order),
  }
}
