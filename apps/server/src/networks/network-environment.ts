import type { Clock } from '../clock.ts'
import type { NetworkAppSettings } from '../config.ts'
import type { NetworkClient } from './http/network-client.ts'

/** What every network is built from. */
export interface NetworkEnvironment {
  readonly client: NetworkClient
  /** The keys of this installation; undefined where none are set. */
  readonly app: NetworkAppSettings | undefined
  /** Another address than the network's own. */
  readonly apiUrl: string | undefined
  readonly clock: Clock
  readonly newId: () => string
}
