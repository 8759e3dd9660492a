import type { Bench } from './bench.ts'
import { type BalanceResult, measureBalance } from './measurements/balance-read.ts'
import { type CommitToPageResult, measureCommitToPage } from './measurements/commit-to-page.ts'
import { type IdleResult, measureIdle } from './measurements/idle.ts'
import { type MemoryResult, measureMemory } from './measurements/memory.ts'
import { measureOverspend, type OverspendRow } from './measurements/overspend.ts'
import { measurePairs, type PairsRow } from './measurements/pairs.ts'
import { measureTwoProcesses, type TwoProcessesResult } from './measurements/two-processes.ts'

/** What each measurement finds, by the name it is asked for with `--only`. */
export interface Results {
  readonly pairs: readonly PairsRow[]
  readonly overspend: readonly OverspendRow[]
  readonly idle: IdleResult
  readonly 'two-processes': TwoProcessesResult
  readonly balance: BalanceResult
  readonly 'commit-to-page': CommitToPageResult
  readonly memory: MemoryResult
}

export type MeasurementName = keyof Results

const measurements: { readonly [N in MeasurementName]: (bench: Bench) => Promise<Results[N]> } = {
  pairs: measurePairs,
  overspend: measureOverspend,
  idle: measureIdle,
  'two-processes': measureTwoProcesses,
  balance: measureBalance,
  'commit-to-page': measureCommitToPage,
  memory: measureMemory,
}

export const measurementNames = Object.keys(measurements) as MeasurementName[]

export async function measure(
  bench: Bench,
  names: readonly MeasurementName[],
): Promise<Partial<Results>> {
  const results: Partial<{ -readonly [N in MeasurementName]: Results[N] }> = {}
  const take = async <N extends MeasurementName>(name: N) => {
    results[name] = await measurements[name](bench)
  }
  for (const name of names) await take(name)
  return results
}
