import { randomUUID } from 'node:crypto'
import type { Bench } from '../bench.ts'
import { allOf } from '../load/closed-loops.ts'
import { type Figure, figureOf } from '../load/figure.ts'
import { CheckThenActMeter } from '../meters/check-then-act-meter.ts'
import { LedgerMeter } from '../meters/ledger-meter.ts'
import { type Meter, PRICE } from '../meters/meter.ts'
import { NaiveMeter } from '../meters/naive-meter.ts'
import { withClient } from '../server/connect.ts'

/** A race near zero: callers that all want one operation, and credits for half of them. */
export interface OverspendRow {
  readonly candidate: 'ours' | 'naive' | 'check-then-act'
  readonly callers: number
  /** Credits. */
  readonly granted: number
  readonly spent: Figure
  /** Credits spent beyond what was granted. */
  readonly overspent: Figure
}

interface Racer {
  readonly candidate: OverspendRow['candidate']
  readonly open: (url: string) => Meter | Promise<Meter>
  /** What the books say was spent. */
  readonly spent: string
}

const CALLERS = 200
const GRANTED = (CALLERS / 2) * PRICE

const racers: readonly Racer[] = [
  {
    candidate: 'ours',
    open: (url) => LedgerMeter.open(url, 1),
    spent: `select sum(amount)::int as spent from credits.entries where kind = 'settle'`,
  },
  {
    candidate: 'naive',
    open: (url) => new NaiveMeter(url),
    spent: 'select sum(amount)::int as spent from baseline.entries',
  },
  {
    candidate: 'check-then-act',
    open: (url) => new CheckThenActMeter(url),
    spent: 'select sum(amount)::int as spent from baseline.usages',
  },
]

export async function measureOverspend(bench: Bench): Promise<readonly OverspendRow[]> {
  const rounds = await bench.rounds('Overspending', async () => {
    const spent: number[] = []
    for (const racer of racers) spent.push(await race(bench, racer))
    return spent
  })
  return racers.map(({ candidate }, index) => {
    const spent = rounds.map((round) => round[index] ?? Number.NaN)
    const overspent = spent.map((credits) => Math.max(0, credits - GRANTED))
    const figures = { spent: figureOf(spent), overspent: figureOf(overspent) }
    return { candidate, callers: CALLERS, granted: GRANTED, ...figures }
  })
}

async function race(bench: Bench, racer: Racer): Promise<number> {
  return await bench.server.withDatabase({ workspaces: 1, credits: GRANTED }, async (url) => {
    const meter = await racer.open(url)
    let settled = 0
    await allOf(CALLERS, async () => {
      const operationId = randomUUID()
      if (!(await meter.hold(operationId, 0))) return
      await meter.settle(operationId, 0)
      settled += 1
    })
    await meter.close()
    if (racer.candidate === 'ours') await bench.audit('overspending', url, settled)
    const { rows } = await withClient(url, (client) => client.query<{ spent: number }>(racer.spent))
    return rows[0]?.spent ?? Number.NaN
  })
}
