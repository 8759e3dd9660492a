export { auditAccount } from './audit-account.ts'
export type { ContractCase, Expectations } from './contract-case.ts'
export { countingIds } from './counting-ids.ts'
export {
  FIXTURE_ALERTS,
  FIXTURE_LEASE_MS,
  FIXTURE_OPEN_MAX,
  FIXTURE_PRICES,
  FIXTURE_START,
  FIXTURE_TARIFF_CHANGE,
  type Fixture,
  type FixtureOptions,
  fixtureOn,
  holdOf,
  openAccount,
} from './fixture.ts'
export { FIRST_GRANT, type Step, stepsArbitrary, takeStep } from './steps.ts'
export { storeContract } from './store-contract.ts'
export { TurningClock } from './turning-clock.ts'
