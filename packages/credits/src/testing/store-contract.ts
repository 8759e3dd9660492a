import { chargingContract } from './contract/charging.ts'
import { cycleContract } from './contract/cycle.ts'
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
]
