import type {
  Delivery,
  DeliveryEvent,
  DeliveryTarget,
  PostDeliveries,
  SocialAccount,
} from '@rheos/contract'
import { isoInstant } from '../../clock.ts'
import type { deliveryEvents } from '../../db/publishing-tables.ts'
import type { Networks } from '../../networks/networks.ts'
import type { DeliveryRow, TargetRow } from './claim-deliveries.ts'

type EventRow = typeof deliveryEvents.$inferSelect

const excerptMax = 120

export function deliveryView(
  row: DeliveryRow,
  targets: readonly TargetRow[],
  account: Pick<SocialAccount, 'name' | 'handle'>,
  networks: Networks,
): Delivery {
  return {
    id: row.id,
    postId: row.postId,
    network: row.network,
    class: networks.get(row.network)?.promise.class ?? 'asked',
    account: { id: row.socialAccountId, name: account.name, handle: account.handle },
    state: row.state,
    dueAt: isoInstant(row.dueAt),
    nextAt: row.nextAt === null ? null : isoInstant(row.nextAt),
    endedAt: row.endedAt === null ? null : isoInstant(row.endedAt),
    url: row.url,
    problem: problemView(row),
    targets: targets.map(targetView),
  }
}

function problemView({
  problemCode,
  problemDetail,
  problemAction,
}: DeliveryRow): Delivery['problem'] {
  if (problemCode === null || problemDetail === null || problemAction === null) return null
  return { code: problemCode, detail: problemDetail, action: problemAction }
}

function targetView({ index, kind, state, content, url }: TargetRow): DeliveryTarget {
  return { index, kind, state, excerpt: content.text.slice(0, excerptMax), url }
}

export function eventView({ at, target, kind, detail, requestId }: EventRow): DeliveryEvent {
  return {
    at: isoInstant(at),
    target,
    kind: kind as DeliveryEvent['kind'],
    detail,
    requestId,
  }
}

export type TimedDelivery = PostDeliveries['items'][number]
