import type { Effort } from './effort.ts'
import type { Audit } from './report/bench-report.ts'
import type { BenchServer } from './server/bench-server.ts'
import { mismatchesIn } from './server/ledger-audit.ts'

/** What a measurement works with. */
export class Bench {
  readonly server: BenchServer
  readonly effort: Effort
  readonly audits: Audit[] = []
  /** Tells whoever waits what is being measured. */
  readonly say: (line: string) => void

  constructor(server: BenchServer, effort: Effort, say: (line: string) => void) {
    this.server = server
    this.effort = effort
    this.say = say
  }

  /** Calls `measure` for each round, so that candidates measured in it take turns. */
  async rounds<T>(what: string, measure: (round: number) => Promise<T>): Promise<readonly T[]> {
    const { rounds } = this.effort
    const results: T[] = []
    for (let round = 1; round <= rounds; round += 1) {
      this.say(`${what}, round ${round} of ${rounds}`)
      results.push(await measure(round))
    }
    return results
  }

  /** Compares the ledger's books with what its callers were told. */
  async audit(after: string, url: string, settled: number): Promise<void> {
    this.audits.push({ after, ...(await mismatchesIn(url, settled)) })
  }
}
