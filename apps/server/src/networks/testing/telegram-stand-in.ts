import type { StandIn, StandInPost } from './stand-in.ts'
import { startStandIn } from './stand-in.ts'

export interface TelegramStandIn extends StandIn {
  readonly token: string
  readonly chat: string
  /** The bot is taken out of the channel. */
  kick(): void
}

const token = '123456:standInTokenOfABot'
const chatId = -1_001_234_567_890

/** Telegram's Bot API on loopback, for one bot in one channel. */
export async function startTelegramStandIn(): Promise<TelegramStandIn> {
  const posts: StandInPost[] = []
  const state = { kicked: false }
  let next = 100
  const keep = (text: string, replyTo: number | undefined, media: StandInPost['media']) => {
    next += 1
    posts.push({
      id: String(next),
      account: String(chatId),
      text,
      replyTo: replyTo === undefined ? undefined : String(replyTo),
      media,
    })
    return { message_id: next, chat: { id: chatId, type: 'channel' } }
  }
  const standIn = await startStandIn({
    posts: () => posts,
    commits: (_, path) => /\/send\w+$/.test(path),
    errorBody: { ok: false, error_code: 500, description: 'Internal Server Error' },
    routes: (app) => {
      const no = (error_code: number, description: string, parameters?: object) => ({
        ok: false,
        error_code,
        description,
        ...(parameters && { parameters }),
      })
      app.use('/:bot/*', async (c, go) => {
        if (c.req.param('bot') !== `bot${token}`) return c.json(no(401, 'Unauthorized'), 401)
        return go()
      })
      app.post('/:bot/getChat', async (c) => {
        const { chat_id: asked } = await c.req.json()
        const isKnown = asked === '@roundbakery' || String(asked) === String(chatId)
        if (!isKnown) return c.json(no(400, 'Bad Request: chat not found'), 400)
        const result = {
          id: chatId,
          title: 'Round Bakery',
          username: 'roundbakery',
          type: 'channel',
        }
        return c.json({ ok: true, result })
      })
      app.use('/:bot/:method{send\\w+}', async (c, go) => {
        if (!state.kicked) return go()
        return c.json(no(403, 'Forbidden: bot is not a member of the channel chat'), 403)
      })
      app.post('/:bot/sendMessage', async (c) => {
        const { text, reply_parameters: reply } = await c.req.json()
        if (text === '') return c.json(no(400, 'Bad Request: message text is empty'), 400)
        if (text.length > 4096) return c.json(no(400, 'Bad Request: message is too long'), 400)
        return c.json({ ok: true, result: keep(text, reply?.message_id, []) })
      })
      app.post('/:bot/sendPhoto', async (c) => {
        const form = await c.req.parseBody()
        const caption = String(form['caption'] ?? '')
        const file = form[String(form['photo']).replace('attach://', '')]
        if (!(file instanceof File))
          return c.json(no(400, 'Bad Request: there is no photo in the request'), 400)
        if (caption.length > 1024)
          return c.json(no(400, 'Bad Request: message caption is too long'), 400)
        const result = keep(caption, undefined, [{ mediaType: file.type, alt: '' }])
        return c.json({ ok: true, result })
      })
      app.post('/:bot/sendMediaGroup', async (c) => {
        const form = await c.req.parseBody()
        const album = JSON.parse(String(form['media'])) as { media: string; caption?: string }[]
        if (album.length < 2 || album.length > 10)
          return c.json(no(400, 'Bad Request: wrong number of items in the album'), 400)
        const files = album.map(({ media }) => form[media.replace('attach://', '')])
        const media = files.map((file) => ({
          mediaType: file instanceof File ? file.type : '',
          alt: '',
        }))
        const first = keep(album[0]?.caption ?? '', undefined, media)
        return c.json({ ok: true, result: [first] })
      })
    },
  })
  return Object.assign(standIn, {
    token,
    chat: '@roundbakery',
    kick: () => {
      state.kicked = true
    },
  })
}
