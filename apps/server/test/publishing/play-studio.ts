import type {
  Brand,
  Connection,
  Network,
  Post,
  PostDeliveries,
  SocialAccount,
} from '@rheos/contract'
import { startBlueskyStandIn } from '../../src/networks/testing/bluesky-stand-in.ts'
import { startDiscordStandIn } from '../../src/networks/testing/discord-stand-in.ts'
import { startMastodonStandIn } from '../../src/networks/testing/mastodon-stand-in.ts'
import { startTelegramStandIn } from '../../src/networks/testing/telegram-stand-in.ts'
import { jsonOf } from '../http/asking.ts'
import { type SignedUp, type StudioOptions, startStudio, type TestStudio } from '../studio.ts'

export interface PlayedNetworks {
  readonly bluesky: Awaited<ReturnType<typeof startBlueskyStandIn>>
  readonly mastodon: Awaited<ReturnType<typeof startMastodonStandIn>>
  readonly telegram: Awaited<ReturnType<typeof startTelegramStandIn>>
  readonly discord: Awaited<ReturnType<typeof startDiscordStandIn>>
  readonly environment: Readonly<Record<string, string>>
  close(): Promise<void>
}

/** Networks on loopback, and the settings by which a studio publishes to them. */
export async function playNetworks(): Promise<PlayedNetworks> {
  const bluesky = await startBlueskyStandIn()
  const mastodon = await startMastodonStandIn()
  const telegram = await startTelegramStandIn()
  const discord = await startDiscordStandIn()
  const all = [bluesky, mastodon, telegram, discord]
  return {
    bluesky,
    mastodon,
    telegram,
    discord,
    environment: {
      NETWORK_ALLOWED_HOSTS: all.map(({ host }) => host).join(','),
      TELEGRAM_API_URL: telegram.url,
      DISCORD_API_URL: discord.url,
    },
    close: async () => {
      await Promise.all(all.map((each) => each.close()))
    },
  }
}

/** A studio with a person, a brand and its accounts. */
export interface PublishingStudio {
  readonly studio: TestStudio
  readonly person: SignedUp
  readonly brand: Brand
  connect(network: Network, fields: Readonly<Record<string, string>>): Promise<SocialAccount>
  draft(text: string, networks: readonly Network[], more?: object): Promise<Post>
  deliveries(postId: string): Promise<PostDeliveries['items']>
  /** Waits until all deliveries of a post are as they should be. */
  until(
    postId: string,
    isSo: (items: PostDeliveries['items']) => boolean,
    withinMs?: number,
  ): Promise<PostDeliveries['items']>
}

export async function startPublishing(
  networks: PlayedNetworks,
  options: StudioOptions = {},
): Promise<PublishingStudio> {
  const studio = await startStudio({
    ...options,
    environment: { ...networks.environment, ...options.environment },
  })
  const person = await studio.signUp()
  const brand = await jsonOf<Brand>(
    person.client.post(`${person.workspace}/brands`, { name: 'Round Bakery' }),
    201,
  )
  return publishingOf(studio, person, brand)
}

export function publishingOf(studio: TestStudio, person: SignedUp, brand: Brand): PublishingStudio {
  const { client, workspace } = person
  const deliveries = async (postId: string) =>
    (await client.json<PostDeliveries>(`${workspace}/posts/${postId}/deliveries`)).items
  return {
    studio,
    person,
    brand,
    deliveries,
    connect: async (network, fields) => {
      const body = { network, brandId: brand.id, fields }
      const connection = await jsonOf<Connection>(
        client.post(`${workspace}/social-accounts/connections`, body),
        201,
      )
      const [account] = connection.accounts
      if (account === undefined) throw new Error(`Not connected: ${JSON.stringify(connection)}`)
      return account
    },
    draft: (text, to, more = {}) =>
      jsonOf<Post>(
        client.post(`${workspace}/posts`, {
          body: text,
          brandId: brand.id,
          networks: to,
          ...more,
        }),
        201,
      ),
    until: async (postId, isSo, withinMs = 25_000) => {
      const end = Date.now() + withinMs
      for (;;) {
        const items = await deliveries(postId)
        if (isSo(items)) return items
        if (Date.now() > end) throw new Error(`Still so: ${JSON.stringify(items, null, 1)}`)
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    },
  }
}

export const blueskyFields = ({ bluesky }: PlayedNetworks) => ({
  handle: bluesky.handle,
  appPassword: bluesky.appPassword,
  server: bluesky.url,
})
