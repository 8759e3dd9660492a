import { and, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Clock, Instant } from '../clock.ts'
import { billingEvents } from '../db/billing-tables.ts'
import type { Database } from '../db/database.ts'
import { storableText } from '../db/storable-text.ts'
import { Refusal } from '../refusal.ts'
import {
  type BillingProvider,
  EventRefusedError,
  type ProviderEvent,
  type SignedEvent,
  type ToldEvent,
} from './billing-provider.ts'
import type { BillingSync } from './billing-sync.ts'

/** What happens to any of these may change a plan, a bill or a card. */
const concerning = [
  'checkout.session.',
  'customer.subscription.',
  'customer.updated',
  'invoice.',
  'charge.refund',
  'charge.dispute.',
  'refund.',
  'payment_method.',
]

const failedMax = 100

/** The job that reads a customer again. */
export const readBillingTask = 'read_billing'

/** About whom to ask: a customer, or whoever an event turns out to be about. */
export type ReadBilling = { readonly customerId: string } | { readonly eventId: string }

/** An event that could not be acted on yet. */
export interface FailedEvent {
  readonly id: string
  readonly type: string
  readonly receivedAt: Instant
  readonly attempts: number
  readonly error: string
  readonly workspaceId: string | undefined
}

export interface BillingEventsOptions {
  readonly database: Database
  readonly provider: BillingProvider
  readonly sync: BillingSync
  readonly clock: Clock
}

/** Events of the payment provider: kept before they are acknowledged, then only a reason to look. */
export class BillingEvents {
  readonly #options: BillingEventsOptions

  constructor(options: BillingEventsOptions) {
    this.#options = options
  }

  /** Keeps an event and queues what is to be done about it, once. Throws a {@link Refusal}. */
  async receive(signed: SignedEvent): Promise<void> {
    await this.keep([{ event: this.#verified(signed), rawBody: signed.rawBody }])
  }

  /** Of these, keeps and queues those that nobody told of yet; answers how many. */
  async keep(told: readonly ToldEvent[]): Promise<number> {
    const { database, clock } = this.#options
    const rows = told.map(({ event, rawBody }) => rowOf(event, rawBody))
    const { rowCount } = await database.pool.query(
      `with kept as (
         insert into studio.billing_events (id, type, payload, customer_id, subscription_id,
           payment_id, happened_at, state, error, received_at)
         select told.id, type, payload, customer_id, subscription_id, payment_id, happened_at, state,
           error, $1
         from jsonb_to_recordset($2) as told (id text, type text, payload text, customer_id text,
           subscription_id text, payment_id text, happened_at timestamptz, state text, error text)
         on conflict do nothing returning id, customer_id, state
       )
       select ${readingOf('kept')} from kept where state = 'received'`,
      [new Date(clock()), JSON.stringify(rows)],
    )
    return rowCount ?? 0
  }

  #verified(signed: SignedEvent) {
    try {
      return this.#options.provider.event(signed, this.#options.clock())
    } catch (error) {
      if (!(error instanceof EventRefusedError)) throw error
      throw new Refusal('invalid_request', 'This event is not signed as it must be.')
    }
  }

  /** Looks at the customer that events are about; throws when that failed, to be tried again. */
  async process(target: ReadBilling): Promise<void> {
    const customerId =
      'customerId' in target ? target.customerId : await this.#customerOf(target.eventId)
    if (customerId === undefined) return
    const ids = await this.#waiting(customerId)
    try {
      const outcome = await this.#options.sync.readAgain(customerId)
      const workspaceId = outcome.kind === 'unknown_customer' ? null : outcome.workspaceId
      await this.#end(ids, workspaceId, ignoredBecause[outcome.kind])
    } catch (error) {
      await this.#failed(ids, error)
      throw error
    }
  }

  /** Those that could not be acted on yet, newest first. */
  async failedEvents(): Promise<FailedEvent[]> {
    const rows = await this.#options.database.db
      .select()
      .from(billingEvents)
      .where(and(eq(billingEvents.state, 'received'), isNotNull(billingEvents.error)))
      .orderBy(desc(billingEvents.receivedAt))
      .limit(failedMax)
    return rows.map(({ id, type, receivedAt, attempts, error, workspaceId }) => ({
      id,
      type,
      receivedAt,
      attempts,
      error: error ?? '',
      workspaceId: workspaceId ?? undefined,
    }))
  }

  /** Acts on an event once more, however it ended. */
  async replay(eventId: string): Promise<void> {
    const { rowCount } = await this.#options.database.pool.query(
      `with again as (
         update studio.billing_events set state = 'received', error = null where id = $1
         returning id, customer_id
       )
       select ${readingOf('again')} from again`,
      [eventId],
    )
    if (rowCount === 0) throw new Refusal('not_found', 'There is no such event.')
  }

  /** Of an event that names nobody the provider is asked; then it waits with the others of its customer. */
  async #customerOf(eventId: string): Promise<string | undefined> {
    const { database, provider } = this.#options
    const [row] = await database.db
      .select()
      .from(billingEvents)
      .where(eq(billingEvents.id, eventId))
    if (row === undefined || row.customerId !== null) return row?.customerId ?? undefined
    try {
      const customerId = await provider.customerOf({
        id: row.id,
        type: row.type,
        createdAt: row.happenedAt,
        customerId: undefined,
        subscriptionId: row.subscriptionId ?? undefined,
        paymentId: row.paymentId ?? undefined,
      })
      if (customerId === undefined)
        await this.#end([eventId], null, ignoredBecause.unknown_customer)
      else
        await database.db
          .update(billingEvents)
          .set({ customerId })
          .where(eq(billingEvents.id, eventId))
      return customerId
    } catch (error) {
      await this.#failed([eventId], error)
      throw error
    }
  }

