import type { Actor } from './actor.ts'
import type { Credits } from './credits.ts'
import type { Instant } from './instant.ts'
import type { Quote } from './price-book.ts'

export type OperationState = 'held' | 'running' | 'settled' | 'released' | 'refused'

/** One AI action that somebody asked for: one press of a button, one call of the API. */
export interface Operation {
  readonly id: string
  readonly accountId: string
  readonly action: string
  readonly quantity: number
  readonly unitPrice: Credits
  readonly priceVersion: number
  /** What was set aside in all; 0 when refused. */
  readonly credits: Credits
  readonly actor: Actor
  readonly state: OperationState
  readonly spent: Credits
  readonly released: Credits
  /** What was given back after settling, by reversals and make-goods. */
  readonly reversed: Credits
  readonly createdAt: Instant
  readonly startedAt?: Instant
  readonly leaseUntil?: Instant
  readonly endedAt?: Instant
  /** Why it was released or refused. */
  readonly reason?: string
}

/** A refusal that is kept under its operation id and answered again. */
export type Refusal =
  | {
      readonly reason: 'insufficient' | 'paused'
      readonly price: Credits
      readonly shortBy: Credits
      readonly resetsAt: Instant
    }
  | { readonly reason: 'price_changed'; readonly quote: Quote }
  | { readonly reason: 'too_many_open'; readonly openMax: number }

/** What the caller asked for; the same id with another request is a conflict. */
export interface HoldRequest {
  readonly action: string
  readonly quantity: number
  readonly quote: { readonly version: number; readonly credits: Credits }
  readonly requestHash: string
}

/** The part of a hold that was drawn from one grant. */
export interface HoldLine {
  readonly grantId: string
  readonly amount: Credits
}

/** An operation with all that the rules need of it. Lines stand in the order drawn. */
export interface OperationRecord {
  readonly operation: Operation
  readonly request: HoldRequest
  readonly lines: readonly HoldLine[]
  /** `seq` of the first entry that spent it; those of the lines follow one another. */
  readonly settleSeq?: number
  readonly refusal?: Refusal
}

export function isOpen(operation: Operation): boolean {
  return operation.state === 'held' || operation.state === 'running'
}

/** Running, and its lease is over. */
export function isLapsed(operation: Operation, now: Instant): boolean {
  const { state, leaseUntil } = operation
  return state === 'running' && leaseUntil !== undefined && leaseUntil <= now
}

export function isSameRequest(a: HoldRequest, b: HoldRequest): boolean {
  return (
    a.action === b.action &&
    a.quantity === b.quantity &&
    a.requestHash === b.requestHash &&
    a.quote.version === b.quote.version &&
    a.quote.credits === b.quote.credits
  )
}

/** How much of each line is spent when so much is spent in all: in the order drawn. */
export function spentByLine(lines: readonly HoldLine[], spent: Credits): readonly Credits[] {
  let missing = spent
  return lines.map(({ amount }) => {
    const part = Math.min(amount, missing)
    missing -= part
    return part
  })
}

/** How much of each line is reversed when so much is reversed in all: last drawn first. */
export function reversedByLine(spent: readonly Credits[], reversed: Credits): readonly Credits[] {
  let missing = reversed
  return spent
    .toReversed()
    .map((amount) => {
      const part = Math.min(amount, missing)
      missing -= part
      return part
    })
    .reverse()
}
