import type { Account, AllowanceChange } from './account.ts'
import type { AccountState } from './account-state.ts'
import type { Adjustment } from './adjustment.ts'
import type { Alerted } from './alert.ts'
import { assert } from './assert.ts'
import type { Changes } from './changes.ts'
import type { Credits } from './credits.ts'
import { applyEntry, type Entry } from './entry.ts'
import type { EarlyEnd, Grant } from './grant.ts'
import type { Instant } from './instant.ts'
import type { LedgerEvent } from './ledger-event.ts'
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
type Told<E> = E extends LedgerEvent ? Omit<E, 'accountId' | 'at'> : never

/** Writes down what decisions change, one after another, and keeps the account as it is after each line. */
export class Journal {
  readonly #before: AccountState
  #now: Instant
  #account: Account
  #alerted: Alerted
  readonly #grants: Map<string, Grant>
  readonly #operations: Map<string, OperationRecord>
  readonly #reversals: Map<string, Reversal>
  readonly #adjustments: Map<string, Adjustment>
  #openOperations: number
  #lastSeq: number
  readonly #allowanceChanges: AllowanceChange[] = []
  readonly #opened: Grant[] = []
  readonly #ended: Grant[] = []
  readonly #created = new Map<string, OperationRecord>()
  readonly #updated = new Map<string, OperationRecord>()
  readonly #reversed: Reversal[] = []
  readonly #adjusted: Adjustment[] = []
  readonly #entries: Entry[] = []
  readonly #events: LedgerEvent[] = []

  constructor(state: AccountState, now: Instant) {
    this.#before = state
    this.#account = state.account
    this.#alerted = state.alerted
    this.#grants = new Map(state.grants)
    this.#operations = new Map(state.operations)
    this.#reversals = new Map(state.reversals)
    this.#adjustments = new Map(state.adjustments)
    this.#openOperations = state.openOperations
    this.#lastSeq = state.lastSeq
    // Clocks differ and are set back; an account's time never is.
    this.#now = Math.max(now, state.lastAt)
  }

  get now(): Instant {
    return this.#now
  }

  get account(): Account {
    return this.#account
  }

  get alerted(): Alerted {
    return this.#alerted
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

  adjustment(id: string): Adjustment | undefined {
    return this.#adjustments.get(id)
  }

  setAllowance(account: Account, change: AllowanceChange): void {
    this.#account = account
    this.#allowanceChanges.push(change)
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

  /** The end of a grant is now. Nothing may be available of it any more. */
  endGrant(id: string, by: Pick<EarlyEnd, 'reason' | 'actor'>): Grant {
    const grant = this.#grants.get(id)
    assert(grant?.available === 0 && this.#now < grant.endsAt, `Grant ${id} cannot be ended.`)
    const ended = { ...grant, endsAt: this.#now, earlyEnd: { insteadOf: grant.endsAt, ...by } }
    this.#grants.set(id, ended)
    this.#ended.push(ended)
    return ended
  }

  createOperation(record: OperationRecord): void {
    const { id } = record.operation
    assert(!this.#operations.has(id), `Operation ${id} exists already.`)
    this.#operations.set(id, record)
    this.#created.set(id, record)
    if (isOpen(record.operation)) this.#openOperations += 1
  }

  updateOperation(record: OperationRecord): void {
    const { id } = record.operation
    const before = this.#operations.get(id)
    assert(before, `Operation ${id} is not loaded.`)
    this.#operations.set(id, record)
    const changed = this.#created.has(id) ? this.#created : this.#updated
    changed.set(id, record)
    if (isOpen(before.operation) && !isOpen(record.operation)) this.#openOperations -= 1
  }

  recordReversal(reversal: Reversal): void {
    this.#reversals.set(reversal.id, reversal)
    this.#reversed.push(reversal)
  }

  recordAdjustment(adjustment: Adjustment): void {
    this.#adjustments.set(adjustment.id, adjustment)
    this.#adjusted.push(adjustment)
  }

  latchAlerts(alerted: Alerted): void {
    this.#alerted = alerted
  }

  tell(event: Told<LedgerEvent>): void {
    this.#events.push({ ...event, accountId: this.#account.id, at: this.#now })
  }

  /** The account afterwards, when the changes have been appended. */
  get state(): AccountState {
    const { hasChanges } = this
    return {
      account: this.#account,
      grants: this.#grants,
      operations: this.#operations,
      reversals: this.#reversals,
      adjustments: this.#adjustments,
      openOperations: this.#openOperations,
      lastSeq: this.#lastSeq,
      // What changed nothing is written nowhere: nobody else would know how late it was.
      lastAt: hasChanges ? this.#now : this.#before.lastAt,
      version: this.#before.version + (hasChanges ? 1 : 0),
      alerted: this.#alerted,
    }
  }

  /** Whether there is anything to append. That time has passed is nothing by itself. */
  get hasChanges(): boolean {
    return (
      this.#alerted !== this.#before.alerted ||
      this.#allowanceChanges.length + this.#created.size > 0 ||
      this.#updated.size + this.#entries.length + this.#ended.length > 0
    )
  }

  get changes(): Changes {
    const changes = this.#allowanceChanges
    return {
      accountId: this.#account.id,
      version: this.#before.version,
      openOperations: this.#openOperations,
      lastSeq: this.#lastSeq,
      lastAt: this.#now,
      ...(changes.length > 0 && { allowance: { account: this.#account, changes } }),
      ...(this.#alerted !== this.#before.alerted && { alerted: this.#alerted }),
      grants: this.#opened,
      ended: this.#ended,
      created: [...this.#created.values()],
      updated: [...this.#updated.values()],
      reversals: this.#reversed,
      adjustments: this.#adjusted,
      entries: this.#entries,
      events: this.#events,
    }
  }

  #enter(grant: Grant, facts: Omit<Entry, 'accountId' | 'seq' | 'at'>): Grant {
    const seq = this.#lastSeq + 1
    const entry: Entry = { ...facts, accountId: this.#account.id, seq, at: this.#now }
    const after = applyEntry(grant, entry)
    this.#lastSeq = seq
    this.#entries.push(entry)
    this.#grants.set(after.id, after)
    return after
  }
}
