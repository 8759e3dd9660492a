import type { Grant } from '@rheos/contract'
import type { BalanceGrant } from '@rheos/credits'
import { isPeriodGrant } from '../billing/law/paid-period.ts'

/** What people call a grant of the meter: it knows no plan, and so not who granted. */
export function grantKind({ kind, id }: Pick<BalanceGrant, 'kind' | 'id'>): Grant['kind'] {
  return isPeriodGrant(id) ? 'plan' : kind
}
