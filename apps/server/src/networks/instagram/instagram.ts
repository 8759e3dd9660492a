import { apiVersions } from '../api-versions.ts'
import { GraphApi } from '../graph/graph-api.ts'
import { GraphContainers } from '../graph/graph-containers.ts'
import type { NetworkAdapter } from '../network-adapter.ts'
import type { NetworkEnvironment } from '../network-environment.ts'
import { instagramConnector } from './connect.ts'
import { instagramErrorOf } from './errors.ts'
import { instagramLimits } from './limits.ts'
import { prepareForInstagram } from './prepare.ts'
import { publishToInstagram } from './publish.ts'
import { findOnInstagram } from './reconcile.ts'

/**
 * Instagram makes a post before it is published, and tells of it for a day whether it was. So a post
 * is never published twice; of a comment under it, which has no such thing, the comments are read.
 */
export function createInstagram(environment: NetworkEnvironment): NetworkAdapter {
  const { clock } = environment
  const api = new GraphApi(environment, {
    name: 'Instagram',
    base: 'https://graph.instagram.com',
    version: apiVersions.instagram.version,
    known: instagramErrorOf,
  })
  const containers = new GraphContainers({ api, clock, statusField: 'status_code', edge: 'media' })
  return {
    network: 'instagram',
    promise: { class: 'exact', repeatableForMs: 0, settleMs: 30_000 },
    connector: instagramConnector(environment, api),
    takesComments: true,
    mintKey: ({ id }) => id,
    limits: (session) => instagramLimits(api, session),
    prepare: (order) => prepareForInstagram(containers, clock, order),
    publish: (order) => publishToInstagram(api, containers, order),
    reconcile: (order) => findOnInstagram(api, containers, order),
  }
}
