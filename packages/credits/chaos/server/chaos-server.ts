import { withClient } from '../../bench/server/connect.ts'
import { ProductDatabases } from '../../simulation/postgres/product-databases.ts'
import { PRODUCT_SCHEMA } from '../product/schema.ts'
import { Inspector } from './inspector.ts'

const POSTMASTER = `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as pid`

/** A durable PostgreSQL of its own, which things happen to. */
export class ChaosServer {
  readonly #url: string
  readonly #databases: ProductDatabases

  /** `url` is of any database of the server. */
  constructor(url: string) {
    this.#url = url
    this.#databases = new ProductDatabases({ url, name: 'chaos', schema: PRODUCT_SCHEMA })
  }

  async version(): Promise<string> {
    return await withClient(this.#url, async (client) => {
      const { rows } = await client.query<{ server_version: string }>('show server_version')
      return rows[0]?.server_version ?? 'unknown'
    })
  }

  /** A fresh database with the tables of the meter and of the product. */
  async createDatabase(): Promise<string> {
    return await this.#databases.create()
  }

  /** Ends every connection of one process, whatever it is at. Answers how many. */
  async cut(name: string): Promise<number> {
    return await withClient(this.#url, async (client) => {
      const text = `select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1`
      return (await client.query(text, [name])).rows.length
    })
  }

  /** Ends the server at once, as a crash does, and answers how many milliseconds it was away. */
  async restart(): Promise<number> {
    const pid = await withClient(this.#url, async (client) => {
      const { rows } = await client.query<{ pid: number }>(POSTMASTER)
      return rows[0]?.pid
    })
    if (pid === undefined) throw new Error('The server does not say which process it is.')
    const endedAt = performance.now()
    process.kill(pid, 'SIGQUIT')
    await this.#otherThan(pid)
    return performance.now() - endedAt
  }

  /** Whoever started it starts it again when it is gone. */
  async #otherThan(pid: number): Promise<void> {
    const inspector = new Inspector(this.#url)
    await inspector.patiently(async () => {
      const { rows } = await inspector.pool.query<{ pid: number }>(POSTMASTER)
      if (rows[0]?.pid === pid) throw new Error('The server has not ended yet.')
    })
    await inspector.close()
  }
}
