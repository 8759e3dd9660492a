import type { Actor } from './actor.ts'
import type { Allowance } from './allowance.ts'
import type { Instant } from './instant.ts'

/** Whose credits these are. */
export interface Account {
  readonly id: string
  readonly allowance: Allowance
  /** How often the allowance was set; 0 only between opening the account and its first allowance. */
  readonly allowanceSeq: number
  readonly createdAt: Instant
}

/** One line of an account's history of allowances. Never changed or deleted. */
export interface AllowanceChange {
  readonly accountId: string
  readonly seq: number
  readonly allowance: Allowance
  readonly at: Instant
  readonly reason: string
  readonly actor: Actor
}
