import type { DeliveryProblem } from '@rheos/contract'

/**
 * Where a call failed, which decides what may follow. `not_sent`: nothing reached the network, or
 * nothing that anybody sees: it may be done again. `wait`: the network wants it later, and did
 * nothing. `rejected`: it answered no, clearly. `account`: it answered no to the account. `lost`:
 * the call may or may not have worked; it is never just repeated.
 */
export type PublishErrorKind = 'not_sent' | 'wait' | 'rejected' | 'account' | 'lost'

export interface PublishErrorDetails {
  readonly kind: PublishErrorKind
  readonly code: DeliveryProblem['code']
  /** What happened and what to do, for people: “Bluesky refused the picture: it is larger than 2 MB.” */
  readonly detail: string
  /** With `wait`: milliseconds since the epoch. */
  readonly retryAt?: number | undefined
  /** The network's own number of the request. */
  readonly requestId?: string | undefined
  readonly cause?: unknown
}

/** A call to a network that did not do what it was for. */
export class PublishError extends Error {
  override readonly name = 'PublishError'
  readonly kind: PublishErrorKind
  readonly code: DeliveryProblem['code']
  readonly detail: string
  readonly retryAt: number | undefined
  readonly requestId: string | undefined

  constructor(details: PublishErrorDetails) {
    super(`${details.kind}: ${details.detail}`, { cause: details.cause })
    this.kind = details.kind
    this.code = details.code
    this.detail = details.detail
    this.retryAt = details.retryAt
    this.requestId = details.requestId
  }
}
