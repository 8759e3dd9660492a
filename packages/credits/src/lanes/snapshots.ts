import type { AccountState } from '../account-state.ts'
import { cycleAt } from '../cycle.ts'
import { type Grant, hasEnded } from '../grant.ts'
import type { OperationRecord } from '../operation.ts'

const OPERATIONS_MAX = 512

/**
 * Accounts as this process saw them last, the most recently used of them. Others may have changed
 * them since: what is decided on a snapshot is appended only while the account has its version.
 */
export class Snapshots {
  readonly #max: number
  readonly #states = new Map<string, AccountState>()

  constructor(max: number) {
    this.#max = max
  }

  get(accountId: string): AccountState | undefined {
    return this.#states.get(accountId)
  }

  drop(accountId: string): void {
    this.#states.delete(accountId)
  }

  keep(state: AccountState): void {
    const { id } = state.account
    this.#states.delete(id)
    this.#states.set(id, pruned(state))
    if (this.#states.size <= this.#max) return
    const [oldest] = this.#states.keys()
    if (oldest !== undefined) this.#states.delete(oldest)
  }
}

/** Without what no command of the shared lane needs any more. */
function pruned(state: AccountState): AccountState {
  return {
    ...state,
    grants: prunedGrants(state),
    operations: prunedOperations(state.operations),
    reversals: NONE,
    adjustments: NONE,
  }
}

const NONE = new Map<string, never>()

function prunedGrants({ account, grants, lastAt }: AccountState): ReadonlyMap<string, Grant> {
  // It says that the cycle is open, also where a moved anchor made the cycle longer than the grant.
  const cycleStart = cycleAt(account.allowance.anchor, lastAt).start
  const isNeeded = (grant: Grant) =>
    grant.available > 0 ||
    grant.held > 0 ||
    !hasEnded(grant, lastAt) ||
    grant.startsAt === cycleStart
  return [...grants.values()].every(isNeeded)
    ? grants
    : new Map([...grants].filter(([, grant]) => isNeeded(grant)))
}

/** Down to half of the most, so that it is done once in a while and not for every batch. */
function prunedOperations(
  operations: ReadonlyMap<string, OperationRecord>,
): ReadonlyMap<string, OperationRecord> {
  if (operations.size <= OPERATIONS_MAX) return operations
  return new Map([...operations].slice(-OPERATIONS_MAX / 2))
}
