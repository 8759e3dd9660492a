import { randomUUID } from 'node:crypto'
import type { Bench } from '../bench.ts'
import { runLoad } from '../load/closed-loops.ts'
import { type PercentileFigures, type Percentiles, percentileFigures } from '../load/figure.ts'
import { LatencyLog } from '../load/latency-log.ts'
import { LedgerMeter } from '../meters/ledger-meter.ts'
import { PLENTY, PRICE } from '../meters/meter.ts'
import { openLedger } from '../meters/open-ledger.ts'
import { workspaceId } from '../meters/workspace.ts'
import { OpenPage } from './open-page.ts'

/**
 * Milliseconds from the answer to a settlement until a page knows the balance; below 0 when the
 * page knew it before the caller. The page has a ledger of its own, as in another process.
 */
export interface CommitToPageResult {
  readonly quiet: PercentileFigures
  /** While 32 callers keep another workspace of the same ledger busy. */
  readonly busy: PercentileFigures
}

const BUSY_WORKSPACE = 0
const WATCHED_WORKSPACE = 1
const BUSY_CALLERS = 32
const PAIRS_PER_SECOND_MAX = 20_000

export async function measureCommitToPage(bench: Bench): Promise<CommitToPageResult> {
  const rounds = await bench.rounds('From commit to page', async () => ({
    quiet: await measureRound(bench, 0),
    busy: await measureRound(bench, BUSY_CALLERS),
  }))
  return {
    quiet: percentileFigures(rounds.map(({ quiet }) => quiet)),
    busy: percentileFigures(rounds.map(({ busy }) => busy)),
  }
}

async function measureRound(bench: Bench, callers: number): Promise<Percentiles> {
  const { seconds, warmUpSeconds } = bench.effort
  return await bench.server.withDatabase({ workspaces: 2, credits: PLENTY }, async (url) => {
    const meter = await LedgerMeter.open(url, 2)
    const elsewhere = await openLedger(url)
    const page = new OpenPage(elsewhere.ledger, workspaceId(WATCHED_WORKSPACE))
    elsewhere.onChange((accountId) => page.hear(accountId))
    const watched = new WatchedCaller(meter, page)
    const load = { callers, workspaces: BUSY_WORKSPACE + 1, warmUpSeconds, seconds }
    const [{ settled }, delays] = await Promise.all([
      runLoad(meter, load),
      watched.run(warmUpSeconds, seconds),
    ])
    await Promise.all([meter.close(), elsewhere.close()])
    await bench.audit(`from commit to page, ${callers} others`, url, settled + watched.settled)
    return delays
  })
}

/** Somebody who looks at the page and goes on when it shows what was done. */
class WatchedCaller {
  readonly #meter: LedgerMeter
  readonly #page: OpenPage
  settled = 0

  constructor(meter: LedgerMeter, page: OpenPage) {
    this.#meter = meter
    this.#page = page
  }

  async run(warmUpSeconds: number, seconds: number): Promise<Percentiles> {
    const delays = new LatencyLog(Math.ceil(seconds * PAIRS_PER_SECOND_MAX))
    const from = performance.now() + warmUpSeconds * 1000
    const until = from + seconds * 1000
    while (performance.now() < until) {
      const delay = await this.#pair()
      if (performance.now() >= from) delays.add(delay)
    }
    return delays.percentiles()
  }

  async #pair(): Promise<number> {
    const operationId = randomUUID()
    const left = PLENTY - (this.settled + 1) * PRICE
    await Promise.all([
      this.#page.knows(({ available }) => available === left),
      this.#meter.hold(operationId, WATCHED_WORKSPACE),
    ])
    const [knownAt, settledAt] = await Promise.all([
      this.#page.knows(({ balance }) => balance === left),
      this.#settle(operationId),
    ])
    this.settled += 1
    return knownAt - settledAt
  }

  async #settle(operationId: string): Promise<number> {
    await this.#meter.settle(operationId, WATCHED_WORKSPACE)
    return performance.now()
  }
}
