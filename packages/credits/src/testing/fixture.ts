import type { Alert } from '../alert.ts'
import type { HoldInput } from '../command.ts'
import type { Instant } from '../instant.ts'
import type { LaneLimits } from '../lanes/lane-limits.ts'
import { Ledger } from '../ledger.ts'
import type { PriceBook } from '../price-book.ts'
import type { Store } from '../store.ts'
import { countingIds } from './counting-ids.ts'
import { TurningClock } from './turning-clock.ts'

/** 31 January 2026, 09:20 UTC: the awkward kind of anchor. */
export const FIXTURE_START: Instant = Date.UTC(2026, 0, 31, 9, 20)
export const FIXTURE_TARIFF_CHANGE: Instant = Date.UTC(2026, 5, 1)
export const FIXTURE_LEASE_MS = 30_000
export const FIXTURE_OPEN_MAX = 10

export const FIXTURE_PRICES: PriceBook = {
  versions: [
    {
      version: 1,
      effectiveFrom: 0,
      prices: { 'image.standard': 5, 'image.pro': 10, 'website.import': 20, 'text.post': 0 },
    },
    {
      version: 2,
      effectiveFrom: FIXTURE_TARIFF_CHANGE,
      prices: { 'image.standard': 7, 'image.pro': 10, 'website.import': 20, 'text.post': 0 },
    },
  ],
}

export const FIXTURE_ALERTS: readonly Alert[] = [
  { id: 'mostly-used', when: { usedPercent: 80 } },
  { id: 'last-image', when: { lastOf: 'image.standard' } },
  { id: 'nothing-left', when: { left: 0 } },
]

export interface Fixture<Tx> {
  readonly ledger: Ledger<Tx>
  readonly store: Store<Tx>
  readonly clock: TurningClock
}

export interface FixtureOptions {
  readonly limits?: Partial<LaneLimits>
  /** Shared by ledgers that stand for several processes. */
  readonly clock?: TurningClock
  readonly newId?: () => string
}

/** A ledger on a store, with a clock to turn and ids that count. */
export function fixtureOn<Tx>(
  store: Store<Tx>,
  idPrefix?: string,
  { limits, clock = new TurningClock(FIXTURE_START), newId }: FixtureOptions = {},
): Fixture<Tx> {
  const ledger = new Ledger({
    store,
    priceBook: FIXTURE_PRICES,
    now: clock.now,
    newId: newId ?? countingIds(idPrefix),
    openOperationsMax: FIXTURE_OPEN_MAX,
    leaseMs: FIXTURE_LEASE_MS,
    alerts: FIXTURE_ALERTS,
    ...(limits && { limits }),
  })
  return { ledger, store, clock }
}

/** Opens an account whose cycle 0 begins with the fixture. */
export async function openAccount<Tx>(
  { ledger, clock }: Fixture<Tx>,
  accountId: string,
  { credits = 400, pausesAtZero = false } = {},
): Promise<void> {
  const allowance = { credits, anchor: clock.now(), pausesAtZero }
  await ledger.setAllowance({ accountId, allowance, reason: 'sign-up' })
}

/** One standard image for 5, unless told otherwise. */
export function holdOf(
  accountId: string,
  operationId: string,
  changes: Partial<HoldInput> = {},
): HoldInput {
  return {
    accountId,
    operationId,
    action: 'image.standard',
    quantity: 1,
    quote: { version: 1, credits: 5 * (changes.quantity ?? 1) },
    requestHash: 'hash',
    actor: { memberId: 'member-1', brandId: 'brand-1' },
    ...changes,
  }
}
