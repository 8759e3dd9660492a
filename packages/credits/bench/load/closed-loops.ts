import { randomUUID } from 'node:crypto'
import type { Meter } from '../meters/meter.ts'
import type { Percentiles } from './figure.ts'
import { LatencyLog } from './latency-log.ts'

/** Callers that hold and settle, one pair after the other, as fast as they are answered. */
export interface Load {
  readonly callers: number
  readonly workspaces: number
  readonly warmUpSeconds: number
  readonly seconds: number
}

export interface LoadResult {
  readonly pairsPerSecond: number
  readonly pairMs: Percentiles
  readonly holdMs: Percentiles
  /** Of warm-up and measurement together: what the books have to show. */
  readonly settled: number
}

/** Beyond what Maps in the process and a file reach. */
const PAIRS_PER_SECOND_MAX = 1_000_000

export async function runLoad(meter: Meter, load: Load): Promise<LoadResult> {
  const loops = new TimedLoops(meter, load)
  await allOf(load.callers, () => loops.run())
  return loops.result()
}

export interface PairsTask {
  readonly callers: number
  readonly firstWorkspace: number
  readonly workspaces: number
  readonly pairs: number
}

/** As many pairs as asked for, however long that takes. */
export async function runPairs(meter: Meter, task: PairsTask): Promise<void> {
  let left = task.pairs
  await allOf(task.callers, async () => {
    while (left > 0) {
      left -= 1
      const operationId = randomUUID()
      const workspace = task.firstWorkspace + anyBelow(task.workspaces)
      await holdOrThrow(meter, operationId, workspace)
      await meter.settle(operationId, workspace)
    }
  })
}

class TimedLoops {
  readonly #meter: Meter
  readonly #load: Load
  readonly #pairs: LatencyLog
  readonly #holds: LatencyLog
  readonly #from: number
  #until: number
  #settled = 0

  constructor(meter: Meter, load: Load) {
    const capacity = Math.ceil(load.seconds * PAIRS_PER_SECOND_MAX)
    this.#meter = meter
    this.#load = load
    this.#pairs = new LatencyLog(capacity)
    this.#holds = new LatencyLog(capacity)
    this.#from = performance.now() + load.warmUpSeconds * 1000
    this.#until = this.#from + load.seconds * 1000
  }

  async run(): Promise<void> {
    try {
      while (performance.now() < this.#until) await this.#pair()
    } catch (error) {
      // The others would go on against something that is broken.
      this.#until = 0
      throw error
    }
  }

  result(): LoadResult {
    return {
      pairsPerSecond: this.#pairs.count / this.#load.seconds,
      pairMs: this.#pairs.percentiles(),
      holdMs: this.#holds.percentiles(),
      settled: this.#settled,
    }
  }

  /** What ends within the measured time counts, whenever it began: no caller's first pair is lost. */
  async #pair(): Promise<void> {
    const operationId = randomUUID()
    const workspace = anyBelow(this.#load.workspaces)
    const askedAt = performance.now()
    await holdOrThrow(this.#meter, operationId, workspace)
    const heldAt = performance.now()
    await this.#meter.settle(operationId, workspace)
    const settledAt = performance.now()
    this.#settled += 1
    if (settledAt < this.#from || settledAt > this.#until) return
    this.#holds.add(heldAt - askedAt)
    this.#pairs.add(settledAt - askedAt)
  }
}

async function holdOrThrow(meter: Meter, operationId: string, workspace: number): Promise<void> {
  if (await meter.hold(operationId, workspace)) return
  throw new Error(`Workspace ${workspace} ran out of credits.`)
}

function anyBelow(count: number): number {
  return count === 1 ? 0 : Math.floor(Math.random() * count)
}

/** Waits for all of them before it fails: nobody uses what is closed then. */
export async function allOf(count: number, work: (index: number) => Promise<void>): Promise<void> {
  const outcomes = await Promise.allSettled(Array.from({ length: count }, (_, n) => work(n)))
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason
}
