import { type Figure, figureOf, ratioOf } from '../load/figure.ts'
import type { Candidate, PairsRow, Shape } from '../measurements/pairs.ts'
import type { Results } from '../measurements.ts'

/** What the ledger has to reach on whatever machine: ratios of one run, but for one time. */
export interface Target {
  readonly name: string
  /** As in `≥ 20 ×`. */
  readonly required: string
  readonly measured: number
  readonly met: boolean
  /** What the textbook's way takes for the same. */
  readonly naive?: number
}

interface Bound {
  readonly atLeast?: number
  readonly atMost?: number
  readonly unit?: string
  readonly naive?: number
}

/** The targets of what was measured. */
export function targetsOf(results: Partial<Results>, mismatches: number): readonly Target[] {
  const { pairs, 'two-processes': processes, idle, balance, memory } = results
  return [
    ...(pairs ? pairsTargets(pairs) : []),
    ...(processes
      ? [
          target(
            'two processes on one workspace, to naive',
            processes.timesNaive.median,
            times(15),
          ),
          // The worst round: starving now and then is starving.
          target('two processes, smallest share', processes.smallestShare.min, { atLeast: 0.2 }),
        ]
      : []),
    ...(idle ? [target('idle hold, to a single call', idle.holdRatio.median, atMost(1.2))] : []),
    ...(balance
      ? [target('balance, long to short history', balance.ratio.median, atMost(1.2))]
      : []),
    ...(memory ? [target('memory, end to a tenth', memory.growth, atMost(1.2))] : []),
    target('mismatches in the books', mismatches, { atMost: 0 }),
  ]
}

function pairsTargets(rows: readonly PairsRow[]): readonly Target[] {
  const find = (candidate: Candidate, shape: Shape, callers: number) =>
    rows.find(
      (row) => row.candidate === candidate && row.shape === shape && row.callers === callers,
    )
  const speed = (...which: Parameters<typeof find>) =>
    find(...which)?.pairsPerSecond ?? figureOf([])
  const naiveHot = speed('naive', 'hot', 32)
  const ours = speed('ours', 'hot', 32)
  return [
    ratioTarget('one workspace, 32 callers, to naive', ours, naiveHot, 20),
    ratioTarget(
      'one workspace, 256 callers, to naive at 32',
      speed('ours', 'hot', 256),
      naiveHot,
      40,
    ),
    ratioTarget(
      'many workspaces, 32 callers, to naive',
      speed('ours', 'spread', 32),
      speed('naive', 'spread', 32),
      7,
    ),
    ratioTarget('one workspace, 32 callers, to memory', ours, speed('memory', 'hot', 32), 0.45),
    target('p99 of a hold, one workspace, 200 callers', holdP99(find('ours', 'hot', 200)), {
      atMost: 15,
      unit: 'ms',
      naive: holdP99(find('naive', 'hot', 200)),
    }),
  ]
}

function holdP99(row: PairsRow | undefined): number {
  return row?.holdMs.p99.median ?? Number.NaN
}

function ratioTarget(name: string, figure: Figure, to: Figure, atLeast: number): Target {
  return target(name, ratioOf(figure, to).median, times(atLeast))
}

function times(atLeast: number): Bound {
  return { atLeast, unit: '×' }
}

function atMost(bound: number): Bound {
  return { atMost: bound, unit: '×' }
}

function target(name: string, measured: number, bound: Bound): Target {
  const { atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY, naive } = bound
  const side = bound.atLeast === undefined ? `≤ ${bound.atMost}` : `≥ ${bound.atLeast}`
  const required = bound.unit === undefined ? side : `${side} ${bound.unit}`
  const met = measured >= atLeast && measured <= atMost
  return { name, required, measured, met, ...(naive !== undefined && { naive }) }
}
