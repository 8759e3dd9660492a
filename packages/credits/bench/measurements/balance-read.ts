import { randomUUID } from 'node:crypto'
import type { Ledger } from '@rheos/credits'
import type { Bench } from '../bench.ts'
import { runPairs } from '../load/closed-loops.ts'
import {
  type Figure,
  type PercentileFigures,
  type Percentiles,
  percentileFigures,
  ratioOf,
} from '../load/figure.ts'
import { LatencyLog } from '../load/latency-log.ts'
import { LedgerMeter } from '../meters/ledger-meter.ts'
import { PLENTY } from '../meters/meter.ts'
import { workspaceId } from '../meters/workspace.ts'
import { withClient } from '../server/connect.ts'

/** Whether a balance is read as fast with a long history as with a short one. */
export interface BalanceResult {
  readonly few: BalanceReads
  readonly many: BalanceReads
  /** Many to few, of medians. */
  readonly ratio: Figure
}

export interface BalanceReads {
  /** Behind the balance. */
  readonly entries: number
  readonly readMs: PercentileFigures
}

const FEW = 10
const WARM_UP_READS = 50
const READS_PER_SECOND_MAX = 50_000

export async function measureBalance(bench: Bench): Promise<BalanceResult> {
  const { entries } = bench.effort
  return await bench.server.withDatabase({ workspaces: 2, credits: PLENTY }, async (url) => {
    bench.say(`Filling a workspace with ${entries} entries`)
    const meter = await LedgerMeter.open(url, 2)
    const settled = (await fill(meter, 0, FEW)) + (await fill(meter, 1, entries))
    await bench.audit('filling', url, settled)
    await settleDown(url)
    const { ledger } = meter.opened
    const rounds = await bench.rounds('Balance', () => measureRound(ledger, bench.effort.seconds))
    await meter.close()
    const few = percentileFigures(rounds.map((round) => round.few))
    const many = percentileFigures(rounds.map((round) => round.many))
    return {
      few: { entries: FEW, readMs: few },
      many: { entries, readMs: many },
      ratio: ratioOf(many.p50, few.p50),
    }
  })
}

/** The grant is one entry, each pair two; the last is a hold that stays open. Answers the pairs. */
async function fill(meter: LedgerMeter, workspace: number, entries: number): Promise<number> {
  const pairs = (entries - 2) / 2
  await runPairs(meter, { callers: 256, firstWorkspace: workspace, workspaces: 1, pairs })
  await meter.hold(randomUUID(), workspace)
  return pairs
}

/** What the filling left to be written and cleaned is none of the reading's business. */
async function settleDown(url: string): Promise<void> {
  await withClient(url, async (client) => {
    await client.query('vacuum analyze')
    await client.query('checkpoint')
  })
}

async function measureRound(
  ledger: Pick<Ledger, 'balance'>,
  seconds: number,
): Promise<Record<'few' | 'many', Percentiles>> {
  const capacity = Math.ceil(seconds * READS_PER_SECOND_MAX)
  const few = new LatencyLog(capacity)
  const many = new LatencyLog(capacity)
  for (let read = 0; read < WARM_UP_READS; read += 1) {
    await timedRead(ledger, 0)
    await timedRead(ledger, 1)
  }
  const until = performance.now() + seconds * 1000
  while (performance.now() < until) {
    few.add(await timedRead(ledger, 0))
    many.add(await timedRead(ledger, 1))
  }
  return { few: few.percentiles(), many: many.percentiles() }
}

async function timedRead(ledger: Pick<Ledger, 'balance'>, workspace: number): Promise<number> {
  const accountId = workspaceId(workspace)
  const askedAt = performance.now()
  const balance = await ledger.balance(accountId)
  const answeredAt = performance.now()
  if (balance === undefined) throw new Error('The balance is unknown.')
  return answeredAt - askedAt
}
