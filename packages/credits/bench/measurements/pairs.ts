import { join } from 'node:path'
import type { Bench } from '../bench.ts'
import { type LoadResult, runLoad } from '../load/closed-loops.ts'
import {
  type Figure,
  figureOf,
  type PercentileFigures,
  percentileFigures,
  ratioOf,
} from '../load/figure.ts'
import { CheckThenActMeter } from '../meters/check-then-act-meter.ts'
import { LedgerMeter } from '../meters/ledger-meter.ts'
import { MemoryMeter } from '../meters/memory-meter.ts'
import { type Meter, PLENTY } from '../meters/meter.ts'
import { NaiveMeter } from '../meters/naive-meter.ts'

/** One workspace, or many. */
export type Shape = 'hot' | 'spread'
export type Candidate = 'ours' | 'naive' | 'check-then-act' | 'memory'

export interface PairsCase {
  readonly candidate: Candidate
  readonly shape: Shape
  readonly callers: number
}

/** Pairs of a hold and its settlement. */
export interface PairsRow extends PairsCase {
  readonly pairsPerSecond: Figure
  readonly pairMs: PercentileFigures
  readonly holdMs: PercentileFigures
  /** Of `naive` with 32 callers, on as many workspaces, in the same round. */
  readonly timesNaive: Figure
}

const callersOf: Readonly<Record<Candidate, readonly number[]>> = {
  ours: [1, 32, 200, 256],
  naive: [1, 32, 200, 256],
  'check-then-act': [32],
  memory: [32, 256],
}

/** Those that a target or a test is about. */
const shortCases: readonly PairsCase[] = [
  { candidate: 'ours', shape: 'hot', callers: 32 },
  { candidate: 'ours', shape: 'hot', callers: 200 },
  { candidate: 'ours', shape: 'hot', callers: 256 },
  { candidate: 'ours', shape: 'spread', callers: 32 },
  { candidate: 'naive', shape: 'hot', callers: 32 },
  { candidate: 'naive', shape: 'hot', callers: 200 },
  { candidate: 'naive', shape: 'spread', callers: 32 },
  { candidate: 'check-then-act', shape: 'hot', callers: 32 },
  { candidate: 'memory', shape: 'hot', callers: 32 },
]

export async function measurePairs(bench: Bench): Promise<readonly PairsRow[]> {
  const cases = bench.effort.isShort ? shortCases : allCases()
  const rounds = await bench.rounds('Pairs', async () => {
    const results: LoadResult[] = []
    for (const one of cases) results.push(await measureCase(bench, one))
    return results
  })
  const rows = cases.map((one, index) => {
    const results = rounds.flatMap((round) => round[index] ?? [])
    return { ...one, ...figuresOf(results) }
  })
  return rows.map((row) => ({ ...row, timesNaive: timesNaive(row, rows) }))
}

function allCases(): readonly PairsCase[] {
  const candidates = Object.keys(callersOf) as Candidate[]
  return (['hot', 'spread'] as const).flatMap((shape) =>
    candidates.flatMap((candidate) =>
      callersOf[candidate].map((callers) => ({ candidate, shape, callers })),
    ),
  )
}

async function measureCase(bench: Bench, one: PairsCase): Promise<LoadResult> {
  const { candidate, shape, callers } = one
  const { seconds, warmUpSeconds } = bench.effort
  const workspaces = shape === 'hot' ? 1 : bench.effort.workspaces
  bench.say(`  ${candidate}, ${shape}, ${callers} callers`)
  return await bench.server.withDatabase({ workspaces, credits: PLENTY }, async (url) => {
    const meter = await openMeter(bench, candidate, url, workspaces)
    const result = await runLoad(meter, { callers, workspaces, seconds, warmUpSeconds })
    await meter.close()
    const what = `pairs, ${shape}, ${callers} callers`
    if (candidate === 'ours') await bench.audit(what, url, result.settled)
    return result
  })
}

async function openMeter(
  bench: Bench,
  candidate: Candidate,
  url: string,
  workspaces: number,
): Promise<Meter> {
  switch (candidate) {
    case 'ours':
      return await LedgerMeter.open(url, workspaces)
    case 'naive':
      return new NaiveMeter(url)
    case 'check-then-act':
      return new CheckThenActMeter(url)
    case 'memory':
      return await MemoryMeter.open(join(bench.server.folder, 'journal'))
  }
}

/** Naive with 32 callers on one workspace: what the other measurements are compared with. */
export async function measureNaiveHot(bench: Bench): Promise<LoadResult> {
  return await measureCase(bench, { candidate: 'naive', shape: 'hot', callers: 32 })
}

type Figures = Pick<PairsRow, 'pairsPerSecond' | 'pairMs' | 'holdMs'>

function figuresOf(results: readonly LoadResult[]): Figures {
  return {
    pairsPerSecond: figureOf(results.map(({ pairsPerSecond }) => pairsPerSecond)),
    pairMs: percentileFigures(results.map(({ pairMs }) => pairMs)),
    holdMs: percentileFigures(results.map(({ holdMs }) => holdMs)),
  }
}

function timesNaive(row: PairsCase & Figures, rows: readonly (PairsCase & Figures)[]): Figure {
  const naive = rows.find(
    ({ candidate, shape, callers }) =>
      candidate === 'naive' && shape === row.shape && callers === 32,
  )
  return naive ? ratioOf(row.pairsPerSecond, naive.pairsPerSecond) : figureOf([])
}
