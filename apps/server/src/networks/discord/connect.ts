import { z } from 'zod'
import { callNetwork } from '../http/call-network.ts'
import type { Candidate, CredentialsConnector } from '../network-adapter.ts'
import type { NetworkEnvironment } from '../network-environment.ts'
import { PublishError } from '../publish-error.ts'
import { discordError } from './errors.ts'

export const discord = { name: 'Discord', errorOf: discordError }
export const credentialsSchema = z.object({ path: z.string() })

const webhookSchema = z.object({
  id: z.string(),
  name: z.string().nullable().default(null),
  channel_id: z.string(),
  guild_id: z.string().nullable().default(null),
})

export function discordConnector(environment: NetworkEnvironment): CredentialsConnector {
  return {
    kind: 'credentials',
    fields: [
      {
        name: 'webhook',
        label: 'Webhook address',
        hint: 'In Discord: the channel’s settings → Integrations → Webhooks → Copy webhook URL.',
        placeholder: 'https://discord.com/api/webhooks/…',
        secret: true,
      },
    ],
    connect: (fields) => connect(environment, fields['webhook'] ?? ''),
  }
}

async function connect(
  environment: NetworkEnvironment,
  address: string,
): Promise<readonly Candidate[]> {
  const path = /\/(api\/(?:v\d+\/)?webhooks\/\d+\/[\w-]+)\/?$/.exec(address)?.[1]
  if (path === undefined)
    throw new PublishError({
      kind: 'rejected',
      code: 'account_revoked',
      detail: 'This is no address of a Discord webhook: copy it there with “Copy webhook URL”.',
    })
  const answer = await callNetwork(environment, discord, {
    method: 'GET',
    url: addressOf(environment, path),
    signal: new AbortController().signal,
  })
  const webhook = webhookSchema.parse(answer.json)
  return [
    {
      remoteId: webhook.id,
      name: webhook.name ?? 'Discord channel',
      handle: '',
      kind: 'Channel',
      avatarUrl: null,
      server: '',
      scopes: [],
      facts: { channelId: webhook.channel_id, guildId: webhook.guild_id },
      renewed: { credentials: { path }, tokenExpiresAt: null, personNeededAt: null },
    },
  ]
}

/** The host is ours to say: an address that a person gives names a webhook and no machine. */
export function addressOf({ apiUrl }: NetworkEnvironment, path: string): string {
  return `${apiUrl ?? 'https://discord.com'}/${path}`
}
