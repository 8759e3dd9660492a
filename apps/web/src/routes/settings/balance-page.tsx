import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useWorkspace } from '../../api/account.ts'
import { explanationQuery } from '../../api/credits.ts'
import { BalanceExplanation } from '../../features/billing/balance-explanation.tsx'

export function BalancePage() {
  const { at } = useSearch({ from: '/studio/settings/billing/balance' })
  const navigate = useNavigate()
  const explanation = useQuery(explanationQuery(useWorkspace().id, at))
  return (
    <BalanceExplanation
      whose="my"
      explanation={explanation}
      at={at}
      onChoose={(instant) =>
        void navigate({
          to: '/settings/billing/balance',
          search: instant === undefined ? {} : { at: instant },
        })
      }
      back={
        <Link to="/settings/billing" className="hit-area hover:text-ink">
          ← Billing
        </Link>
      }
    />
  )
}
