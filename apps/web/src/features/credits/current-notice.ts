import type { Credits, Notice } from '@rheos/contract'

/**
 * The newest notice that still holds: of this cycle, and the balance has not risen since, as by an
 * upgrade. Notices come newest first; older ones are no news beside it. A payment that failed comes
 * before all of them, and holds as long as the server tells of it.
 */
export function currentNotice(
  notices: readonly Notice[],
  credits: Credits | undefined,
): Notice | undefined {
  const newest = notices.find(({ kind }) => isAboutCredits(kind))
  if (newest === undefined || credits === undefined) return undefined
  if (newest.kind === 'payment_failed') return newest
  const holds = newest.cycleStart === credits.cycle.start && credits.balance <= newest.balance
  return holds ? newest : undefined
}

/** What is told of publishing has a place of its own. */
export function isAboutCredits(kind: Notice['kind']): boolean {
  return !['publishing_failed', 'account_expiring', 'account_lost'].includes(kind)
}
