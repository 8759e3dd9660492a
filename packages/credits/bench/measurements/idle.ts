import { randomUUID } from 'node:crypto'
import type { LedgerCommands } from '@rheos/credits'
import type { Bench } from '../bench.ts'
import {
  type Figure,
  type PercentileFigures,
  type Percentiles,
  percentileFigures,
  ratioOf,
} from '../load/figure.ts'
import { LatencyLog } from '../load/latency-log.ts'
import { hold, LedgerMeter, settle } from '../meters/ledger-meter.ts'
import { PLENTY } from '../meters/meter.ts'
import { workspaceId } from '../meters/workspace.ts'

/** One caller and nobody else: what it costs to be ready for many. */
export interface IdleResult {
  /** By the ledger's own call. */
  readonly ours: Latencies
  /** By a call within a transaction that the caller opens for it. */
  readonly single: Latencies
  /** Ours to the single call, of medians. */
  readonly holdRatio: Figure
  readonly settleRatio: Figure
}

interface Latencies {
  readonly holdMs: PercentileFigures
  readonly settleMs: PercentileFigures
}

type Call = (work: (ledger: LedgerCommands) => Promise<unknown>) => Promise<unknown>

/** Of each way, at the beginning of a round. */
const WARM_UP_PAIRS = 20
const PAIRS_PER_SECOND_MAX = 20_000

export async function measureIdle(bench: Bench): Promise<IdleResult> {
  const rounds = await bench.rounds('One idle caller', () => measureRound(bench))
  const ours = latenciesOf(rounds.map((round) => round.ours))
  const single = latenciesOf(rounds.map((round) => round.single))
  return {
    ours,
    single,
    holdRatio: ratioOf(ours.holdMs.p50, single.holdMs.p50),
    settleRatio: ratioOf(ours.settleMs.p50, single.settleMs.p50),
  }
}

/**
 * The two ways take turns, call by call. Each has a workspace to itself: what one writes must not
 * make the other forget what it knows.
 */
async function measureRound(bench: Bench): Promise<Record<'ours' | 'single', Round>> {
  return await bench.server.withDatabase({ workspaces: 2, credits: PLENTY }, async (url) => {
    const meter = await LedgerMeter.open(url, 2)
    const { ledger, store } = meter.opened
    const ours = new Caller(meter, 0, (work) => work(ledger))
    const single = new Caller(meter, 1, (work) =>
      store.transaction((tx) => work(ledger.within(tx))),
    )
    for (let pair = 0; pair < WARM_UP_PAIRS; pair += 1) {
      await ours.pair()
      await single.pair()
    }
    const capacity = Math.ceil(bench.effort.seconds * PAIRS_PER_SECOND_MAX)
    const logs = { ours: new RoundLog(capacity), single: new RoundLog(capacity) }
    const until = performance.now() + bench.effort.seconds * 1000
    while (performance.now() < until) {
      await ours.pair(logs.ours)
      await single.pair(logs.single)
    }
    await meter.close()
    await bench.audit('one idle caller', url, ours.settled + single.settled)
    return { ours: logs.ours.result(), single: logs.single.result() }
  })
}

class Caller {
  readonly #meter: LedgerMeter
  readonly #workspace: number
  readonly #call: Call
  settled = 0

  constructor(meter: LedgerMeter, workspace: number, call: Call) {
    this.#meter = meter
    this.#workspace = workspace
    this.#call = call
  }

  async pair(log?: RoundLog): Promise<void> {
    const operationId = randomUUID()
    const input = this.#meter.holdInput(operationId, this.#workspace)
    const askedAt = performance.now()
    await this.#call((ledger) => hold(ledger, input))
    const heldAt = performance.now()
    await this.#call((ledger) => settle(ledger, workspaceId(this.#workspace), operationId))
    const settledAt = performance.now()
    this.settled += 1
    log?.holds.add(heldAt - askedAt)
    log?.settlements.add(settledAt - heldAt)
  }
}

interface Round {
  readonly holdMs: Percentiles
  readonly settleMs: Percentiles
}

class RoundLog {
  readonly holds: LatencyLog
  readonly settlements: LatencyLog

  constructor(capacity: number) {
    this.holds = new LatencyLog(capacity)
    this.settlements = new LatencyLog(capacity)
  }

  result(): Round {
    return { holdMs: this.holds.percentiles(), settleMs: this.settlements.percentiles() }
  }
}

function latenciesOf(rounds: readonly Round[]): Latencies {
  return {
    holdMs: percentileFigures(rounds.map(({ holdMs }) => holdMs)),
    settleMs: percentileFigures(rounds.map(({ settleMs }) => settleMs)),
  }
}
