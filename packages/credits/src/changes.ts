import type { Account, AllowanceChange } from './account.ts'
import type { Entry } from './entry.ts'
import type { Grant } from './grant.ts'
import { isOpen, type OperationRecord } from './operation.ts'
import type { Reversal } from './reversal.ts'

/** What a decision adds to an account. Data, so that a store can append it as it sees fit. */
export interface Changes {
  readonly accountId: string
  readonly allowance?: { readonly account: Account; readonly change: AllowanceChange }
  /** New grants, still empty: their credits arrive by entries. */
  readonly grants: readonly Grant[]
  readonly created: readonly OperationRecord[]
  readonly updated: readonly OperationRecord[]
  readonly reversals: readonly Reversal[]
  readonly entries: readonly Entry[]
}

export function isEmpty(changes: Changes): boolean {
  return (
    !changes.allowance &&
    changes.created.length + changes.updated.length === 0 &&
    changes.entries.length === 0
  )
}

/** Whether somebody who looks at the balance would see a difference: all but starts and renewals. */
export function isVisible(changes: Changes): boolean {
  const ends = changes.updated.some(({ operation }) => !isOpen(operation))
  const begins = changes.created.some(({ operation }) => isOpen(operation))
  return changes.allowance !== undefined || changes.entries.length > 0 || begins || ends
}
