import type { DeliveryState } from '@rheos/contract'
import { type Database, sqlState, type Transaction } from '../../db/database.ts'
import { Gathered } from '../../db/gathered.ts'
import { isUnderWay } from '../law/post-state.ts'
import { LeaseLostError } from '../lease-lost-error.ts'
import { type LeasedChange, writeLeased } from './delivery-change.ts'
import { announceDeliveries, type ToldDelivery } from './delivery-channel.ts'
import { bringLockedPostsInStep } from './follow-deliveries.ts'
import { tellOfDelivery } from './tell-of-delivery.ts'

const needsPerson: readonly DeliveryState[] = ['failed', 'needs_person', 'missed']
const togetherMost = 64
/** PostgreSQL ends one of those who wait for each other. */
const deadlockDetected = '40P01'
const triesMax = 5

/** Writes what the workers of this process do, for those who write at the same time together. */
export class DeliveryWriter {
  readonly #database: Database
  readonly #writing: Gathered<LeasedChange, boolean>
  readonly #telling: Gathered<ToldDelivery, undefined>

  constructor(database: Database) {
    this.#database = database
    this.#writing = new Gathered({
      together: (changes) => this.#patiently(changes),
      nameOf: ({ row }) => row.id,
      most: togetherMost,
    })
    this.#telling = new Gathered({
      together: async (news) => {
        await announceDeliveries(database.pool, news)
        return news.map(() => undefined)
      },
      most: togetherMost,
    })
  }

  /** Throws a {@link LeaseLostError}, and writes nothing, when the lease is another's. */
  async write(change: LeasedChange): Promise<void> {
    if (!(await this.#writing.ask(change))) throw new LeaseLostError()
    // After the commit, by itself: PostgreSQL lets transactions that notify commit one after another.
    // A word that is lost with the process is made good when the page looks again.
    if (change.change.state === undefined) return
    const { workspaceId, postId } = change.row
    this.#telling.ask({ workspaceId, postId, byWorker: true }).catch(() => undefined)
  }

  /** A word of a worker is not lost because somebody else was at the post. */
  async #patiently(changes: readonly LeasedChange[]): Promise<readonly boolean[]> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.#together(changes)
      } catch (error) {
        if (sqlState(error) !== deadlockDetected || tries === triesMax) throw error
      }
    }
  }

  async #together(changes: readonly LeasedChange[]): Promise<readonly boolean[]> {
    const { pool } = this.#database
    const [first, ...others] = changes
    if (first && others.length === 0 && !endsSomething(first)) return writeLeased(pool, changes)
    // Whoever holds a lock on one of them must not hold up all.
    const patience = others.length > 0 ? { lockTimeoutMs: 500 } : {}
    return this.#database.transaction((tx) => writeWithin(tx, changes), patience)
  }
}

/** The same within the caller's transaction, and without a word. */
export async function writeWithin(
  tx: Transaction,
  changes: readonly LeasedChange[],
): Promise<readonly boolean[]> {
  const written = await writeLeased(tx, changes)
  const ended = changes.filter((change, at) => written[at] && endsSomething(change))
  for (const { row, change, now } of ended)
    if (change.state !== undefined && needsPerson.includes(change.state))
      await tellOfDelivery(tx, row, now)
  // Their posts were locked by the statement that ended them.
  if (ended.length > 0)
    await bringLockedPostsInStep(
      tx,
      ended.map(({ row }) => row),
    )
  return written
}

/** It may be the last of its post. */
function endsSomething({ change: { state } }: LeasedChange): boolean {
  return state !== undefined && !isUnderWay(state)
}
