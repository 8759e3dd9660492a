import { z } from 'zod'
import type { PublishOrder, Receipt } from '../network-adapter.ts'
import { PublishError } from '../publish-error.ts'
import { xIntentSchema } from './prepare.ts'
import { findOnX } from './reconcile.ts'
import type { XApi } from './x-api.ts'
import { xReceipt } from './x-post.ts'

const schema = z.object({ data: z.object({ id: z.string() }) })

/**
 * X refuses a text that it has already. Ours may be what it has, from a call whose answer was lost:
 * then it is found, and nothing is wrong.
 */
export async function publishToX(api: XApi, order: PublishOrder): Promise<Receipt> {
  const { session, signal } = order
  const { body, begunAt } = xIntentSchema.parse(order.intent)
  try {
    const { data } = await api.read(schema, {
      session,
      method: 'POST',
      path: '/2/tweets',
      json: body,
      commits: true,
      signal,
    })
    return xReceipt(session, data.id)
  } catch (error) {
    if (!(error instanceof PublishError) || error.code !== 'duplicate_refused') throw error
    const finding = await findOnX(api, { session, intent: order.intent, since: begunAt, signal })
    if (finding.found === 'there') return finding.receipt
    throw error
  }
}
