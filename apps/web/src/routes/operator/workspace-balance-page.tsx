import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { inspectedQuery, workspaceExplanationQuery } from '../../api/operator.ts'
import { BalanceExplanation } from '../../features/billing/balance-explanation.tsx'

const from = '/studio/operator/workspaces/$workspaceId/balance'

/** What the customer sees of their balance, for the operator. */
export function WorkspaceBalancePage() {
  const { workspaceId } = useParams({ from })
  const { at } = useSearch({ from })
  const navigate = useNavigate()
  const explanation = useQuery(workspaceExplanationQuery(workspaceId, at))
  const name = useQuery(inspectedQuery(workspaceId)).data?.name
  return (
    <BalanceExplanation
      whose="this"
      explanation={explanation}
      at={at}
      onChoose={(instant) =>
        void navigate({
          to: '/operator/workspaces/$workspaceId/balance',
          params: { workspaceId },
          search: instant === undefined ? {} : { at: instant },
        })
      }
      back={
        <Link
          to="/operator/workspaces/$workspaceId"
          params={{ workspaceId }}
          className="hit-area hover:text-ink"
        >
          ← <bdi>{name ?? 'Workspace'}</bdi>
        </Link>
      }
    />
  )
}
