import type { Logger } from 'pino'
import type { Claimed } from './deliveries/claim-deliveries.ts'
import { DeliveryWriter } from './deliveries/delivery-writer.ts'
import { LeasedDelivery } from './deliveries/leased-delivery.ts'
import type { Step } from './law/next-step.ts'
import { LeaseLostError } from './lease-lost-error.ts'
import { begin } from './work/begin.ts'
import { DeliveryWork, type WorkTools } from './work/delivery-work.ts'
import { ask, end, giveUp, miss, waitToLook } from './work/endings.ts'
import { look } from './work/look.ts'
import { call, send } from './work/send.ts'

export interface PublisherOptions extends WorkTools {
  readonly log: Logger
  readonly leaseMs: number
}

/** Works on deliveries that were claimed, step by step, as the law says (SPEC.md). */
export class Publisher {
  readonly #options: PublisherOptions
  readonly #writer: DeliveryWriter

  constructor(options: PublisherOptions) {
    this.#options = options
    this.#writer = new DeliveryWriter(options.database)
  }

  /** Goes as far as it can go now. Never throws: what went wrong is written down, or left to its lease. */
  async work(claimed: Claimed, owner: string, signal: AbortSignal): Promise<void> {
    const { leaseMs, clock, log } = this.#options
    const writer = this.#writer
    const lease = new LeasedDelivery({ writer, row: claimed.delivery, owner, leaseMs })
    // A lease that cannot be renewed is another's soon, and then nothing is written any more.
    const renew = () => void lease.renew(clock()).catch(() => undefined)
    const renewing = setInterval(renew, Math.max(250, leaseMs / 3))
    try {
      await run(new DeliveryWork({ tools: this.#options, claimed, lease, signal }))
    } catch (error) {
      if (error instanceof LeaseLostError) return
      log.error({ err: error, deliveryId: claimed.delivery.id }, 'a delivery was left to its lease')
    } finally {
      clearInterval(renewing)
    }
  }
}

async function run(work: DeliveryWork): Promise<void> {
  if (!(await begin(work))) return
  while (await take(work, work.next())) {
    // Each step is written down before the next is decided.
  }
}

/** True: there may be more to do at once. */
async function take(work: DeliveryWork, step: Step): Promise<boolean> {
  switch (step.do) {
    case 'send':
      return send(work, step.index)
    case 'repeat':
      return call(work, step.index)
    case 'look':
      return look(work, step.index)
    case 'wait':
      await waitToLook(work, step.index, step.until)
      return false
    case 'ask':
      await ask(work, step.index)
      return false
    case 'give_up':
      await giveUp(work, step.index)
      return false
    case 'miss':
      await miss(work)
      return false
    case 'rest':
      await work.write({ nextAt: null })
      return false
    case 'end':
      await end(work)
      return false
  }
}
