import { z } from 'zod'
import type { PublishOrder, Receipt } from '../network-adapter.ts'
import { publishUnlessThere } from '../own-duplicate.ts'
import { xIntentSchema } from './prepare.ts'
import { findOnX } from './reconcile.ts'
import type { XApi } from './x-api.ts'
import { xReceipt } from './x-post.ts'

const schema = z.object({ data: z.object({ id: z.string() }) })

export function publishToX(api: XApi, order: PublishOrder): Promise<Receipt> {
  const { session, intent, signal } = order
  const { body, begunAt } = xIntentSchema.parse(intent)
  return publishUnlessThere(order, {
    name: 'X',
    publish: async () => {
      const { data } = await api.read(schema, {
        session,
        method: 'POST',
        path: '/2/tweets',
        json: body,
        commits: true,
        signal,
      })
      return xReceipt(session, data.id)
    },
    find: () => findOnX(api, { session, intent, since: begunAt, signal }),
  })
}
