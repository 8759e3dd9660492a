import type { Me } from '@rheos/contract'
import type { MiddlewareHandler } from 'hono'
import type { SignedInPerson } from '../accounts/auth.ts'
import type { Config } from '../config.ts'
import { nothingHere, problemResponse } from './problem.ts'
import type { RateLimits } from './rate-limit.ts'
import type { Environment } from './router.ts'

/**
 * Whether somebody may sit at the operator's desk. To be listed is not enough: anybody can make an
 * account with an address that is not theirs.
 */
export function operatorStanding(
  { operators }: Pick<Config, 'operators'>,
  user: SignedInPerson,
): Me['operator'] {
  if (!operators.includes(user.email.toLowerCase())) return 'no'
  return user.addressProven ? 'yes' : 'unproven'
}

/**
 * Stands before everything that only operators may: for everybody else there is nothing at these
 * addresses. Behind `knownPerson`.
 */
export function operatorsOnly(config: Config, limits: RateLimits): MiddlewareHandler<Environment> {
  return async (c, next) => {
    // Not everybody is signed in, whatever the type says of what stands behind `signedIn`.
    const user: Environment['Variables']['user'] | undefined = c.get('user')
    if (user === undefined || operatorStanding(config, user) !== 'yes')
      return problemResponse(nothingHere())
    await limits.operator(user.id)
    c.header('cache-control', 'no-store')
    return next()
  }
}
