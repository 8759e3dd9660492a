import pg from 'pg'
import type { Logger } from 'pino'

const retryMs = 1000

type Handler = (payload: string) => void

/**
 * Hears NOTIFY on a connection of its own and passes it on. Notifications sent while the connection
 * is down are lost, so after each reconnection everybody is asked to read anew.
 */
export class Listener {
  readonly #connectionString: string
  readonly #log: Logger
  readonly #handlers = new Map<string, Set<Handler>>()
  readonly #resync = new Set<() => void>()
  #client: pg.Client | undefined
  #retry: NodeJS.Timeout | undefined
  #closed = false

  constructor(options: { readonly connectionString: string; readonly log: Logger }) {
    this.#connectionString = options.connectionString
    this.#log = options.log
  }

  /** Call before {@link start}: the channels are subscribed when the connection is made. */
  on(channel: string, handler: Handler): void {
    const handlers = this.#handlers.get(channel) ?? new Set()
    handlers.add(handler)
    this.#handlers.set(channel, handlers)
  }

  onResync(handler: () => void): void {
    this.#resync.add(handler)
  }

  async start(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#connectionString })
    client.on('error', () => this.#reconnect(client))
    client.on('end', () => this.#reconnect(client))
    client.on('notification', ({ channel, payload }) => {
      for (const handler of this.#handlers.get(channel) ?? []) handler(payload ?? '')
    })
    this.#client = client
    await client.connect()
    for (const channel of this.#handlers.keys()) {
      await client.query(`listen ${pg.escapeIdentifier(channel)}`)
    }
  }

  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#retry)
    await this.#client?.end().catch(() => undefined)
  }

  /** A lost connection reports `error`, perhaps twice, and then `end`: one attempt is enough. */
  #reconnect(lost: pg.Client): void {
    if (this.#closed || this.#client !== lost || this.#retry !== undefined) return
    this.#log.warn('the connection for notifications was lost; connecting again')
    this.#retry = setTimeout(() => {
      this.#retry = undefined
      this.start()
        .then(() => {
          for (const handler of this.#resync) handler()
        })
        .catch(() => this.#client && this.#reconnect(this.#client))
    }, retryMs)
  }
}
