import type { InspectedWorkspace } from '@rheos/contract'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { hasCode } from '../../api/api-error.ts'
import { inspectedQuery } from '../../api/operator.ts'
import { BalanceBar } from '../../features/credits/balance-bar.tsx'
import { numberText } from '../../features/credits/credits-text.ts'
import { resetText } from '../../features/credits/reset-text.ts'
import { ActionLog } from '../../features/operator/action-log.tsx'
import { GrantForm } from '../../features/operator/grant-form.tsx'
import { GrantList } from '../../features/operator/grant-list.tsx'
import { Loaded } from '../../features/operator/loaded.tsx'
import { OperationList } from '../../features/operator/operation-list.tsx'
import { PlanBadge } from '../../features/operator/plan-badge.tsx'
import { PlanFacts } from '../../features/operator/plan-facts.tsx'
import { dateText } from '../../features/when.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { usePageTitle } from '../../ui/page-header.tsx'
import { Cell, Column, Row, RowHead, Table } from '../../ui/table.tsx'

export function WorkspacePage() {
  const { workspaceId } = useParams({ from: '/studio/operator/workspaces/$workspaceId' })
  const query = useQuery(inspectedQuery(workspaceId))
  usePageTitle(query.data?.name ?? 'Workspace')
  if (query.isError && hasCode(query.error, 'not_found')) {
    return (
      <EmptyState
        title="There is no such workspace"
        action={<LinkButton to="/operator/workspaces">All workspaces</LinkButton>}
      >
        It may have been deleted with its owner’s account.
      </EmptyState>
    )
  }
  return (
    <Loaded query={query} className="h-96 w-full">
      {(workspace) => <Inspected workspace={workspace} />}
    </Loaded>
  )
}

function Inspected({ workspace }: { readonly workspace: InspectedWorkspace }) {
  return (
    <div className="space-y-12">
      <Identity workspace={workspace} />
      <Balance workspace={workspace} />
      <section aria-labelledby="grants">
        <h3 id="grants" className="mb-3 text-lg font-semibold">
          Grants
        </h3>
        <GrantList workspace={workspace} />
      </section>
      <section aria-labelledby="operations">
        <h3 id="operations" className="mb-3 text-lg font-semibold">
          Operations
        </h3>
        <OperationList workspace={workspace} />
      </section>
      <section aria-labelledby="plan">
        <h3 id="plan" className="mb-3 text-lg font-semibold">
          Plan and payments
        </h3>
        <PlanFacts billing={workspace.billing} />
      </section>
      <section aria-labelledby="actions">
        <h3 id="actions" className="mb-3 text-lg font-semibold">
          What operators did
        </h3>
        <ActionLog workspaceId={workspace.id} />
      </section>
      <section aria-labelledby="members">
        <h3 id="members" className="mb-3 text-lg font-semibold">
          Members
        </h3>
        <Members workspace={workspace} />
      </section>
    </div>
  )
}

function Identity({ workspace }: { readonly workspace: InspectedWorkspace }) {
  const [granting, setGranting] = useState(false)
  const { id, name, plan, owner, createdAt } = workspace
  return (
    <header>
      <p className="mb-2 text-sm text-muted">
        <Link to="/operator/workspaces" className="hit-area hover:text-ink">
          ← Workspaces
        </Link>
      </p>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h2 dir="auto" className="text-xl font-semibold">
              {name}
            </h2>
            <PlanBadge plan={plan} />
          </div>
          <p className="mt-1 text-sm break-words text-muted">
            <bdi>{owner.name}</bdi> ·{' '}
            <a href={`mailto:${owner.email}`} className="hit-area hover:text-ink">
              {owner.email}
            </a>{' '}
            · since {dateText(createdAt)}
          </p>
          <p className="mt-1 font-mono text-xs wrap-anywhere text-muted select-all">{id}</p>
        </div>
        <Button variant="primary" icon={<Plus size={16} />} onClick={() => setGranting(true)}>
          Grant credits
        </Button>
      </div>
      {granting && <GrantForm workspace={workspace} onClose={() => setGranting(false)} />}
    </header>
  )
}

function Balance({ workspace }: { readonly workspace: InspectedWorkspace }) {
  const { credits, id } = workspace
  const facts = [
    ['Balance', numberText(credits.balance)],
    ['In progress', numberText(credits.held)],
    ['Spent this cycle', numberText(credits.spent)],
    ['Allowance', `${numberText(credits.allowance)} a month`],
    ['Resets', resetText(credits.resetsAt)],
  ]
  return (
    <section aria-label="Balance" className="tabular-nums">
      <BalanceBar credits={credits} />
      <dl className="mt-5 grid grid-cols-2 gap-x-6 gap-y-5 sm:grid-cols-5">
        {facts.map(([name, value]) => (
          <div key={name} className="last:col-span-2 sm:last:col-span-1">
            <dt className="text-sm text-muted">{name}</dt>
            <dd className="mt-0.5 font-medium">{value}</dd>
          </div>
        ))}
      </dl>
      <Link
        to="/operator/workspaces/$workspaceId/balance"
        params={{ workspaceId: id }}
        className="hit-area mt-5 inline-block text-sm font-medium text-accent-ink underline underline-offset-2"
      >
        Why is this balance {numberText(credits.balance)}?
      </Link>
    </section>
  )
}

function Members({ workspace }: { readonly workspace: InspectedWorkspace }) {
  return (
    <Table
      caption="Members, those who came first on top"
      head={
        <>
          <Column>Name</Column>
          <Column>Role</Column>
          <Column end>Since</Column>
        </>
      }
    >
      {workspace.members.map(({ id, name, role, since }) => (
        <Row key={id}>
          <RowHead>
            <bdi>{name}</bdi>
          </RowHead>
          <Cell className="capitalize">{role}</Cell>
          <Cell end quiet>
            {dateText(since)}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
