import fc from 'fast-check'
import { DAY_MS } from '../instant.ts'
import type { LedgerCommands } from '../ledger-commands.ts'
import { FIXTURE_LEASE_MS, type Fixture } from './fixture.ts'

/** One thing that can happen to an account: a command, or time that passes. */
export type Step =
  | { readonly type: 'turn'; readonly ms: number }
  | {
      readonly type: 'hold'
      readonly operationId: string
      readonly action: string
      readonly quantity: number
      readonly credits: number
    }
  | { readonly type: 'start' | 'renew' | 'release'; readonly operationId: string }
  | { readonly type: 'settle'; readonly operationId: string; readonly quantity: number }
  | {
      readonly type: 'reverse'
      readonly operationId: string
      readonly reversalId: string
      readonly credits: number
    }
  | {
      readonly type: 'grant'
      readonly grantId: string
      readonly credits: number
      readonly days: number
    }
  | {
      readonly type: 'adjust'
      readonly adjustmentId: string
      /** `FIRST_GRANT` is whatever the account was opened with. */
      readonly grantId: string
      readonly credits: number
    }
  /** `FIRST_GRANT` here too. */
  | { readonly type: 'end_grant'; readonly grantId: string }
  | { readonly type: 'set_allowance'; readonly credits: number; readonly isFresh: boolean }
  | { readonly type: 'reap' }

export const FIRST_GRANT = 'first grant'

const grantId = fc.constantFrom(FIRST_GRANT, 'grant-1', 'grant-2')
const operationId = fc.constantFrom('op-1', 'op-2', 'op-3', 'op-4', 'op-5')
const turns = [1, FIXTURE_LEASE_MS - 1, FIXTURE_LEASE_MS, DAY_MS, 13 * DAY_MS, 45 * DAY_MS]
const unitPrices: Readonly<Record<string, number>> = {
  'image.standard': 5,
  'image.pro': 10,
  'text.post': 0,
}

const hold = fc
  .record({
    operationId,
    action: fc.constantFrom(...Object.keys(unitPrices)),
    quantity: fc.integer({ min: 1, max: 4 }),
    misprice: fc.constantFrom(0, 0, 0, 0, 1),
  })
  .map(({ misprice, ...rest }) => ({
    type: 'hold' as const,
    ...rest,
    credits: (unitPrices[rest.action] ?? 0) * rest.quantity + misprice,
  }))

const start = fc.record({ type: fc.constant('start' as const), operationId })
const settle = fc.record({
  type: fc.constant('settle' as const),
  operationId,
  quantity: fc.integer({ min: 0, max: 5 }),
})

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: hold },
  { weight: 2, arbitrary: start },
  { weight: 4, arbitrary: settle },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constantFrom('renew' as const, 'release' as const),
      operationId,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('reverse' as const),
      operationId,
      reversalId: fc.constantFrom('reversal-1', 'reversal-2', 'reversal-3'),
      credits: fc.integer({ min: 1, max: 12 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('grant' as const),
      grantId: fc.constantFrom('grant-1', 'grant-2'),
      credits: fc.integer({ min: 1, max: 30 }),
      days: fc.integer({ min: 1, max: 40 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('adjust' as const),
      adjustmentId: fc.constantFrom('adjustment-1', 'adjustment-2', 'adjustment-3'),
      grantId,
      credits: fc.integer({ min: 1, max: 12 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('end_grant' as const), grantId }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('set_allowance' as const),
      credits: fc.constantFrom(0, 7, 60),
      isFresh: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constant('turn' as const), ms: fc.constantFrom(...turns) }),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'reap' as const }) },
)

/** Random lives of one account, short enough to read when one fails. */
export const stepsArbitrary: fc.Arbitrary<readonly Step[]> = fc.array(step, {
  minLength: 5,
  maxLength: 40,
})

async function firstGrantOf(
  ledger: Pick<LedgerCommands, 'entries'>,
  accountId: string,
): Promise<string> {
  const [first] = await ledger.entries(accountId, { limit: 1 })
  return first?.grantId ?? 'no grant'
}

/** Does the step and answers what the ledger answered. */
export async function takeStep<Tx>(
  { ledger, clock }: Fixture<Tx>,
  accountId: string,
  step: Step,
): Promise<unknown> {
  const actor = { memberId: 'member-1' }
  switch (step.type) {
    case 'turn':
      return clock.turn(step.ms)
    case 'hold': {
      const { credits, ...request } = step
      const quote = { version: 1, credits }
      return await ledger.hold({ accountId, ...request, quote, requestHash: '', actor })
    }
    case 'start':
      return await ledger.start({ accountId, ...step })
    case 'renew':
      return await ledger.renew({ accountId, ...step })
    case 'release':
      return await ledger.release({ accountId, ...step, reason: 'cancelled' })
    case 'settle':
      return await ledger.settle({ accountId, ...step })
    case 'reverse':
      return await ledger.reverse({ accountId, ...step, reason: 'fault', actor })
    case 'grant': {
      const window = { startsAt: clock.now(), endsAt: clock.now() + step.days * DAY_MS }
      const { grantId, credits } = step
      return await ledger.grant({ accountId, grantId, credits, ...window, reason: 'gift', actor })
    }
    case 'adjust': {
      const { adjustmentId, credits } = step
      const isFirst = step.grantId === FIRST_GRANT
      const grantId = isFirst ? await firstGrantOf(ledger, accountId) : step.grantId
      const adjustment = { adjustmentId, grantId, credits, reason: 'mistake', actor }
      return await ledger.adjust({ accountId, ...adjustment })
    }
    case 'end_grant': {
      const isFirst = step.grantId === FIRST_GRANT
      const grantId = isFirst ? await firstGrantOf(ledger, accountId) : step.grantId
      return await ledger.endGrant({ accountId, grantId, reason: 'upgrade', actor })
    }
    case 'set_allowance': {
      const anchor = step.isFresh ? clock.now() : Date.UTC(2026, 0, 31, 9, 20)
      const allowance = { credits: step.credits, anchor, pausesAtZero: step.isFresh }
      return await ledger.setAllowance({ accountId, allowance, reason: 'plan', actor })
    }
    case 'reap': {
      const reaped = await ledger.reap({ limit: 100, onLapsed: async () => {} })
      return reaped.map(({ id, state }) => [id, state]).sort()
    }
  }
}
