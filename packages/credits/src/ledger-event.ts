import type { Credits } from './credits.ts'
import type { Instant } from './instant.ts'

/** What other parts may want to act on. Written with the change it tells of, in one transaction. */
export type LedgerEvent = { readonly accountId: string; readonly at: Instant } & (
  | {
      readonly type: 'alert'
      readonly alertId: string
      readonly balance: Credits
      readonly cycleStart: Instant
    }
  | { readonly type: 'granted'; readonly grantId: string; readonly credits: Credits }
  | {
      readonly type: 'reversed'
      readonly reversalId: string
      readonly operationId: string
      readonly credits: Credits
    }
  | { readonly type: 'adjusted'; readonly adjustmentId: string; readonly credits: Credits }
  /** Ended early; `credits` is what expired with it. */
  | { readonly type: 'grant_ended'; readonly grantId: string; readonly credits: Credits }
)

/** An event as it waits to be delivered, in the order in which events were written. */
export interface WaitingEvent {
  readonly id: number
  readonly event: LedgerEvent
}
