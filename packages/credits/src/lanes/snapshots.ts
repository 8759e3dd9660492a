import type { AccountState } from '../account-state.ts'
import { cycleAt } from '../cycle.ts'
import { type Grant, hasEnded } from '../grant.ts'
import { isOpen } from '../operation.ts'

type Operations = AccountState['operations']

/** What has ended is asked about again by a repeated command, and soon if ever. */
const ENDED_MAX = 8

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
export function pruned(state: AccountState): AccountState {
  return {
    ...state,
    grants: prunedGrants(state),
    operations: prunedOperations(state),
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

/** All that are open, and of the others half of the most: it is done once in a while. */
function prunedOperations({ operations, openOperations }: AccountState): Operations {
  if (operations.size <= openOperations + ENDED_MAX) return operations
  const records = [...operations]
  const isOpenRecord = ([, { operation }]: (typeof records)[number]) => isOpen(operation)
  const ended = records.filter((record) => !isOpenRecord(record))
  return new Map([...ended.slice(-ENDED_MAX / 2), ...records.filter(isOpenRecord)])
}
