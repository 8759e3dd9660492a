import type pg from 'pg'
import { openPool } from '../server/connect.ts'
import { CONNECTIONS_MAX, type Meter, PRICE } from './meter.ts'

const LOCK_ACCOUNT = 'select balance from baseline.accounts where id = $1 for update'
const INSERT_HOLD = `insert into baseline.holds (key, account_id, amount) values ($1, $2, $3)
  on conflict do nothing returning key`
const SET_ASIDE = `update baseline.accounts set balance = balance - $2, held = held + $2
  where id = $1`
const LOCK_HOLD = 'select account_id, amount, is_open from baseline.holds where key = $1 for update'
const CLOSE_HOLD = 'update baseline.holds set is_open = false where key = $1'
const INSERT_ENTRY =
  'insert into baseline.entries (account_id, hold_key, amount) values ($1, $2, $3)'
const SPEND = 'update baseline.accounts set held = held - $2 where id = $1'

interface Hold {
  readonly account_id: string
  readonly amount: string
  readonly is_open: boolean
}

/** The textbook: an interactive transaction that locks the balance, looks, writes and commits. */
export class NaiveMeter implements Meter {
  readonly #pool: pg.Pool

  constructor(url: string) {
    this.#pool = openPool(url, CONNECTIONS_MAX)
  }

  async hold(operationId: string, workspace: number): Promise<boolean> {
    return await this.#transact(async (client) => {
      const { rows } = await client.query<{ balance: string }>(LOCK_ACCOUNT, [workspace])
      if (Number(rows[0]?.balance) < PRICE) return false
      const { rowCount } = await client.query(INSERT_HOLD, [operationId, workspace, PRICE])
      if (rowCount === 1) await client.query(SET_ASIDE, [workspace, PRICE])
      return true
    })
  }

  async settle(operationId: string): Promise<void> {
    await this.#transact(async (client) => {
      const { rows } = await client.query<Hold>(LOCK_HOLD, [operationId])
      const [hold] = rows
      if (!hold?.is_open) throw new Error(`The hold ${operationId} is not open.`)
      await client.query(CLOSE_HOLD, [operationId])
      await client.query(INSERT_ENTRY, [hold.account_id, operationId, hold.amount])
      await client.query(SPEND, [hold.account_id, hold.amount])
    })
  }

  async close(): Promise<void> {
    await this.#pool.end()
  }

  async #transact<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect()
    try {
      await client.query('begin')
      const result = await work(client)
      await client.query('commit')
      client.release()
      return result
    } catch (error) {
      client.release(true)
      throw error
    }
  }
}
