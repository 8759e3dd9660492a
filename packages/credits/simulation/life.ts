import type { Policy } from '@rheos/credits'
import type { Random } from '../test/random.ts'
import { audit } from './audit/auditor.ts'
import { type Evidence, gatherEvidence, type Records } from './audit/evidence.ts'
import type { Finding } from './audit/findings.ts'
import type { Site } from './clients/client.ts'
import { History } from './clients/history.ts'
import { type Extent, Workload } from './clients/workload.ts'
import type { Trace } from './world/trace.ts'

/** Everything that is not decided by clients: processes, time, order, faults. */
export interface Surroundings extends Site {
  readonly policy: Policy
  readonly extent: Extent
  /** How often something went wrong. */
  readonly faultsMet: number
  /** How many processes died. */
  readonly deaths: number
  /** Lets things happen until the work is done. Otherwise answers why it never will be. */
  run(work: Promise<void>): Promise<string | undefined>
  /** From now on nothing goes wrong any more. */
  endFaults(): Promise<void>
  /** Past everything that anybody has ever waited for, by so much. */
  passAll(ms: number): void
  /** What is written down in the end. */
  records(): Promise<Records>
}

export interface SeedResult {
  readonly seed: number
  readonly clients: number
  /** Different things that were asked for. */
  readonly commands: number
  /** With every repetition. */
  readonly calls: number
  readonly faults: number
  readonly deaths: number
  readonly findings: readonly Finding[]
}

/** With what happened, step by step. */
export type TracedResult = SeedResult & { readonly trace: readonly string[] }

const HOUR_MS = 3_600_000

/** What clients want, and what becomes of it where they are. */
export class Life {
  readonly #surroundings: Surroundings
  readonly #history: History
  readonly #workload: Workload

  constructor(surroundings: Surroundings, random: Random, trace: Trace) {
    this.#surroundings = surroundings
    this.#history = new History(trace)
    const { policy, extent } = surroundings
    this.#workload = new Workload(random, this.#history, { site: surroundings, policy, extent })
  }

  /** Until its end, and what the auditor says of it. */
  async result(seed: number): Promise<SeedResult> {
    const unfinished = await this.live()
    const findings = [
      ...this.#history.shocks.map((text) => ({ rule: 'C32', check: 'unexpected error', text })),
      ...(unfinished ? [unfinished] : await this.#audit()),
    ]
    const { clients, asked: commands } = this.#workload
    const calls = this.#history.calls.length
    const { faultsMet: faults, deaths } = this.#surroundings
    return { seed, clients: clients.length, commands, calls, faults, deaths, findings }
  }

  /** First everything goes wrong. Then nothing does any more, and all that was begun must end. */
  async live(): Promise<Finding | undefined> {
    for (const phase of [() => this.#workload.run(), () => this.#end()]) {
      const text = await this.#surroundings.run(phase())
      if (text !== undefined) return { rule: 'C15', check: 'liveness', text }
    }
    return undefined
  }

  async #end(): Promise<void> {
    await this.#surroundings.endFaults()
    await this.#workload.finish()
    this.#surroundings.passAll(HOUR_MS)
    await this.#workload.drain()
  }

  async evidence(): Promise<Evidence> {
    const { policy } = this.#surroundings
    const { calls } = this.#history
    const ids = this.#workload.accounts.map(({ id }) => id)
    const records = await this.#surroundings.records()
    return await gatherEvidence({ policy, calls, ...records }, ids)
  }

  async #audit(): Promise<readonly Finding[]> {
    const evidence = await this.evidence()
    return [...audit(evidence), ...openIn(evidence.accounts.map(({ state }) => state))]
  }
}

/** Every hold has ended. */
function openIn(states: readonly { readonly openOperations: number }[]): readonly Finding[] {
  return states
    .filter(({ openOperations }) => openOperations > 0)
    .map(({ openOperations }) => ({
      rule: 'C15',
      check: 'liveness',
      text: `${openOperations} operations never ended.`,
    }))
}
