import type { MeteringSettings } from '../src/ai-sdk/index.ts'
import { MemoryStore } from '../src/memory/index.ts'
import {
  auditAccount,
  countingIds,
  FIXTURE_LEASE_MS,
  FIXTURE_PRICES,
  type Fixture,
  fixtureOn,
  openAccount,
} from '../src/testing/index.ts'
import { HandTimer } from './hand-timer.ts'

/** An account with 400 credits, and what a middleware needs to meter it. */
export interface MeteredStudio extends Fixture<unknown> {
  readonly settings: MeteringSettings
  readonly timer: HandTimer
  /** What an operation came to, as `settled 5` or `released provider_failed`. */
  fate(operationId: string): Promise<string | undefined>
  /** What is left, and nothing held; fails when the books are not sound. */
  balance(): Promise<number>
}

export async function meteredStudio(changes: Partial<MeteringSettings> = {}, credits = 400) {
  const fixture = fixtureOn(new MemoryStore())
  const { ledger, clock } = fixture
  const accountId = 'studio'
  await openAccount(fixture, accountId, { credits })
  const timer = new HandTimer()
  const settings: MeteringSettings = {
    ledger,
    priceBook: FIXTURE_PRICES,
    leaseMs: FIXTURE_LEASE_MS,
    now: clock.now,
    newId: countingIds('op'),
    every: timer.every,
    action: 'image.standard',
    accountId,
    ...changes,
  }
  const studio: MeteredStudio = {
    ...fixture,
    settings,
    timer,
    async fate(operationId) {
      const operation = await ledger.operation(accountId, operationId)
      return operation && `${operation.state} ${operation.reason ?? operation.spent}`
    },
    async balance() {
      const found = await ledger.balance(accountId)
      const wrong = await auditAccount(ledger, accountId)
      if (wrong.length > 0) throw new Error(wrong.join('\n'))
      if (!found || found.held > 0) throw new Error(`Held are ${found?.held} credits.`)
      return found.balance
    },
  }
  return studio
}
