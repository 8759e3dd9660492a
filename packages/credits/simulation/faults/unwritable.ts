import { type Changes, UnwritableError } from '@rheos/credits'

/** The hash of a request that no store takes, as a text with a zero byte is in PostgreSQL. */
export const UNWRITABLE = 'unwritable'

export function refuseUnwritable(changes: readonly Changes[]): void {
  const isUnwritable = changes.some(({ created }) =>
    created.some(({ request }) => request.requestHash === UNWRITABLE),
  )
  if (isUnwritable) throw new UnwritableError('Simulated: a value that the store does not take.')
}
