import type { PaidPlanId } from '@rheos/contract'
import type { Instant } from '../clock.ts'
import type { Subscription } from './subscription.ts'

/** Where a person is sent to pay. */
export interface CheckoutOrder {
  readonly workspaceId: string
  readonly plan: PaidPlanId
  /** The customer this workspace has already; a workspace never gets a second. */
  readonly customerId: string | undefined
  readonly email: string
  readonly successUrl: string
  readonly cancelUrl: string
  /** The same order under the same key gets the same page. */
  readonly idempotencyKey: string
}

export type UpgradeOutcome =
  | { readonly kind: 'paid' }
  /** The bank wants the person: nothing changed until they confirm there. */
  | { readonly kind: 'needs_action'; readonly url: string }
  /** Nothing changed. `reason` is one sentence for the person. */
  | { readonly kind: 'declined'; readonly reason: string }

/** Something that happened at the provider. Only a reason to read the object again: it may be old. */
export interface ProviderEvent {
  readonly id: string
  readonly type: string
  readonly createdAt: Instant
  /** Of whom it tells, where it does. */
  readonly subscriptionId: string | undefined
  readonly customerId: string | undefined
  /** Of a dispute or a refund, which name nobody: see {@link BillingProvider.customerOf}. */
  readonly paymentId: string | undefined
}

/** An event as it arrives: the text that was signed, and its signature. */
export interface SignedEvent {
  readonly rawBody: string
  readonly signature: string
}

/** An event, and how it was told. */
export interface ToldEvent {
  readonly event: ProviderEvent
  readonly rawBody: string
}

/** An event that is not from the provider, or too old. */
export class EventRefusedError extends Error {
  override readonly name = 'EventRefusedError'
}

/** The provider could not be reached or did not do what was asked. `detail` is one sentence for the log. */
export class BillingProviderError extends Error {
  override readonly name = 'BillingProviderError'
}

/**
 * Takes money for plans. Knows no workspace beyond the id it is given, and no credits. Every method
 * throws a {@link BillingProviderError} when the provider could not be asked.
 */
export interface BillingProvider {
  /** `test`: no money moves, and every page that deals with it says so. */
  readonly kind: 'stripe' | 'test'
  /** A customer of this workspace, made once. */
  customer(workspaceId: string, email: string): Promise<string>
  /** A page where a first subscription is paid. */
  checkout(order: CheckoutOrder): Promise<{ readonly id: string; readonly url: string }>
  /** No longer payable: another checkout of the same workspace has been paid. */
  expireCheckout(checkoutId: string): Promise<void>
  /**
   * Full price and a fresh period from now; only when it is paid does anything change. Paid at once, it
   * also takes back that the subscription ends at the period's end.
   */
  upgrade(subscriptionId: string, plan: PaidPlanId, idempotencyKey: string): Promise<UpgradeOutcome>
  /** What the next period will be billed as; nothing is billed and nothing paid back now. */
  planNext(subscriptionId: string, plan: PaidPlanId): Promise<void>
  /** Ends at the end of the present period, or no longer does. */
  cancelAtPeriodEnd(subscriptionId: string, cancels: boolean): Promise<void>
  /**
   * Ends at once, as when its workspace is deleted, and wants no payment any more. Nothing is paid back.
   * One that has ended, or never was, is left alone.
   */
  endNow(subscriptionId: string): Promise<void>
  /** A page of the provider's where the card is changed. */
  portal(customerId: string, returnUrl: string): Promise<{ readonly url: string }>
  /** Undefined: there is no such subscription. */
  read(subscriptionId: string): Promise<Subscription | undefined>
  /** Of one customer, those that ended too; newest first. */
  ofCustomer(customerId: string): Promise<readonly Subscription[]>
  /**
   * All that live, in pages, without a request for each: the latest invoice of each at least, without
   * what went back of it.
   */
  all(): AsyncIterable<readonly Subscription[]>
  /** What happened since, in pages, whether or not it was told; none where nothing told can be lost. */
  eventsSince(since: Instant): AsyncIterable<readonly ToldEvent[]>
  /** Checks who sent it and when; throws an {@link EventRefusedError}. */
  event(signed: SignedEvent, now: Instant): ProviderEvent
  /** Whom an event is about; asks the provider where the event does not say. Undefined: nobody known. */
  customerOf(event: ProviderEvent): Promise<string | undefined>
}
