import type { Prices } from '@rheos/contract'

/** A price that held, holds or will hold from an instant on. */
export interface PriceStep {
  readonly from: string
  /** Absent: the action was not offered. */
  readonly price: number | undefined
}

/** A price that holds no more. */
export interface PastStep extends PriceStep {
  readonly until: string
}

export interface PriceHistory {
  readonly now: PriceStep
  /** Newest first. */
  readonly before: readonly PastStep[]
  /** Announced; soonest first. */
  readonly after: readonly PriceStep[]
}

/**
 * The prices of one action as they changed, for who is here since `since`: versions that left it as
 * it was are no step, and what ended before then never held for them.
 */
export function priceHistory(
  { versions, version }: Prices,
  action: string,
  since: string,
): PriceHistory {
  const steps: (PriceStep & { readonly version: number })[] = []
  for (const one of versions.toReversed()) {
    const price = one.prices[action]
    const last = steps.at(-1)
    if (last === undefined ? price !== undefined : last.price !== price) {
      steps.push({ from: one.effectiveFrom, price, version: one.version })
    }
  }
  const present = steps.findLastIndex((step) => step.version <= version)
  const step = (index: number) => stepOf(steps[index])
  return {
    now: step(present),
    before: steps
      .slice(0, Math.max(present, 0))
      .map((past, index) => ({ ...stepOf(past), until: step(index + 1).from }))
      .filter(({ until }) => new Date(until) > new Date(since))
      .reverse(),
    after: steps.slice(present + 1).map(stepOf),
  }
}

function stepOf(step: PriceStep | undefined): PriceStep {
  return { from: step?.from ?? '', price: step?.price }
}
