import { Random } from '../test/random.ts'
import { fatesTogether, NO_FATES } from './audit/fates.ts'
import type { Findings } from './audit/findings.ts'
import { Book } from './book.ts'
import type { ChaosSettings } from './chaos-settings.ts'
import type { Fates, RoundResult } from './report/chaos-report.ts'
import { planRound } from './round-plan.ts'
import type { ChaosServer } from './server/chaos-server.ts'

const ROUNDS_PER_BOOK = 25

export interface ChaosOutcome {
  readonly rounds: readonly RoundResult[]
  readonly fates: Fates
}

/** Round after round, each on the heels of the one before. */
export async function runChaos(
  server: ChaosServer,
  { rounds, leaseMs, seed }: ChaosSettings,
  { findings, say }: { readonly findings: Findings; readonly say: (round: RoundResult) => void },
): Promise<ChaosOutcome> {
  const random = new Random(seed)
  const results: RoundResult[] = []
  let fates = NO_FATES
  while (results.length < rounds) {
    const book = await Book.open({ server, leaseMs, random, findings })
    const last = Math.min(rounds, results.length + ROUNDS_PER_BOOK)
    while (results.length < last) {
      const result = await book.round(planRound(results.length + 1, leaseMs, random))
      results.push(result)
      say(result)
    }
    fates = fatesTogether(fates, await book.close())
  }
  return { rounds: results, fates }
}
