import type { Effort } from '../effort.ts'
import type { Results } from '../measurements.ts'
import type { Machine } from './machine.ts'
import type { Target } from './targets.ts'

/** Rows that differ from what they have to be. All are 0 in a ledger that is right. */
export interface Mismatches {
  /** Grants that show other numbers than their entries. */
  readonly grants: number
  /** Accounts whose grants hold or have spent another sum than their operations. */
  readonly operations: number
  /** Accounts whose entries are not numbered 1, 2, 3 … */
  readonly gaps: number
  /** Operations settled more or fewer than callers were told. */
  readonly settled: number
}

/** One look at the books, after one measurement. */
export interface Audit extends Mismatches {
  readonly after: string
}

/** All that a run of the benchmark has to say, as it is printed with `--json`. */
export interface BenchReport {
  readonly benchmark: 'credits'
  readonly date: string
  readonly command: string
  readonly machine: Machine
  readonly effort: Effort
  readonly measurements: Partial<Results>
  /** Of all audits together. */
  readonly mismatches: number
  readonly audits: readonly Audit[]
  readonly targets: readonly Target[]
}
