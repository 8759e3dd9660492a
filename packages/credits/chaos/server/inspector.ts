import { setTimeout as pause } from 'node:timers/promises'
import { StoreError } from '@rheos/credits'
import pg from 'pg'
import { openPool } from '../../bench/server/connect.ts'

const GIVE_UP_AFTER_MS = 30_000
const AGAIN_AFTER_MS = 20

/** Looks at a database from outside, and waits for one that is on its way back. */
export class Inspector {
  readonly pool: pg.Pool

  constructor(url: string) {
    this.pool = openPool(url, 2)
  }

  async rows<Row extends object>(text: string, values: unknown[] = []): Promise<readonly Row[]> {
    return await this.patiently(async () => (await this.pool.query<Row>(text, values)).rows)
  }

  /** For what can be done twice without harm. */
  async patiently<T>(work: () => Promise<T>): Promise<T> {
    const giveUpAt = performance.now() + GIVE_UP_AFTER_MS
    for (;;) {
      try {
        return await work()
      } catch (error) {
        if (!isAway(error) || performance.now() > giveUpAt) throw error
      }
      await pause(AGAIN_AFTER_MS)
    }
  }

  async close(): Promise<void> {
    await this.pool.end()
  }
}

/** The database ends, starts, or cannot be reached. Whatever else it says, it says on purpose. */
function isAway(error: unknown): boolean {
  const cause = error instanceof StoreError ? error.cause : error
  return !(cause instanceof pg.DatabaseError) || /^(57|08)/.test(cause.code ?? '')
}
