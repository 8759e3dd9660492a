import { FormData } from 'undici'
import { z } from 'zod'
import type { PublishOrder, Receipt, Session } from '../network-adapter.ts'
import type { NetworkEnvironment } from '../network-environment.ts'
import { credentialsSchema, telegramCall } from './api.ts'
import { intentSchema } from './prepare.ts'

type Intent = z.infer<typeof intentSchema>

const messageSchema = z.object({ message_id: z.number() })
const sentSchema = z.object({ result: z.union([messageSchema, z.array(messageSchema).min(1)]) })

/** One call, whatever is in it: text, a picture with its text, or an album. */
export async function publishTelegram(
  environment: NetworkEnvironment,
  { session, intent, signal }: PublishOrder,
): Promise<Receipt> {
  const { token } = credentialsSchema.parse(session.credentials)
  const answer = await telegramCall(environment, {
    token,
    commits: true,
    signal,
    ...callFor(session.remoteId, intentSchema.parse(intent)),
  })
  const { result } = sentSchema.parse(answer.json)
  const first = Array.isArray(result) ? result[0] : result
  return receiptOf(session, first?.message_id ?? 0)
}

function callFor(chatId: string, { text, replyTo, media }: Intent) {
  const reply = replyTo === null ? {} : { reply_parameters: { message_id: replyTo } }
  const [only] = media
  if (only === undefined)
    return { method: 'sendMessage', json: { chat_id: chatId, text, ...reply } }
  const form = new FormData()
  form.set('chat_id', chatId)
  if (replyTo !== null) form.set('reply_parameters', JSON.stringify(reply.reply_parameters))
  media.forEach((file, index) => {
    const bytes = new Uint8Array(Buffer.from(file.base64, 'base64'))
    form.set(`file${index}`, new File([bytes], `picture${index}`, { type: file.mediaType }))
  })
  if (media.length === 1) {
    form.set('photo', 'attach://file0')
    form.set('caption', text)
    return { method: 'sendPhoto', form }
  }
  const album = media.map((_, index) => ({
    type: 'photo',
    media: `attach://file${index}`,
    ...(index === 0 && { caption: text }),
  }))
  form.set('media', JSON.stringify(album))
  return { method: 'sendMediaGroup', form }
}

function receiptOf({ facts }: Session, messageId: number): Receipt {
  const name = facts['username']
  return {
    remoteId: String(messageId),
    url: typeof name === 'string' ? `https://t.me/${name}/${messageId}` : null,
    reference: { messageId },
  }
}
