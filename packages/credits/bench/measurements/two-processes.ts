import type { Bench } from '../bench.ts'
import { type Figure, figureOf, ratioOf } from '../load/figure.ts'
import { ForkedLedger } from '../load/forked-ledger.ts'
import { PLENTY } from '../meters/meter.ts'
import { measureNaiveHot } from './pairs.ts'

/** Two processes on one workspace, each with a ledger, connections and 32 callers of its own. */
export interface TwoProcessesResult {
  /** Pairs per second. */
  readonly each: readonly Figure[]
  readonly together: Figure
  /** Of all pairs, by the process that came off worse. */
  readonly smallestShare: Figure
  /** Pairs per second of `naive` with 32 callers in one process. */
  readonly naive: Figure
  readonly timesNaive: Figure
}

const CALLERS = 32

export async function measureTwoProcesses(bench: Bench): Promise<TwoProcessesResult> {
  const rounds = await bench.rounds('Two processes', async () => ({
    processes: await measureRound(bench),
    naive: (await measureNaiveHot(bench)).pairsPerSecond,
  }))
  const together = figureOf(rounds.map(({ processes: [a, b] }) => a + b))
  const naive = figureOf(rounds.map((round) => round.naive))
  return {
    each: [0, 1].map((index) => figureOf(rounds.map(({ processes }) => processes[index] ?? NaN))),
    together,
    smallestShare: figureOf(rounds.map(({ processes: [a, b] }) => Math.min(a, b) / (a + b))),
    naive,
    timesNaive: ratioOf(together, naive),
  }
}

async function measureRound(bench: Bench): Promise<readonly [number, number]> {
  const { seconds, warmUpSeconds } = bench.effort
  return await bench.server.withDatabase({ workspaces: 1, credits: PLENTY }, async (url) => {
    const [one, other] = await Promise.all([ForkedLedger.open(url, 1), ForkedLedger.open(url, 1)])
    const load = { callers: CALLERS, workspaces: 1, warmUpSeconds, seconds }
    const [first, second] = await Promise.all([one.load(load), other.load(load)])
    await Promise.all([one.close(), other.close()])
    await bench.audit('two processes', url, first.settled + second.settled)
    return [first.pairsPerSecond, second.pairsPerSecond]
  })
}
