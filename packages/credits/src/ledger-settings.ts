import type { Instant } from './instant.ts'
import type { Moment, Policy } from './policy.ts'

/** The rules' policy, and where time and ids come from. */
export interface LedgerSettings extends Policy {
  readonly now: () => Instant
  readonly newId: () => string
}

/** What a decision needs to know now. */
export function contextNow(settings: LedgerSettings): Policy & Moment {
  return { ...settings, now: settings.now(), freshId: settings.newId() }
}
