import type pg from 'pg'
import { openPool } from '../server/connect.ts'
import { CONNECTIONS_MAX, type Meter, PRICE } from './meter.ts'

const READ_BALANCE = `select granted - (
    select coalesce(sum(amount), 0) from baseline.usages
    where account_id = accounts.id and created_at >= date_trunc('month', now())
  ) as balance
  from baseline.accounts where accounts.id = $1`
const INSERT_USAGE = 'insert into baseline.usages (id, account_id, amount) values ($1, $2, $3)'
const CORRECT_USAGE = 'update baseline.usages set amount = $2 where id = $1'

/**
 * What content studios do: what was granted less the month's usages is read, the usage is inserted,
 * and corrected when the work is done (or deleted when it failed). Nothing keeps two callers from
 * reading the same balance.
 */
export class CheckThenActMeter implements Meter {
  readonly #pool: pg.Pool

  constructor(url: string) {
    this.#pool = openPool(url, CONNECTIONS_MAX)
  }

  async hold(operationId: string, workspace: number): Promise<boolean> {
    const { rows } = await this.#pool.query<{ balance: string }>(READ_BALANCE, [workspace])
    if (Number(rows[0]?.balance) < PRICE) return false
    await this.#pool.query(INSERT_USAGE, [operationId, workspace, PRICE])
    return true
  }

  async settle(operationId: string): Promise<void> {
    await this.#pool.query(CORRECT_USAGE, [operationId, PRICE])
  }

  async close(): Promise<void> {
    await this.#pool.end()
  }
}
