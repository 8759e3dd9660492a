import type { Finding, PublishOrder, Receipt } from './network-adapter.ts'
import { PublishError } from './publish-error.ts'

/**
 * Publishes where a network refuses what the account has already. Ours may be what it has, from a call
 * whose answer was lost: then it is found, and nothing is wrong. When an answer was lost and it is not
 * found, it is not shown yet: then it is looked for again, and not called refused.
 */
export async function publishUnlessThere(
  order: PublishOrder,
  {
    name,
    publish,
    find,
  }: {
    readonly name: string
    readonly publish: () => Promise<Receipt>
    readonly find: () => Promise<Finding>
  },
): Promise<Receipt> {
  try {
    return await publish()
  } catch (error) {
    if (!(error instanceof PublishError)) throw error
    if (error.kind === 'lost') await order.keep({ isLost: true })
    if (error.code !== 'duplicate_refused') throw error
    const finding = await find()
    if (finding.found === 'there') return finding.receipt
    if (order.kept === null) throw error
    throw new PublishError({
      kind: 'lost',
      code: 'answer_lost',
      detail: `${name} says that it has this post already, and does not show it yet.`,
      requestId: error.requestId,
      cause: error,
    })
  }
}
