import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Random } from '../../test/random.ts'
import { Life, type TracedResult } from '../life.ts'
import { bundle } from '../mutants/bundle.ts'
import type { Mutant } from '../mutants/mutant.ts'
import { MergedTrace } from './merged-trace.ts'
import { PRODUCT_SCHEMA } from './noting-postgres-store.ts'
import { PostgresWorld } from './postgres-world.ts'
import { ProductDatabases } from './product-databases.ts'

export interface PostgresSimulationOptions {
  /** Of any database of the server. */
  readonly url: string
  /** Where the program of the processes is written. */
  readonly folder: string
  readonly processes: number
  readonly mutant?: Mutant
}

/**
 * The clients and the auditor of the simulation, with processes that are killed, on a real
 * PostgreSQL. A seed decides what clients want; it is another life each time.
 */
export class PostgresSimulation {
  readonly #databases: ProductDatabases
  readonly #program: string
  readonly #processes: number

  private constructor(databases: ProductDatabases, program: string, processes: number) {
    this.#databases = databases
    this.#program = program
    this.#processes = processes
  }

  static async open({
    url,
    folder,
    processes,
    mutant,
  }: PostgresSimulationOptions): Promise<PostgresSimulation> {
    const program = join(folder, 'instance-process.cjs')
    const entry = new URL('instance-process.ts', import.meta.url)
    await writeFile(program, await bundle(entry, { format: 'cjs', mutant }))
    const name = `simulation_${randomUUID().slice(0, 8)}`
    const databases = new ProductDatabases({ url, name, schema: PRODUCT_SCHEMA })
    return new PostgresSimulation(databases, program, processes)
  }

  /** With its trace, which is all that is left of it, when it fails. */
  async runSeed(seed: number): Promise<TracedResult> {
    const result = await this.traceSeed(seed)
    return result.findings.length > 0 ? result : { ...result, trace: [] }
  }

  async traceSeed(seed: number): Promise<TracedResult> {
    const url = await this.#databases.create()
    const trace = new MergedTrace()
    const random = new Random(seed)
    const options = { url, program: this.#program, processes: this.#processes, trace }
    const world = await PostgresWorld.open({ ...options, random: random.fork() })
    try {
      const result = await new Life(world, random.fork(), trace).result(seed)
      return { ...result, trace: trace.lines }
    } finally {
      await world.close()
      await this.#databases.drop(url)
    }
  }
}
