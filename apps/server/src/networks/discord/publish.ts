import { FormData } from 'undici'
import { z } from 'zod'
import { callNetwork } from '../http/call-network.ts'
import type { PublishOrder, Receipt } from '../network-adapter.ts'
import type { NetworkEnvironment } from '../network-environment.ts'
import { addressOf, credentialsSchema, discord } from './connect.ts'
import { intentSchema } from './prepare.ts'

const messageSchema = z.object({ id: z.string() })

/** Executes the webhook. Nobody is pinged by what a post says. */
export async function publishDiscord(
  environment: NetworkEnvironment,
  { session, intent, signal }: PublishOrder,
): Promise<Receipt> {
  const { path } = credentialsSchema.parse(session.credentials)
  const { content, media } = intentSchema.parse(intent)
  const message = {
    content,
    allowed_mentions: { parse: [] },
    attachments: media.map(({ alt }, id) => ({ id, description: alt })),
  }
  const form = new FormData()
  form.set('payload_json', JSON.stringify(message))
  media.forEach(({ mediaType, base64 }, index) => {
    const bytes = new Uint8Array(Buffer.from(base64, 'base64'))
    const name = `picture${index}.${mediaType.split('/')[1] ?? 'png'}`
    form.set(`files[${index}]`, new File([bytes], name, { type: mediaType }))
  })
  const answer = await callNetwork(environment, discord, {
    method: 'POST',
    url: `${addressOf(environment, path)}?wait=true`,
    ...(media.length === 0 ? { json: message } : { body: form }),
    commits: true,
    timeoutMs: 60_000,
    signal,
  })
  const { id } = messageSchema.parse(answer.json)
  const { guildId, channelId } = session.facts
  return {
    remoteId: id,
    url: guildId ? `https://discord.com/channels/${guildId}/${channelId}/${id}` : null,
    reference: { id },
    requestId: answer.requestId,
  }
}
