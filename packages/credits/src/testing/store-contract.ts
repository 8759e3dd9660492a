import { adjustContract } from './contract/adjust.ts'
import { alertsContract } from './contract/alerts.ts'
import { auditContract } from './contract/audit.ts'
import { batchingContract } from './contract/batching.ts'
import { chargingContract } from './contract/charging.ts'
import { cycleContract } from './contract/cycle.ts'
import { endGrantContract } from './contract/end-grant.ts'
import { eventsContract } from './contract/events.ts'
import { explainContract } from './contract/explain.ts'
import { inputContract } from './contract/input.ts'
import { leaseContract } from './contract/lease.ts'
import { readingContract } from './contract/reading.ts'
import { reversalContract } from './contract/reversal.ts'
import { transactionContract } from './contract/transaction.ts'
import type { ContractCase } from './contract-case.ts'

/** What every store must do. Run each case on a store of yours. */
export const storeContract: readonly ContractCase[] = [
  ...cycleContract,
  ...chargingContract,
  ...leaseContract,
  ...reversalContract,
  ...readingContract,
  ...transactionContract,
  ...batchingContract,
  ...inputContract,
  ...adjustContract,
  ...endGrantContract,
  ...explainContract,
  ...alertsContract,
  ...eventsContract,
  ...auditContract,
]
