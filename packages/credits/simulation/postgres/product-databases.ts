import { migrate } from '@rheos/credits/postgres'
import { withClient } from '../../bench/server/connect.ts'

interface DatabasesOptions {
  /** Of any database of the server. */
  readonly url: string
  /** What their names begin with. */
  readonly name: string
  /** The product's own tables. */
  readonly schema: string
}

/** Fresh databases with the tables of the meter and of a product, each a copy of the first. */
export class ProductDatabases {
  readonly #options: DatabasesOptions
  #template: Promise<string> | undefined
  #count = 0

  constructor(options: DatabasesOptions) {
    this.#options = options
  }

  /** Answers its URL. */
  async create(): Promise<string> {
    this.#template ??= this.#makeTemplate()
    const template = await this.#template
    this.#count += 1
    const name = `${this.#options.name}_${this.#count}`
    await this.#command(`create database ${name} template ${template}`)
    return this.#urlOf(name)
  }

  /** With whoever is still connected. */
  async drop(url: string): Promise<void> {
    await this.#command(`drop database ${new URL(url).pathname.slice(1)} with (force)`)
  }

  async #makeTemplate(): Promise<string> {
    const { name, schema } = this.#options
    const template = `${name}_template`
    await this.#command(`create database ${template} template template0`)
    await withClient(this.#urlOf(template), async (client) => {
      await migrate(client)
      await client.query(schema)
    })
    return template
  }

  async #command(text: string): Promise<void> {
    await withClient(this.#options.url, (client) => client.query(text))
  }

  #urlOf(database: string): string {
    const url = new URL(this.#options.url)
    url.pathname = `/${database}`
    return url.href
  }
}
