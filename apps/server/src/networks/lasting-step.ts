import type { Clock, Instant } from '../clock.ts'
import type { Json, PrepareOrder } from './network-adapter.ts'

/** What a network keeps for some time alone, as an upload that nothing was published with. */
export interface Lasting<T extends Json> {
  readonly value: T
  /** It was made just now, not by an earlier preparation. */
  readonly isNew: boolean
}

/**
 * Does a step once, and again when what it gave is used up: older than `lastsMs`, or not `isUsable`
 * any more. Every repetition has a name of its own, so that it is kept too.
 */
export async function lastingStep<T extends Json>(
  order: PrepareOrder,
  step: {
    readonly name: string
    readonly clock: Clock
    readonly lastsMs: number
    readonly make: () => Promise<T>
    /** Asked of what an earlier preparation made. */
    readonly isUsable?: (value: T, ageMs: number) => Promise<boolean>
  },
): Promise<Lasting<T>> {
  for (let turn = 0; ; turn += 1) {
    let isNew = false
    const made = await order.once<{ readonly value: T; readonly at: Instant }>(
      turn === 0 ? step.name : `${step.name} ${turn + 1}`,
      async () => {
        isNew = true
        return { value: await step.make(), at: step.clock() }
      },
    )
    if (isNew) return { value: made.value, isNew }
    const ageMs = step.clock() - made.at
    if (ageMs < step.lastsMs && (await (step.isUsable?.(made.value, ageMs) ?? true)))
      return { value: made.value, isNew }
  }
}
