import type { PriceBook, PricePreview, PublishedVersion } from '@rheos/contract'
import { priceBookAt } from '@rheos/credits'
import { type Clock, dayMs, isoInstant } from '../clock.ts'
import type { Database } from '../db/database.ts'
import {
  type PublishedVersion as KeptVersion,
  noticeMs,
  type PriceBooks,
} from '../plans/price-books.ts'
import { type Prices, pricedActions } from '../plans/priced-actions.ts'
import { type Press, pressIdOf } from './operator-action.ts'

const previewDays = 30

/** The price book as the operator sees it: every version, what another would do, and publishing it. */
export class PriceDesk {
  readonly #options: PriceDeskOptions

  constructor(options: PriceDeskOptions) {
    this.#options = options
  }

  book(): PriceBook {
    const { version: inForce } = this.#inForce()
    return {
      versions: this.#options.priceBooks.versions
        .map((version) => versionView(version, inForce))
        .reverse(),
      noticeSeconds: noticeMs / 1000,
    }
  }

  /** What the usage of all workspaces in the last days would have cost by these prices. */
  async preview(prices: Prices): Promise<PricePreview> {
    const since = new Date(this.#options.clock() - previewDays * dayMs)
    const { rows } = await this.#options.database.pool.query<Used>(
      `select action, sum(units)::float8 as units, sum(credits)::float8 as charged
         from studio.provider_usage where at >= $1 group by action`,
      [since],
    )
    const used = new Map(rows.map((row) => [row.action, row]))
    const inForce = this.#inForce().prices
    return {
      days: previewDays,
      lines: pricedActions.map((action) => {
        const { units, charged } = used.get(action) ?? { units: 0, charged: 0 }
        return {
          action,
          units,
          charged,
          inForce: units * (inForce[action] ?? 0),
          proposed: units * prices[action],
        }
      }),
    }
  }

  async publish(
    wanted: { readonly prices: Prices; readonly effectiveFrom: string },
    press: Press,
  ): Promise<PublishedVersion> {
    const published = await this.#options.priceBooks.publish({
      prices: wanted.prices,
      effectiveFrom: Date.parse(wanted.effectiveFrom),
      reason: press.reason,
      publishedBy: press.operator.name,
      pressId: pressIdOf(press),
    })
    return versionView(published, this.#inForce().version)
  }

  #inForce() {
    return priceBookAt(this.#options.priceBooks.current(), this.#options.clock())
  }
}

export interface PriceDeskOptions {
  readonly database: Database
  readonly priceBooks: PriceBooks
  readonly clock: Clock
}

interface Used {
  readonly action: string
  readonly units: number
  readonly charged: number
}

function versionView(version: KeptVersion, inForce: number): PublishedVersion {
  const { effectiveFrom, prices, publishedBy, publishedAt, reason } = version
  return {
    version: version.version,
    effectiveFrom: isoInstant(effectiveFrom),
    prices: { ...prices },
    publishedBy,
    publishedAt: isoInstant(publishedAt),
    reason,
    state: stateOf(version.version, inForce),
  }
}

function stateOf(version: number, inForce: number): PublishedVersion['state'] {
  if (version === inForce) return 'in_force'
  return version < inForce ? 'over' : 'announced'
}
