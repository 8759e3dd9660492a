import type { Network } from '@rheos/contract'
import { createBluesky } from '../../src/networks/bluesky/bluesky.ts'
import { createDiscord } from '../../src/networks/discord/discord.ts'
import { createMastodon } from '../../src/networks/mastodon/mastodon.ts'
import type { NetworkAdapter } from '../../src/networks/network-adapter.ts'
import type { NetworkEnvironment } from '../../src/networks/network-environment.ts'
import { createTelegram } from '../../src/networks/telegram/telegram.ts'
import { environmentFor } from '../../test/networks/played-networks.ts'

const create: Partial<Record<Network, (environment: NetworkEnvironment) => NetworkAdapter>> = {
  bluesky: createBluesky,
  mastodon: createMastodon,
  telegram: createTelegram,
  discord: createDiscord,
}

/** Where a network plays. */
export interface Place {
  readonly network: Network
  readonly host: string
  readonly url: string
}

/** The adapters for networks that play in another process. */
export function adaptersFor(places: readonly Place[]): NetworkAdapter[] {
  return places.map((place) => {
    const make = create[place.network]
    if (make === undefined) throw new Error(`${place.network} is not measured.`)
    return make(environmentFor(place))
  })
}
