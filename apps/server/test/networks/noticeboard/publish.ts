import { z } from 'zod'
import type { PublishOrder, Receipt } from '../../../src/networks/network-adapter.ts'
import type { NetworkEnvironment } from '../../../src/networks/network-environment.ts'
import { callBoard } from './connect.ts'

export const pinnedSchema = z.object({ id: z.string(), url: z.string(), mark: z.string() })

/** The one call that makes the note visible: `commits` says so, and what is not clear of it is lost. */
export async function publishNote(
  environment: NetworkEnvironment,
  { session, intent, signal }: PublishOrder,
): Promise<Receipt> {
  const answer = await callBoard(environment, session, '/notes', {
    method: 'POST',
    json: intent,
    commits: true,
    signal,
  })
  return receiptOf(pinnedSchema.parse(answer.json))
}

export function receiptOf({ id, url }: z.infer<typeof pinnedSchema>): Receipt {
  return { remoteId: id, url, reference: { id } }
}
