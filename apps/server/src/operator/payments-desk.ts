import type { Payments, PlanId } from '@rheos/contract'
import type { BillingEvents } from '../billing/billing-events.ts'
import type { BillingProvider } from '../billing/billing-provider.ts'
import { type Clock, isoInstant } from '../clock.ts'
import type { Database } from '../db/database.ts'
import type { Operator } from './operator-action.ts'
import { recordRequest } from './operator-request.ts'

const shownMax = 100

export interface PaymentsDeskOptions {
  readonly database: Database
  readonly provider: Pick<BillingProvider, 'kind'>
  readonly events: Pick<BillingEvents, 'failedEvents' | 'replay'>
  readonly clock: Clock
}

/** What of the payments a person must look at. */
export class PaymentsDesk {
  readonly #options: PaymentsDeskOptions

  constructor(options: PaymentsDeskOptions) {
    this.#options = options
  }

  async view(): Promise<Payments> {
    const [failed, attention, unpaid] = await Promise.all([
      this.#options.events.failedEvents(),
      this.#rows<AttentionRow>(unattended),
      this.#rows<UnpaidRow>(pastDue),
    ])
    return {
      provider: this.#options.provider.kind,
      failedEvents: failed.map(({ receivedAt, workspaceId, ...event }) => ({
        ...event,
        receivedAt: isoInstant(receivedAt),
        workspaceId: workspaceId ?? null,
      })),
      attention: attention.map(({ at, ...row }) => ({ ...row, at: at.toISOString() })),
      unpaid: unpaid.map(({ since, ...row }) => ({ ...row, since: isoInstant(since) })),
    }
  }

  /** Acts on an event once more. Changes nothing that is right already. */
  async replay(eventId: string, operator: Operator): Promise<void> {
    const { database, events, clock } = this.#options
    await events.replay(eventId)
    await recordRequest(database, { kind: 'replay', eventId }, { operator, at: clock() })
  }

  async #rows<Row extends object>(sql: string): Promise<readonly Row[]> {
    const { rows } = await this.#options.database.pool.query<Row>(sql, [shownMax])
    return rows
  }
}

interface OfWorkspace {
  readonly workspaceId: string
  readonly workspace: string | null
}

interface AttentionRow extends OfWorkspace {
  readonly id: string
  readonly sentence: string
  readonly at: Date
}

interface UnpaidRow extends OfWorkspace {
  readonly plan: PlanId
  readonly since: number
}

const unattended = `
  select a.workspace_id as "workspaceId", w.name as workspace, a.id, a.sentence, a.at
  from studio.billing_attention a
  left join studio.workspaces w on w.id = a.workspace_id
  where not exists (select from studio.operator_actions o
    where o.workspace_id = a.workspace_id and o.target_id = a.id and o.kind = 'attend')
  order by a.at desc, a.id limit $1`

/** A period begins unpaid, so its start is since when. */
const pastDue = `
  select s.workspace_id as "workspaceId", w.name as workspace, w.plan,
    (s.snapshot -> 'period' ->> 'start')::float8 as since
  from studio.subscriptions s
  join studio.workspaces w on w.id = s.workspace_id
  where s.live and s.snapshot ->> 'status' = 'past_due'
  order by since, s.id limit $1`
