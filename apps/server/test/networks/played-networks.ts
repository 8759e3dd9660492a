import { randomUUID } from 'node:crypto'
import { createBluesky } from '../../src/networks/bluesky/bluesky.ts'
import { createDiscord } from '../../src/networks/discord/discord.ts'
import { NetworkClient } from '../../src/networks/http/network-client.ts'
import { createMastodon } from '../../src/networks/mastodon/mastodon.ts'
import type { Candidate, NetworkAdapter, Session } from '../../src/networks/network-adapter.ts'
import type { NetworkEnvironment } from '../../src/networks/network-environment.ts'
import { createTelegram } from '../../src/networks/telegram/telegram.ts'
import { startBlueskyStandIn } from '../../src/networks/testing/bluesky-stand-in.ts'
import type { PlayedNetwork } from '../../src/networks/testing/conformance.ts'
import { startDiscordStandIn } from '../../src/networks/testing/discord-stand-in.ts'
import {
  type MastodonStandIn,
  startMastodonStandIn,
} from '../../src/networks/testing/mastodon-stand-in.ts'
import type { StandIn } from '../../src/networks/testing/stand-in.ts'
import { startTelegramStandIn } from '../../src/networks/testing/telegram-stand-in.ts'

export function environmentFor({ host, url }: Pick<StandIn, 'host' | 'url'>): NetworkEnvironment {
  return {
    client: new NetworkClient({ allowedHosts: [host], userAgent: 'RheosTest/1.0' }),
    app: { clientId: 'studio', clientSecret: 'studio-secret' },
    apiUrl: url,
    clock: () => Date.now(),
    newId: () => randomUUID(),
  }
}

export function sessionOf(candidate: Candidate | undefined): Session {
  if (candidate === undefined) throw new Error('There was nothing to connect.')
  const { remoteId, handle, server, facts, renewed } = candidate
  const { credentials } = renewed
  return { socialAccountId: randomUUID(), remoteId, handle, server, facts, credentials }
}

async function connected(
  adapter: NetworkAdapter,
  fields: Readonly<Record<string, string>>,
): Promise<Session> {
  if (adapter.connector.kind !== 'credentials') throw new Error('It is connected at its own page.')
  return sessionOf((await adapter.connector.connect(fields))[0])
}

export async function playBluesky(): Promise<PlayedNetwork> {
  const standIn = await startBlueskyStandIn()
  const adapter = createBluesky(environmentFor(standIn))
  const { handle, appPassword, url: server } = standIn
  const session = await connected(adapter, { handle, appPassword, server })
  return { adapter, session, standIn, revoke: standIn.revoke, close: standIn.close }
}

export async function playMastodon(): Promise<
  PlayedNetwork & { readonly standIn: MastodonStandIn }
> {
  const standIn = await startMastodonStandIn()
  const adapter = createMastodon(environmentFor(standIn))
  const session: Session = {
    socialAccountId: randomUUID(),
    remoteId: '109881234567890001',
    handle: '@roundbakery',
    server: standIn.url,
    facts: {},
    credentials: { accessToken: standIn.token() },
  }
  return { adapter, session, standIn, revoke: standIn.revokeTokens, close: standIn.close }
}

export async function playTelegram(): Promise<PlayedNetwork> {
  const standIn = await startTelegramStandIn()
  const adapter = createTelegram(environmentFor(standIn))
  const session = await connected(adapter, { token: standIn.token, chat: standIn.chat })
  return { adapter, session, standIn, revoke: standIn.kick, close: standIn.close }
}

export async function playDiscord(): Promise<PlayedNetwork> {
  const standIn = await startDiscordStandIn()
  const adapter = createDiscord(environmentFor(standIn))
  const session = await connected(adapter, { webhook: standIn.webhook })
  return { adapter, session, standIn, revoke: standIn.deleteWebhook, close: standIn.close }
}
