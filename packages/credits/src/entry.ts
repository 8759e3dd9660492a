import type { Actor } from './actor.ts'
import { assertPositive, type Credits } from './credits.ts'
import { assertConserved, type Grant, type Place } from './grant.ts'
import type { Instant } from './instant.ts'

export type EntryKind = 'grant' | 'hold' | 'settle' | 'release' | 'expire' | 'adjust' | 'reverse'

/** One immutable line of the ledger: credits of one grant move from one place to another. */
export interface Entry {
  readonly accountId: string
  /** Position in the account's ledger: 1, 2, 3 … without gaps. */
  readonly seq: number
  readonly at: Instant
  readonly kind: EntryKind
  readonly grantId: string
  /** Absent on the entry that brings the grant's credits into being. */
  readonly from?: Place
  readonly to: Place
  readonly amount: Credits
  readonly reason?: string
  readonly actor: Actor
  readonly operationId?: string
  /** `seq` of the entry that this one corrects. */
  readonly corrects?: number
}

/** The grant after the entry. */
export function applyEntry(grant: Grant, entry: Entry): Grant {
  assertPositive(entry.amount, 'An entry')
  const places = { ...grant }
  if (entry.from) places[entry.from] -= entry.amount
  else places.amount += entry.amount
  places[entry.to] += entry.amount
  assertConserved(places)
  return places
}

export type GrantNumbers = Pick<Grant, 'amount' | Place>

const NOTHING: GrantNumbers = { amount: 0, available: 0, held: 0, spent: 0, expired: 0 }

/** The numbers of every grant, recomputed from entries alone. */
export function recomputeGrants(entries: readonly Entry[]): ReadonlyMap<string, GrantNumbers> {
  const numbers = new Map<string, { -readonly [K in keyof GrantNumbers]: GrantNumbers[K] }>()
  for (const entry of entries) {
    const grant = numbers.get(entry.grantId) ?? { ...NOTHING }
    if (entry.from) grant[entry.from] -= entry.amount
    else grant.amount += entry.amount
    grant[entry.to] += entry.amount
    numbers.set(entry.grantId, grant)
  }
  return numbers
}
