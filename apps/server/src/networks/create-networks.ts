import type { Network } from '@rheos/contract'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import { createBluesky } from './bluesky/bluesky.ts'
import { createDiscord } from './discord/discord.ts'
import { createFacebook } from './facebook/facebook.ts'
import { NetworkClient } from './http/network-client.ts'
import { createInstagram } from './instagram/instagram.ts'
import { createLinkedin } from './linkedin/linkedin.ts'
import { createMastodon } from './mastodon/mastodon.ts'
import type { NetworkAdapter } from './network-adapter.ts'
import type { NetworkEnvironment } from './network-environment.ts'
import type { Networks } from './networks.ts'
import { createPinterest } from './pinterest/pinterest.ts'
import { createTelegram } from './telegram/telegram.ts'
import { createThreads } from './threads/threads.ts'
import { createTiktok } from './tiktok/tiktok.ts'
import { createX } from './x/x.ts'
import { createYoutube } from './youtube/youtube.ts'

type Create = (environment: NetworkEnvironment) => NetworkAdapter

/** In the order in which people are shown them. */
const adapters: Readonly<Partial<Record<Network, Create>>> = {
  bluesky: createBluesky,
  mastodon: createMastodon,
  linkedin: createLinkedin,
  instagram: createInstagram,
  facebook: createFacebook,
  threads: createThreads,
  pinterest: createPinterest,
  x: createX,
  tiktok: createTiktok,
  youtube: createYoutube,
  telegram: createTelegram,
  discord: createDiscord,
}

/** Every network that the studio knows, with the settings of this installation. */
export function createNetworks(options: {
  readonly config: Config
  readonly clock: Clock
  readonly newId: () => string
  readonly userAgent: string
}): Networks {
  const { config, clock, newId, userAgent } = options
  const { allowedHosts, apps, apiUrls } = config.publishing
  const client = new NetworkClient({ allowedHosts, userAgent })
  const entries = Object.entries(adapters) as [Network, Create][]
  return new Map(
    entries.map(([network, create]) => [
      network,
      create({ client, app: apps[network], apiUrl: apiUrls[network], clock, newId }),
    ]),
  )
}
