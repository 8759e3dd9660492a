import { ledgerMigration } from './migrations/0001-ledger.ts'
import { guardsMigration } from './migrations/0002-guards.ts'
import { batchingMigration } from './migrations/0003-batching.ts'
import { stepsMigration } from './migrations/0004-steps.ts'
import { earlyEndsMigration } from './migrations/0005-early-ends.ts'
import { cheaperStepsMigration } from './migrations/0006-cheaper-steps.ts'
import { statesMigration } from './migrations/0007-states.ts'
import { cheaperReadsMigration } from './migrations/0008-cheaper-reads.ts'

/** One step of the schema: plain SQL, never edited after it was released. */
export interface Migration {
  readonly name: string
  readonly sql: string
}

/** In the order they are applied. All of it lies in the schema `credits`. */
export const migrations: readonly Migration[] = [
  ledgerMigration,
  guardsMigration,
  batchingMigration,
  stepsMigration,
  earlyEndsMigration,
  cheaperStepsMigration,
  statesMigration,
  cheaperReadsMigration,
]
