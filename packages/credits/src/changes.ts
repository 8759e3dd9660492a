import type { Account, AllowanceChange } from './account.ts'
import type { Adjustment } from './adjustment.ts'
import type { Alerted } from './alert.ts'
import type { Entry } from './entry.ts'
import type { Grant } from './grant.ts'
import type { Instant } from './instant.ts'
import type { LedgerEvent } from './ledger-event.ts'
import { isOpen, type OperationRecord } from './operation.ts'
import type { Reversal } from './reversal.ts'

/** What decisions add to an account. Data, so that a store can append it as it sees fit. */
export interface Changes {
  readonly accountId: string
  /** The version they were decided on: appended only while the account still has it. */
  readonly version: number
  /** The account's counters afterwards. */
  readonly openOperations: number
  readonly lastSeq: number
  readonly lastAt: Instant
  readonly allowance?: { readonly account: Account; readonly changes: readonly AllowanceChange[] }
  readonly alerted?: Alerted
  /** New grants, still empty: their credits arrive by entries. */
  readonly grants: readonly Grant[]
  /** Grants that were ended early. */
  readonly ended: readonly Grant[]
  readonly created: readonly OperationRecord[]
  readonly updated: readonly OperationRecord[]
  readonly reversals: readonly Reversal[]
  readonly adjustments: readonly Adjustment[]
  readonly entries: readonly Entry[]
  readonly events: readonly LedgerEvent[]
}

/** Whether somebody who looks at the balance would see a difference: all but starts and renewals. */
export function isVisible(changes: Changes): boolean {
  return (
    changes.allowance !== undefined ||
    changes.entries.length + changes.ended.length > 0 ||
    changes.created.some(({ operation }) => isOpen(operation)) ||
    changes.updated.some(({ operation }) => !isOpen(operation))
  )
}

/** Whether there is nothing to append: then only the version is compared. */
export function isEmpty(changes: Changes): boolean {
  const { allowance, alerted, created, updated, entries, ended } = changes
  const count = created.length + updated.length + entries.length + ended.length
  return allowance === undefined && alerted === undefined && count === 0
}
