import { Link } from '@tanstack/react-router'
import { useWorkspace } from '../../api/account.ts'

/** What this person can do about a lack of credits. */
export function WayForward() {
  const { role, plan } = useWorkspace()
  if (role !== 'owner') return 'ask the owner of this workspace'
  return (
    <Link
      to="/settings/billing"
      hash="plans"
      className="hit-area font-medium whitespace-nowrap text-accent-ink underline underline-offset-2"
    >
      {plan === 'team' ? 'see usage' : 'see plans'}
    </Link>
  )
}
