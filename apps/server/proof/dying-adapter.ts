import { AsyncLocalStorage } from 'node:async_hooks'
import type { NetworkAdapter } from '../src/networks/network-adapter.ts'
import type { Random } from '../src/random.ts'
import { never } from '../test/publishing/publishing-world.ts'

/** How to say that the work under way has died. */
const dying = new AsyncLocalStorage<() => void>()

/** Ends when the work ends, or when whoever does it dies in the middle. */
export function untilDeath(work: () => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    dying.run(resolve, () => work().then(resolve, reject))
  })
}

/** Counts the workers that died. */
export interface Deaths {
  count: number
}

/** An adapter under which workers die by chance: before and after each thing that it does. */
export function dyingAdapter(
  adapter: NetworkAdapter,
  random: Random,
  deaths: Deaths,
  chance: number,
): NetworkAdapter {
  const mortal = async <T>(work: () => Promise<T>): Promise<T> => {
    if (random.next() < chance) return die()
    const done = await work()
    return random.next() < chance ? die() : done
  }
  const die = <T>(): Promise<T> => {
    deaths.count += 1
    dying.getStore()?.()
    return never<T>()
  }
  return {
    ...adapter,
    prepare: (order) =>
      mortal(() =>
        adapter.prepare({ ...order, once: (name, step) => order.once(name, () => mortal(step)) }),
      ),
    publish: (order) =>
      mortal(() => adapter.publish({ ...order, keep: (value) => mortal(() => order.keep(value)) })),
    reconcile: (order) => mortal(() => adapter.reconcile(order)),
  }
}
