import type { Operation } from '@rheos/credits'
import type { Call } from '../../clients/history.ts'
import { type AccountCase, groupBy } from '../account-case.ts'
import type { Report } from '../findings.ts'

type Lease = Call<'start'> | Call<'renew'>

/** A lapsed lease is never taken up again, and one that runs is not cut short. */
export function checkLeases(account: AccountCase, report: Report): void {
  const calls = groupBy(account.calls('start', 'renew'), ({ asked }) => asked.operationId)
  for (const { operation } of account.records.state.operations.values()) {
    const own = calls.get(operation.id) ?? []
    const leases = leasesOf(own)
    const text = () => `leases until ${leases} of ${JSON.stringify(operation)}`
    // One whose answer was lost may have begun or prolonged the lease, nobody knows until when.
    const isLost = own.some(({ failure }) => failure === 'unknown')
    const isUnbroken = leases.every((lease, index) => {
      const before = leases[index - 1]
      return before === undefined || lease - account.policy.leaseMs < before
    })
    report('C14', isLost || isUnbroken, text)
    // A store may forget the lease of what has ended.
    const last = operation.leaseUntil ?? (isLost ? undefined : leases.at(-1))
    if (last !== undefined) checkEnd(operation, last, text, report)
  }
}

function leasesOf(calls: readonly Lease[]): readonly number[] {
  const answers = calls.flatMap(({ answer }) => (answer && 'leaseUntil' in answer ? [answer] : []))
  return answers.map(({ leaseUntil }) => leaseUntil).sort((a, b) => a - b)
}

function checkEnd(
  { state, reason, endedAt }: Operation,
  lease: number,
  text: () => string,
  report: Report,
): void {
  if (endedAt === undefined) return
  report('C14', state !== 'settled' || endedAt < lease, text)
  report('C15', reason !== 'lease_lapsed' || lease <= endedAt, text)
}
