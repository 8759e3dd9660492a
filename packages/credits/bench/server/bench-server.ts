import type pg from 'pg'
import { type Beginning, fillTemplate } from './templates.ts'

/** A durable PostgreSQL of its own, with the settings it comes with. */
export class BenchServer {
  /** On the disk that the database is on; gone afterwards. */
  readonly folder: string
  readonly version: string
  readonly #url: string
  readonly #admin: pg.Client
  readonly #templates = new Set<string>()
  #databases = 0

  constructor(options: BenchServerOptions) {
    this.folder = options.folder
    this.version = options.version
    this.#url = options.url
    this.#admin = options.admin
  }

  /**
   * A fresh database for one measurement. Dropping the one before ends with a checkpoint, so each of
   * them begins in the same state.
   */
  async withDatabase<T>(beginning: Beginning, work: (url: string) => Promise<T>): Promise<T> {
    const template = await this.#template(beginning)
    this.#databases += 1
    const name = `bench_${this.#databases}`
    await this.#admin.query(`create database ${name} template ${template}`)
    const result = await work(this.#urlOf(name))
    await this.#admin.query(`drop database ${name} with (force)`)
    return result
  }

  async #template(beginning: Beginning): Promise<string> {
    const name = `template_${beginning.workspaces}_${beginning.credits}`
    if (this.#templates.has(name)) return name
    await this.#admin.query(`create database ${name} template template0`)
    await fillTemplate(this.#urlOf(name), beginning)
    this.#templates.add(name)
    return name
  }

  #urlOf(database: string): string {
    const url = new URL(this.#url)
    url.pathname = `/${database}`
    return url.href
  }
}

export interface BenchServerOptions {
  readonly folder: string
  readonly version: string
  /** Of any database of the server. */
  readonly url: string
  /** A connection to it. */
  readonly admin: pg.Client
}
