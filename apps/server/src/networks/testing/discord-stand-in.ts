import type { StandIn, StandInPost } from './stand-in.ts'
import { startStandIn } from './stand-in.ts'

export interface DiscordStandIn extends StandIn {
  readonly webhook: string
  /** The webhook is deleted in the channel's settings. */
  deleteWebhook(): void
}

const path = '/api/webhooks/112233445566778899/standInTokenOfAWebhook'

/** A webhook of Discord on loopback. */
export async function startDiscordStandIn(): Promise<DiscordStandIn> {
  const posts: StandInPost[] = []
  const state = { deleted: false }
  const standIn = await startStandIn({
    posts: () => posts,
    commits: (method) => method === 'POST',
    errorBody: { message: '500: Internal Server Error', code: 0 },
    routes: (app) => {
      const unknown = { message: 'Unknown Webhook', code: 10_015 }
      app.use('*', async (c, next) => {
        if (state.deleted || c.req.path !== path) return c.json(unknown, 404)
        return next()
      })
      app.get(path, (c) =>
        c.json({
          id: '112233445566778899',
          name: 'Round Bakery',
          channel_id: '998877665544332211',
          guild_id: '123123123123123123',
          type: 1,
        }),
      )
      app.post(path, async (c) => {
        const isJson = c.req.header('content-type')?.includes('json') === true
        const form = isJson ? {} : await c.req.parseBody()
        const message = isJson ? await c.req.json() : JSON.parse(String(form['payload_json']))
        const files = Object.entries(form).filter(([name]) => name.startsWith('files['))
        if (message.content === '' && files.length === 0)
          return c.json({ message: 'Cannot send an empty message', code: 50_006 }, 400)
        if (message.content.length > 2000)
          return c.json(
            {
              message: 'Invalid Form Body',
              code: 50_035,
              errors: { content: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH' }] } },
            },
            400,
          )
        if (files.length > 10) return c.json({ message: 'Too many files', code: 50_035 }, 400)
        const id = String(1_300_000_000_000_000_000n + BigInt(posts.length))
        posts.push({
          id,
          account: '998877665544332211',
          text: message.content,
          media: files.map(([, file], index) => ({
            mediaType: file instanceof File ? file.type : '',
            alt: message.attachments[index]?.description ?? '',
          })),
        })
        // Without `wait` it answers nothing at all.
        return c.req.query('wait') === 'true' ? c.json({ id }) : c.body(null, 204)
      })
    },
  })
  return Object.assign(standIn, {
    webhook: `${standIn.url}${path}`,
    deleteWebhook: () => {
      state.deleted = true
    },
  })
}
