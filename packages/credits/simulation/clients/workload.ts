import type { Instant, Policy } from '@rheos/credits'
import type { Random } from '../../test/random.ts'
import { Client, type Site } from './client.ts'
import { type KnownAccount, knownAccount } from './directory.ts'
import type { History } from './history.ts'
import { adjust, endGrant, reverse } from './intentions/correct.ts'
import { changeAllowance, grant, open } from './intentions/fund.ts'
import type { Intention } from './intentions/intention.ts'
import { askWhy, lookAtBalance, lookAtOperation, lookAtUsage } from './intentions/look.ts'
import { operate, operateAtOnce } from './intentions/operate.ts'
import { confuseHold, repeatHold, repeatStep } from './intentions/repeat.ts'
import { hear, reap, reapAtOnce, wait } from './intentions/tend.ts'

type Weighted = readonly (readonly [weight: number, value: Intention])[]

/** How often each is done, if the seed does it at all. */
const INTENTIONS: Weighted = [
  [8, operate],
  [2, operateAtOnce],
  [2, repeatHold],
  [3, confuseHold],
  [4, repeatStep],
  [8, reverse],
  [4, adjust],
  [2, endGrant],
  [2, grant],
  [1, changeAllowance],
  [3, lookAtBalance],
  [1, lookAtUsage],
  [1, askWhy],
  [1, lookAtOperation],
  [1, reap],
  [5, reapAtOnce],
  [2, hear],
  [2, wait],
]

const ALLOWANCES = [0, 12, 25, 60, 60, 60]
const DAY_MS = 86_400_000

/** How many different things are asked for. */
export interface Extent {
  /** Until so many were, everybody is busy. */
  readonly atOnce: number
  /** At least, before all is seen to. */
  readonly inAll: number
}

export interface WorkloadOptions {
  readonly site: Site
  readonly policy: Policy
  readonly extent: Extent
}

/** What clients want of the meter. It knows no store and no schedule. */
export class Workload {
  readonly accounts: readonly KnownAccount[]
  readonly clients: readonly Client[]
  readonly #policy: Policy
  readonly #extent: Extent
  readonly #intentions: Weighted

  constructor(random: Random, history: History, { site, policy, extent }: WorkloadOptions) {
    this.#policy = policy
    this.#extent = extent
    this.#intentions = INTENTIONS.map(
      ([weight, intention]) => [weight * random.pick([0.02, 1, 1, 2]), intention] as const,
    )
    const start = site.now()
    const accounts = Array.from({ length: random.pick([1, 2, 2, 3]) }, (_, index) => index + 1)
    this.accounts = accounts.map((index) => accountOf(`account-${index}`, start, random))
    const clients = Array.from({ length: random.between(3, 5) }, (_, index) => index + 1)
    this.clients = clients.map(
      (index) => new Client(`client-${index}`, random.fork(), site, history),
    )
  }

  /** How many different things were asked for. */
  get asked(): number {
    return this.clients.reduce((sum, { asked }) => sum + asked, 0)
  }

  /** Everybody does what they feel like until enough was asked. */
  async run(): Promise<void> {
    await Promise.all(this.clients.map((client) => this.#work(client)))
    // What each had begun makes it more than enough, as a rule.
    for (const client of this.clients) {
      while (this.asked < this.#extent.inAll) await this.#doSomething(client)
    }
  }

  /** Everybody sees to what they left lying about: jobs that were never started. */
  async finish(): Promise<void> {
    await Promise.all(this.clients.map((client) => this.#finish(client)))
  }

  /** When every lease is over, the reaper ends what is left, and every event is heard. */
  async drain(): Promise<void> {
    const [client] = this.clients
    if (!client) return
    const reaped = async () => (await client.ask({ type: 'reap', limit: 100 }))?.length ?? 0
    const heard = async () => (await client.ask({ type: 'hear', limit: 100, isUndone: false })) ?? 0
    while ((await reaped()) > 0);
    for (const account of this.accounts) await lookAtBalance(client, account, this.#policy)
    while ((await heard()) > 0);
  }

  async #work(client: Client): Promise<void> {
    for (const account of this.accounts) {
      if (this.#isOpener(client)) await open(client, account, this.#policy)
    }
    while (this.asked < this.#extent.atOnce) {
      const atOnce = client.random.pick([1, 1, 2])
      await Promise.all(Array.from({ length: atOnce }, () => this.#doSomething(client)))
      await client.pause()
    }
  }

  async #doSomething(client: Client): Promise<void> {
    const intention = client.random.pickWeighted(this.#intentions)
    await intention(client, client.random.pick(this.accounts), this.#policy)
  }

  /** Some come when the account is open already, or believe so. */
  #isOpener(client: Client): boolean {
    return client === this.clients[0] || client.random.chance(0.2)
  }

  async #finish(client: Client): Promise<void> {
    const own = this.accounts
      .flatMap(({ orders }) => orders)
      .filter(({ hold, isOver }) => !isOver && hold.actor.memberId === client.name)
    for (const { hold } of own) {
      const { accountId, operationId } = hold
      const operation = await client.ask({ type: 'operation', accountId, operationId })
      if (operation?.state !== 'held') continue
      await client.ask({ type: 'release', accountId, operationId, reason: 'given up' })
    }
  }
}

function accountOf(id: string, start: Instant, random: Random): KnownAccount {
  const anchor = start - random.pick([0, 5000, 5000, 10 * DAY_MS])
  const credits = random.pick(ALLOWANCES)
  return knownAccount(id, { credits, anchor, pausesAtZero: random.chance(0.5) })
}
