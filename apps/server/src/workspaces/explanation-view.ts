import type {
  ExplainedAction,
  Explanation as ExplanationOfContract,
  ExplanationLine as LineOfContract,
} from '@rheos/contract'
import type { Explanation, ExplanationLine } from '@rheos/credits'
import { isoInstant } from '../clock.ts'
import { grantKind } from './grant-kind.ts'
import type { OperationLabels } from './operation-labels.ts'

const linesMax = 200

/** A line of the ledger's explanation, or several of one grant in one. */
export type BoundedLine = Omit<ExplanationLine, 'kind'> & {
  readonly kind: ExplanationLine['kind'] | 'earlier'
  readonly count: number
}

/**
 * The newest lines, and one line for all older ones of each grant, so that they still add up. What
 * was granted is always told.
 */
export function boundedLines(
  lines: readonly ExplanationLine[],
  max: number = linesMax,
): readonly BoundedLine[] {
  const counted = lines.map((line) => ({ ...line, count: 1 }))
  if (lines.length <= max) return counted
  const granted = counted.filter(({ kind }) => kind === 'grant')
  const others = counted.filter(({ kind }) => kind !== 'grant')
  const newest = Math.max(max - 2 * granted.length, 1)
  const earlier = summedByGrant(others.slice(0, -newest))
  return [...granted, ...earlier, ...others.slice(-newest)].toSorted((a, b) => a.at - b.at)
}

function summedByGrant(lines: readonly BoundedLine[]): readonly BoundedLine[] {
  const sums = new Map<string, BoundedLine>()
  for (const { grantId, at, credits, held } of lines) {
    const sum = sums.get(grantId)
    sums.set(grantId, {
      kind: 'earlier',
      at,
      credits: (sum?.credits ?? 0) + credits,
      held: (sum?.held ?? 0) + held,
      grantId,
      notCharged: false,
      count: (sum?.count ?? 0) + 1,
    })
  }
  return [...sums.values()]
}

export function explanationView(
  explanation: Omit<Explanation, 'lines'> & { readonly lines: readonly BoundedLine[] },
  labels: OperationLabels,
): ExplanationOfContract {
  const { at, balance, available, held, cycle, grants, lines } = explanation
  let sum = 0
  return {
    at: isoInstant(at),
    balance,
    available,
    held,
    cycle: { start: isoInstant(cycle.start), end: isoInstant(cycle.end) },
    grants: grants.map(({ makeGoodFor, startsAt, endsAt, ...grant }) => ({
      ...grant,
      kind: grantKind(grant),
      startsAt: isoInstant(startsAt),
      endsAt: isoInstant(endsAt),
    })),
    lines: lines.map((line) => {
      sum += line.credits
      return lineView(line, sum, labels)
    }),
  }
}

function lineView(line: BoundedLine, balance: number, labels: OperationLabels): LineOfContract {
  const { kind, at, credits, held, grantId, reason, count } = line
  return {
    kind: kind === 'operation' ? 'action' : kind,
    at: isoInstant(at),
    credits,
    held,
    balance,
    grantId,
    action: actionView(line, labels),
    reason: kind === 'adjustment' || kind === 'expiry' ? (reason ?? null) : null,
    count,
  }
}

function actionView(line: BoundedLine, labels: OperationLabels): ExplainedAction | null {
  const { operation } = line
  if (operation === undefined) return null
  const outcome = outcomeOf(line, operation.quantity * operation.unitPrice)
  const { id, action, quantity, unitPrice, actor } = operation
  return {
    id,
    action,
    did: labels.did(id),
    quantity,
    unitPrice,
    outcome,
    // What is known now is not what was known while it was in progress.
    why: outcome === 'in_progress' ? null : labels.why(id),
    who: labels.who(actor),
    brand: labels.brand(actor),
  }
}

function outcomeOf(
  { held, notCharged, credits }: BoundedLine,
  price: number,
): ExplainedAction['outcome'] {
  if (held > 0) return 'in_progress'
  if (notCharged) return 'not_charged'
  return -credits < price ? 'partly_charged' : 'charged'
}
