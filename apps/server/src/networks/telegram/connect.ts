import { z } from 'zod'
import type { Candidate, CredentialsConnector } from '../network-adapter.ts'
import type { NetworkEnvironment } from '../network-environment.ts'
import { PublishError } from '../publish-error.ts'
import { telegramCall } from './api.ts'

const chatSchema = z.object({
  result: z.object({
    id: z.number(),
    title: z.string().optional(),
    username: z.string().optional(),
    type: z.string(),
  }),
})
const signal = new AbortController().signal

export function telegramConnector(environment: NetworkEnvironment): CredentialsConnector {
  return {
    kind: 'credentials',
    fields: [
      {
        name: 'token',
        label: 'Bot token',
        hint: 'Make a bot with @BotFather, and make it an admin of your channel.',
        placeholder: '123456:ABC-DEF…',
        secret: true,
      },
      {
        name: 'chat',
        label: 'Channel',
        hint: 'Its public name, or its number.',
        placeholder: '@yourchannel',
        secret: false,
      },
    ],
    connect: (fields) => connect(environment, fields),
  }
}

async function connect(
  environment: NetworkEnvironment,
  fields: Readonly<Record<string, string>>,
): Promise<readonly Candidate[]> {
  const token = fields['token'] ?? ''
  if (!/^\d+:[\w-]+$/.test(token))
    throw new PublishError({
      kind: 'rejected',
      code: 'account_revoked',
      detail: 'This is no bot token: it has a number, a colon and letters, as @BotFather gives it.',
    })
  const chat = fields['chat'] ?? ''
  const chatId = /^-?\d+$/.test(chat) || chat.startsWith('@') ? chat : `@${chat}`
  const answer = await telegramCall(environment, {
    token,
    method: 'getChat',
    json: { chat_id: chatId },
    signal,
  })
  const { result } = chatSchema.parse(answer.json)
  return [
    {
      remoteId: String(result.id),
      name: result.title ?? result.username ?? 'Channel',
      handle: result.username === undefined ? '' : `@${result.username}`,
      kind: 'Channel',
      avatarUrl: null,
      server: '',
      scopes: [],
      facts: { ...(result.username !== undefined && { username: result.username }) },
      renewed: { credentials: { token }, tokenExpiresAt: null, personNeededAt: null },
    },
  ]
}
