import type { Network } from '@rheos/contract'
import type { NetworkAdapter } from '../../../src/networks/network-adapter.ts'
import type { NetworkEnvironment } from '../../../src/networks/network-environment.ts'
import { noticeboardConnector } from './connect.ts'
import { prepareNote } from './prepare.ts'
import { publishNote } from './publish.ts'
import { findNote } from './reconcile.ts'

export function createNoticeboard(environment: NetworkEnvironment): NetworkAdapter {
  return {
    // A network of its own stands in the list of the contract; this one is an example.
    network: 'noticeboard' as Network,
    // It keeps no key, and shows every note with the mark that it came with, at once.
    promise: { class: 'checked', repeatableForMs: 0, settleMs: 5_000 },
    connector: noticeboardConnector(environment),
    takesComments: false,
    mintKey: ({ id }) => id,
    limits: () => Promise.resolve({}),
    prepare: (order) => prepareNote(environment, order),
    publish: (order) => publishNote(environment, order),
    reconcile: (order) => findNote(environment, order),
  }
}
