import type { Clock } from '../clock.ts'
import type { NetworkAppSettings } from '../config.ts'
import type { NetworkClient } from './http/network-client.ts'

/** What an adapter is made of. */
export interface NetworkEnvironment {
  readonly client: NetworkClient
  /** The studio as an application of the network; absent: not set up. */
  readonly app: NetworkAppSettings | undefined
  /** Another address than the network's own. */
  readonly apiUrl: string | undefined
  readonly clock: Clock
  readonly newId: () => string
}