  async #waiting(customerId: string): Promise<string[]> {
    const rows = await this.#options.database.db
      .select({ id: billingEvents.id })
      .from(billingEvents)
      .where(and(eq(billingEvents.customerId, customerId), eq(billingEvents.state, 'received')))
    return rows.map(({ id }) => id)
  }

  async #end(
    ids: readonly string[],
    workspaceId: string | null,
    ignored: string | undefined,
  ): Promise<void> {
    if (ids.length === 0) return
    await this.#options.database.db
      .update(billingEvents)
      .set({
        state: ignored === undefined ? 'done' : 'ignored',
        error: ignored ?? null,
        workspaceId,
        attempts: sql`${billingEvents.attempts} + 1`,
      })
      .where(inArray(billingEvents.id, [...ids]))
  }

  async #failed(ids: readonly string[], error: unknown): Promise<void> {
    if (ids.length === 0) return
    await this.#options.database.db
      .update(billingEvents)
      .set({
        error: storableText(error instanceof Error ? error.message : String(error)),
        attempts: sql`${billingEvents.attempts} + 1`,
      })
      .where(inArray(billingEvents.id, [...ids]))
  }
}

const ignoredBecause = {
  synced: undefined,
  deleted: 'Its workspace was deleted.',
  unknown_customer: 'It is about nobody here.',
} as const

/** Queues it for an event's row: however many events of one customer wait, the customer is read once. */
function readingOf(row: string): string {
  const target = `case when ${row}.customer_id is null
    then json_build_object('eventId', ${row}.id)
    else json_build_object('customerId', ${row}.customer_id) end`
  const key = `'billing ' || coalesce(${row}.customer_id, ${row}.id)`
  return `graphile_worker.add_job('${readBillingTask}', ${target}, job_key := ${key})`
}

function rowOf(event: ProviderEvent, rawBody: string) {
  const concerns = concerning.some((prefix) => event.type.startsWith(prefix))
  return {
    id: event.id,
    type: event.type,
    payload: storableText(rawBody),
    customer_id: event.customerId,
    subscription_id: event.subscriptionId,
    payment_id: event.paymentId,
    happened_at: new Date(event.createdAt),
    state: concerns ? 'received' : 'ignored',
    error: concerns ? undefined : 'Events of this type change nothing here.',
  }
}
