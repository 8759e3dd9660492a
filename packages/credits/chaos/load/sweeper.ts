import { ReapError, StoreError } from '@rheos/credits'
import { keepFailures } from '../product/rows.ts'
import { factOf } from './facts.ts'
import type { Site } from './site.ts'

const BATCH_MAX = 100

const STRANDED = `select account_id, operation_id from credits.operations
  where state = 'held' and created_at <= $1 limit ${BATCH_MAX}`

interface StrandedRow {
  readonly account_id: string
  readonly operation_id: string
}

/**
 * What each process does at its start and from then on every so often: ends what lost its process
 * while it ran, and takes what was held and never started out of the queue.
 */
export class Sweeper {
  readonly #site: Site
  #sweeping: Promise<void> = Promise.resolve()

  constructor(site: Site) {
    this.#site = site
  }

  start(everyMs: number): void {
    const sweep = () => {
      this.#sweeping = this.#sweeping.then(() => this.#sweep())
    }
    sweep()
    setInterval(sweep, everyMs)
  }

  async #sweep(): Promise<void> {
    try {
      await this.#reap()
      await this.#releaseStranded()
    } catch (error) {
      await this.#site.failed('sweep', error instanceof ReapError ? error.cause : error)
    }
  }

  async #reap(): Promise<void> {
    for (;;) {
      const request = { limit: BATCH_MAX, onLapsed: keepFailures }
      const reaped = await this.#site.opened.ledger.reap(request)
      for (const operation of reaped) {
        await this.#site.tell({ type: 'answered', fact: factOf(operation) })
      }
      if (reaped.length < BATCH_MAX) return
    }
  }

  async #releaseStranded(): Promise<void> {
    const { ledger } = this.#site.opened
    const releases = (await this.#stranded()).map(
      async ({ account_id: accountId, operation_id: operationId }) =>
        await ledger.release({ accountId, operationId, reason: 'stranded' }),
    )
    await Promise.all(releases)
  }

  async #stranded(): Promise<readonly StrandedRow[]> {
    const { opened, opening } = this.#site
    const before = Date.now() - opening.leaseMs / 2
    try {
      return (await opened.pool.query<StrandedRow>(STRANDED, [before])).rows
    } catch (cause) {
      throw new StoreError('The queue could not be read.', { cause })
    }
  }
}
