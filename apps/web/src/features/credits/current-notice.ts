import type { Credits, Notice } from '@rheos/contract'

/**
 * The newest notice that still holds: of this cycle, and the balance has not risen since, as by an
 * upgrade. Notices come newest first; older ones are no news beside it.
 */
export function currentNotice(
  notices: readonly Notice[],
  credits: Credits | undefined,
): Notice | undefined {
  const [newest] = notices
  if (newest === undefined || credits === undefined) return undefined
  const holds = newest.cycleStart === credits.cycle.start && credits.balance <= newest.balance
  return holds ? newest : undefined
}
