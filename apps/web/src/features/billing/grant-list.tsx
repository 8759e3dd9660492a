import type { Grant } from '@rheos/contract'
import { numberText } from '../credits/credits-text.ts'
import { resetText } from '../credits/reset-text.ts'
import { useCredits } from '../credits/use-credits.ts'

const kindTexts: Readonly<Record<Grant['kind'], string>> = {
  allowance: 'Paid for before the upgrade',
  plan: 'For your plan',
  granted: 'Given to you',
  make_good: 'Made good for a fault',
}

/** Each amount of credits with what is left of it and when it ends; what ends first is used first. */
export function GrantList() {
  const { credits } = useCredits()
  if (credits === undefined) return null
  const isPresent = ({ kind, endsAt }: Grant) => kind === 'allowance' && endsAt === credits.resetsAt
  const shown = credits.grants.filter(
    (grant) => isPresent(grant) || grant.available + grant.held > 0,
  )
  if (shown.length === 0) return null
  return (
    <table className="w-full text-sm tabular-nums">
      <caption className="sr-only">Credits and when they end</caption>
      <thead>
        <tr className="border-b border-line text-xs text-muted">
          <th scope="col" className="pb-2 text-start font-medium">
            Credits
          </th>
          <th scope="col" className="pb-2 ps-3 text-end font-medium">
            Left
          </th>
          <th scope="col" className="pb-2 ps-6 text-end font-medium">
            Until
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map((grant) => (
          <tr key={grant.id} className="border-b border-line">
            <th scope="row" className="py-2.5 text-start font-medium">
              {isPresent(grant) ? 'Allowance of this month' : kindTexts[grant.kind]}
            </th>
            <td className="py-2.5 ps-3 text-end whitespace-nowrap">
              {numberText(grant.available + grant.held)}
              <span className="text-muted"> of {numberText(grant.amount)}</span>
            </td>
            <td className="py-2.5 ps-6 text-end text-muted">{resetText(grant.endsAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
