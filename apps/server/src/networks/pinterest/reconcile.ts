import { z } from 'zod'
import { lookingBackTo } from '../looking-back.ts'
import type { Finding, ReconcileOrder } from '../network-adapter.ts'
import { isSameText } from '../same-text.ts'
import type { PinterestApi } from './pinterest-api.ts'
import { pinSchema } from './prepare.ts'
import { pinReceipt } from './publish.ts'

const shownSchema = z.object({
  id: z.string(),
  created_at: z.string(),
  title: z.string().nullish(),
  description: z.string().nullish(),
})
const pageSchema = z.object({ items: z.array(shownSchema), bookmark: z.string().nullish() })

/** Looks through the whole board, for Pinterest does not say in which order it lists. */
export async function findPin(
  api: PinterestApi,
  { session, intent, since, signal }: ReconcileOrder,
): Promise<Finding> {
  const wanted = pinSchema.parse(intent)
  let bookmark: string | undefined
  for (let page = 0; page < pagesMax; page += 1) {
    const listed = await api.read(pageSchema, {
      session,
      method: 'GET',
      path: `/v5/boards/${encodeURIComponent(wanted.board_id)}/pins`,
      query: { page_size: '250', bookmark },
      signal,
    })
    const found = listed.items.find(
      (pin) =>
        madeAt(pin.created_at) >= lookingBackTo(since) &&
        isSameText(pin.title ?? '', wanted.title ?? '') &&
        isSameText(pin.description ?? '', wanted.description ?? ''),
    )
    if (found !== undefined) return { found: 'there', receipt: pinReceipt(found.id) }
    bookmark = listed.bookmark ?? undefined
    if (bookmark === undefined) return { found: 'not_there' }
  }
  return { found: 'unclear', detail: 'The board has too many pins to look through all of them.' }
}

/** Pinterest leaves the zone out; it is UTC. */
function madeAt(text: string): number {
  return Date.parse(/(Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`)
}

const pagesMax = 40
