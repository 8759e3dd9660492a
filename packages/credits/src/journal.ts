import type { Account, AllowanceChange } from './account.ts'
import type { AccountState } from './account-state.ts'
import { assert } from './assert.ts'
import type { Changes } from './changes.ts'
import type { Credits } from './credits.ts'
import { applyEntry, type Entry } from './entry.ts'
import type { Grant } from './grant.ts'
import type { Instant } from './instant.ts'
import { isOpen, type OperationRecord } from './operation.ts'
import type { Reversal } from './reversal.ts'

type EntryFacts = Pick<Entry, 'kind' | 'actor' | 'reason' | 'operationId' | 'corrects'>
type Issue = Omit<Grant, 'amount' | 'available' | 'held' | 'spent' | 'expired' | 'accountId'> & {
  readonly credits: Credits
}
export type Move = EntryFacts & {
  readonly grantId: string
  readonly from: NonNullable<Entry['from']>
  readonly to: Entry['to']
  readonly amount: Credits
}

/** Writes down what one decision changes, and keeps the account as it is after each line. */
export class Journal {
  readonly now: Instant
  #account: Account
  #allowanceChange: AllowanceChange | undefined
  readonly #grants: Map<string, Grant>
  readonly #operations: Map<string, OperationRecord>
  readonly #reversals: Map<string, Reversal>
  #openOperations: number
  #lastSeq: number
  readonly #opened: Grant[] = []
  readonly #created: OperationRecord[] = []
  readonly #updated: OperationRecord[] = []
  readonly #reversed: Reversal[] = []
  readonly #entries: Entry[] = []

  constructor(state: AccountState, now: Instant) {
    this.now = now
    this.#account = state.account
    this.#grants = new Map(state.grants)
    this.#operations = new Map(state.operations)
    this.#reversals = new Map(state.reversals)
    this.#openOperations = state.openOperations
    this.#lastSeq = state.lastSeq
  }

  get account(): Account {
    return this.#account
  }

  get grants(): readonly Grant[] {
    return [...this.#grants.values()]
  }

  get openOperations(): number {
    return this.#openOperations
  }

  grant(id: string): Grant | undefined {
    return this.#grants.get(id)
  }

  operation(id: string): OperationRecord | undefined {
    return this.#operations.get(id)
  }

  reversal(id: string): Reversal | undefined {
    return this.#reversals.get(id)
  }

  setAllowance(account: Account, change: AllowanceChange): void {
    this.#account = account
    this.#allowanceChange = change
  }

  /** Brings a grant and its credits into being. */
  issue({ credits, ...facts }: Issue): Grant {
    assert(!this.#grants.has(facts.id), `Grant ${facts.id} exists already.`)
    const none = { amount: 0, available: 0, held: 0, spent: 0, expired: 0 }
    const grant = { ...facts, ...none, accountId: this.#account.id }
    this.#opened.push(grant)
    const { reason, actor } = facts
    const entry = { kind: 'grant', grantId: grant.id, to: 'available', reason, actor } as const
    return this.#enter(grant, { ...entry, amount: credits })
  }

  /** Moves credits of one grant and answers the entry's `seq`. */
  move(move: Move): number {
    const grant = this.#grants.get(move.grantId)
    assert(grant, `Grant ${move.grantId} is not loaded.`)
    this.#enter(grant, move)
    return this.#lastSeq
  }

  createOperation(record: OperationRecord): void {
    const { id } = record.operation
    assert(!this.#operations.has(id), `Operation ${id} exists already.`)
    this.#operations.set(id, record)
    this.#created.push(record)
    if (isOpen(record.operation)) this.#openOperations += 1
  }

  updateOperation(record: OperationRecord): void {
    const before = this.#operations.get(record.operation.id)
    assert(before, `Operation ${record.operation.id} is not loaded.`)
    this.#operations.set(record.operation.id, record)
    this.#updated.push(record)
    if (isOpen(before.operation) && !isOpen(record.operation)) this.#openOperations -= 1
  }

  recordReversal(reversal: Reversal): void {
    this.#reversals.set(reversal.id, reversal)
    this.#reversed.push(reversal)
  }

  get state(): AccountState {
    return {
      account: this.#account,
      grants: this.#grants,
      operations: this.#operations,
      reversals: this.#reversals,
      openOperations: this.#openOperations,
      lastSeq: this.#lastSeq,
    }
  }

  get changes(): Changes {
    const change = this.#allowanceChange
    return {
      accountId: this.#account.id,
      ...(change && { allowance: { account: this.#account, change } }),
      grants: this.#opened,
      created: this.#created,
      updated: this.#updated,
      reversals: this.#reversed,
      entries: this.#entries,
    }
  }

  #enter(grant: Grant, facts: Omit<Entry, 'accountId' | 'seq' | 'at'>): Grant {
    const seq = this.#lastSeq + 1
    const entry: Entry = { ...facts, accountId: this.#account.id, seq, at: this.now }
    const after = applyEntry(grant, entry)
    this.#lastSeq = seq
    this.#entries.push(entry)
    this.#grants.set(after.id, after)
    return after
  }
}
