import type { Network } from '@rheos/contract'
import type { NetworkAdapter } from './network-adapter.ts'

/** Every network that the studio can publish to. */
export type Networks = ReadonlyMap<Network, NetworkAdapter>
