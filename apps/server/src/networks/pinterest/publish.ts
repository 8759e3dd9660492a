import { z } from 'zod'
import type { PublishOrder, Receipt } from '../network-adapter.ts'
import type { PinterestApi } from './pinterest-api.ts'
import { pinSchema } from './prepare.ts'

const madeSchema = z.object({ id: z.string() })

export async function publishPin(
  api: PinterestApi,
  { session, intent, signal }: PublishOrder,
): Promise<Receipt> {
  const { id } = await api.read(madeSchema, {
    session,
    method: 'POST',
    path: '/v5/pins',
    json: pinSchema.parse(intent),
    commits: true,
    timeoutMs: 120_000,
    signal,
  })
  return pinReceipt(id)
}

export function pinReceipt(id: string): Receipt {
  return { remoteId: id, url: `https://www.pinterest.com/pin/${id}/`, reference: id }
}
