import type { Finding } from '../audit/findings.ts'
import type { ChaosSettings } from '../chaos-settings.ts'

/** What one round came to. */
export interface RoundResult {
  readonly number: number
  readonly killedAfterMs: number
  /** Operations that the dead process left open. */
  readonly leftOpen: number
  /** From the kill until none of them was open any more; missing when some still were too late. */
  readonly backMs?: number
  readonly isCut: boolean
  /** How long the database was away. */
  readonly crashedMs?: number
  readonly answers: number
  /** Answers that were lost with the connection. */
  readonly failures: number
}

/** What became of the operations. */
export interface Fates {
  readonly operations: number
  readonly settled: number
  readonly released: number
  readonly refused: number
  /** Released because their process was dead. */
  readonly lapsed: number
  /** Released because nobody had started them. */
  readonly stranded: number
  readonly results: number
}

/** One run. */
export interface ChaosReport {
  readonly date: string
  readonly command: string
  readonly postgres: string
  readonly node: string
  readonly settings: ChaosSettings
  readonly reapEveryMs: number
  readonly backWithinMs: number
  readonly rounds: readonly RoundResult[]
  readonly fates: Fates
  readonly mismatches: number
  readonly findings: readonly Finding[]
}
