import type { Clock, Instant } from '../clock.ts'
import type { Json, PrepareOrder } from './network-adapter.ts'

/**
 * Does a step once, and again when what it gave is older than the network keeps it, as an upload that
 * nothing was published with. Every repetition has a name of its own, so that it is kept too.
 */
export async function lastingStep<T extends Json>(
  order: PrepareOrder,
  step: {
    readonly name: string
    readonly clock: Clock
    readonly lastsMs: number
    readonly make: () => Promise<T>
  },
): Promise<T> {
  for (let turn = 1; ; turn += 1) {
    const made = await order.once<{ readonly value: T; readonly at: Instant }>(
      turn === 1 ? step.name : `${step.name} ${turn}`,
      async () => ({ value: await step.make(), at: step.clock() }),
    )
    if (step.clock() - made.at < step.lastsMs) return made.value
  }
}
