import type { Notice, Role } from '@rheos/contract'
import type { Ledger, LedgerEvent, WaitingEvent } from '@rheos/credits'
import type { Queryable } from '@rheos/credits/postgres'
import { and, eq, gte, lte, notInArray, or, sql } from 'drizzle-orm'
import { type Clock, dayMs, isoInstant } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { notices } from '../db/schema.ts'
import { creditAlerts } from '../plans/credit-alerts.ts'
import { notFound } from '../refusal.ts'
import { may } from './roles.ts'

/** Tells every process, at commit, which workspace has other notices now. */
export const noticesChannel = 'notices'

const batchMax = 100
/** Longer than any cycle: what is older concerns nobody any more. */
const toldForMs = 32 * dayMs

/** Who reads, and as what. */
interface Reader {
  readonly workspaceId: string
  readonly userId: string
  readonly role: Role
}

type AlertEvent = Extract<LedgerEvent, { type: 'alert' }>

/** What people are told about their workspace, and who wants to see it no more. */
export class Notices {
  readonly #database: Database
  readonly #ledger: Ledger<Queryable>
  readonly #clock: Clock

  constructor(options: {
    readonly database: Database
    readonly ledger: Ledger<Queryable>
    readonly clock: Clock
  }) {
    this.#database = options.database
    this.#ledger = options.ledger
    this.#clock = options.clock
  }

  /** Turns the meter's waiting events into notices, all of them. */
  async deliver(): Promise<void> {
    let delivered: number
    do {
      delivered = await this.#ledger.deliver({ limit: batchMax, handle: keepNotices })
    } while (delivered === batchMax)
  }

  /** Payments first, then newest first. */
  async list({ workspaceId, userId, role }: Reader): Promise<Notice[]> {
    const rows = await this.#database.db
      .select()
      .from(notices)
      .where(
        and(
          eq(notices.workspaceId, workspaceId),
          or(
            eq(notices.kind, 'payment_failed'),
            gte(notices.cycleStart, this.#clock() - toldForMs),
          ),
          sql`not ${userId} = any(${notices.dismissedBy})`,
        ),
      )
    // Of those told at once the one that tells most comes first.
    const sorted = rows.toSorted(
      (a, b) => Number(isPayment(b)) - Number(isPayment(a)) || b.at - a.at || rankOf(b) - rankOf(a),
    )
    return sorted.map(({ id, kind, at, balance, cycleStart, payUrl, subject }) => ({
      id,
      kind,
      at: isoInstant(at),
      balance,
      cycleStart: isoInstant(cycleStart),
      payUrl: may({ role }, 'manage_billing') ? payUrl : null,
      subject,
    }))
  }

  /** For one person, with what of its sort was told before it: that is no news any more either. */
  async dismiss(workspaceId: string, userId: string, noticeId: string): Promise<void> {
    await this.#database.transaction(async (tx) => {
      const [notice] = await tx.db
        .select({ at: notices.at, kind: notices.kind })
        .from(notices)
        .where(and(eq(notices.workspaceId, workspaceId), eq(notices.id, noticeId)))
      if (notice === undefined) throw notFound('notice')
      await tx.db
        .update(notices)
        .set({ dismissedBy: sql`array_append(${notices.dismissedBy}, ${userId})` })
        .where(
          and(
            eq(notices.workspaceId, workspaceId),
            lte(notices.at, notice.at),
            isAlone(notice) ? eq(notices.id, noticeId) : notInArray(notices.kind, [...alone]),
            sql`not ${userId} = any(${notices.dismissedBy})`,
          ),
        )
      await tx.query('select pg_notify($1, $2)', [noticesChannel, workspaceId])
    })
  }
}

/**
 * One statement for all workspaces. One that is being deleted has nobody left to be told, and is
 * passed over: waiting for it would keep all others waiting too.
 */
async function keepNotices(tx: Queryable, events: readonly WaitingEvent[]): Promise<void> {
  const alerts = events.map(({ event }) => event).filter(isKnownAlert)
  if (alerts.length === 0) return
  await tx.query(
    `with told as (
       select * from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::timestamptz[],
         $6::timestamptz[]) as told (workspace_id, id, kind, balance, cycle_start, at)
     ), present as (
       select id from studio.workspaces where id = any($1) and deleted_at is null
       order by id for key share skip locked
     ), kept as (
       insert into studio.notices (workspace_id, id, kind, balance, cycle_start, at)
       select told.* from told join present on present.id = told.workspace_id
       on conflict do nothing
       returning workspace_id, id, at
     ), mailed as (
       insert into studio.alert_mails (workspace_id, notice_id, due_at)
       select workspace_id, id, at from kept where id = any($8)
     )
     select pg_notify($7, workspace_id) from (select distinct workspace_id from kept) as changed`,
    [
      alerts.map(({ accountId }) => accountId),
      alerts.map(noticeIdOf),
      alerts.map(({ alertId }) => alertId),
      alerts.map(({ balance }) => balance),
      alerts.map(({ cycleStart }) => new Date(cycleStart)),
      alerts.map(({ at }) => new Date(at)),
      noticesChannel,
      mostTelling(alerts).map(noticeIdOf),
    ],
  )
}

/** Each of these is about something of its own: seeing one says nothing of another. */
const alone = [
  'payment_failed',
  'publishing_failed',
  'account_expiring',
  'account_lost',
] as const satisfies readonly Notice['kind'][]

function isAlone({ kind }: Pick<Notice, 'kind'>): boolean {
  return alone.some((each) => each === kind)
}

function noticeIdOf({ alertId, cycleStart }: AlertEvent): string {
  return `${alertId}-${cycleStart}`
}

/** Of several at one moment people are mailed the one that tells most. */
function mostTelling(alerts: readonly AlertEvent[]): AlertEvent[] {
  return alerts.filter((alert) =>
    alerts.every(
      ({ accountId, at, alertId }) =>
        accountId !== alert.accountId ||
        at !== alert.at ||
        rankOf({ kind: alertId }) <= rankOf({ kind: alert.alertId }),
    ),
  )
}

function isPayment({ kind }: { readonly kind: Notice['kind'] }): boolean {
  return kind === 'payment_failed'
}

function rankOf({ kind }: { readonly kind: string }): number {
  return creditAlerts.findIndex(({ id }) => id === kind)
}

/** Other events, and alerts of another version of Rheos, are not told here. */
function isKnownAlert(event: LedgerEvent): event is AlertEvent {
  return event.type === 'alert' && creditAlerts.some(({ id }) => id === event.alertId)
}
