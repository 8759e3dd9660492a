import type { HoldInput } from '@rheos/credits'
import type { Random } from '../../test/random.ts'
import { type Action, HOT, PRICES, SPREAD, type Workspace } from '../workspaces.ts'
import { OperationLife } from './operation-life.ts'
import type { Site } from './site.ts'

const MONTH_MS = 30 * 86_400_000
const GIFT = 20

/** Somebody who uses the product, one action after another. */
export class Caller {
  readonly #name: string
  readonly #site: Site
  readonly #random: Random
  #asked = 0

  constructor(name: string, site: Site, random: Random) {
    this.#name = name
    this.#site = site
    this.#random = random
  }

  async run(): Promise<void> {
    while (!this.#site.isFinishing) {
      const workspace = this.#random.pick(this.#random.chance(0.5) ? HOT : SPREAD)
      if (workspace.isScarce && this.#random.chance(0.1)) await this.#give(workspace)
      await new OperationLife(this.#site, this.#random, this.#order(workspace)).run()
    }
  }

  #order({ id: accountId }: Workspace): HoldInput {
    this.#asked += 1
    const action = this.#random.pick(Object.keys(PRICES)) as Action
    const quantity = this.#random.between(1, 4)
    return {
      accountId,
      operationId: `${this.#name}-${this.#asked}`,
      action,
      quantity,
      quote: { version: 1, credits: PRICES[action] * quantity },
      requestHash: `${this.#name} ${this.#asked}`,
      actor: { memberId: this.#name },
    }
  }

  async #give({ id: accountId }: Workspace): Promise<void> {
    this.#asked += 1
    const gift = { accountId, grantId: `${this.#name}-gift-${this.#asked}`, credits: GIFT }
    const window = { startsAt: Date.now(), endsAt: Date.now() + MONTH_MS }
    const input = { ...gift, ...window, reason: 'more', actor: { memberId: this.#name } }
    await this.#site.tell({ type: 'gift', ...gift, isAnswered: false })
    const granted = await this.#site.ask('grant', () => this.#site.opened.ledger.grant(input))
    if (granted.kind === 'granted')
      await this.#site.tell({ type: 'gift', ...gift, isAnswered: true })
    else await this.#site.wrong('C28', `the gift ${gift.grantId} was refused: ${granted.reason}`)
  }
}
