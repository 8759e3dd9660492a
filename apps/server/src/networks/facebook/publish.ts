import { z } from 'zod'
import type { GraphApi } from '../graph/graph-api.ts'
import type { PublishOrder, Receipt } from '../network-adapter.ts'
import { publishUnlessThere } from '../own-duplicate.ts'
import { facebookIntentSchema } from './prepare.ts'
import { facebookReceipt, findOnFacebook } from './reconcile.ts'

const schema = z.object({ id: z.string() })

export function publishToFacebook(api: GraphApi, order: PublishOrder): Promise<Receipt> {
  const { session, intent, signal } = order
  const { begunAt, ...content } = facebookIntentSchema.parse(intent)
  return publishUnlessThere(order, {
    name: 'Facebook',
    publish: async () => {
      const { path, params } = callFor(session.remoteId, content)
      const call = { session, method: 'POST', path, params, commits: true, signal } as const
      const { id } = await api.read(schema, call)
      return facebookReceipt(id)
    },
    find: () => findOnFacebook(api, { session, intent, since: begunAt, signal }),
  })
}

function callFor(
  pageId: string,
  { commentOn, text, photoIds }: Omit<z.infer<typeof facebookIntentSchema>, 'begunAt'>,
): { readonly path: string; readonly params: Readonly<Record<string, string | undefined>> } {
  const message = text === '' ? undefined : text
  if (commentOn !== null)
    return { path: `/${commentOn}/comments`, params: { message, attachment_id: photoIds[0] } }
  const photos = photoIds.map((id, index): [string, string] => [
    `attached_media[${index}]`,
    JSON.stringify({ media_fbid: id }),
  ])
  return { path: `/${pageId}/feed`, params: { message, ...Object.fromEntries(photos) } }
}
