import type { FoundWorkspace } from '@rheos/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { workspacesQuery } from '../../api/operator.ts'
import { LoadMore } from '../../features/load-more.tsx'
import { PlanBadge } from '../../features/operator/plan-badge.tsx'
import { WorkspaceLink } from '../../features/operator/workspace-link.tsx'
import { SearchField } from '../../features/search-field.tsx'
import { dateText } from '../../features/when.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { usePageTitle } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Cell, Column, Row, RowHead, Table } from '../../ui/table.tsx'

export function WorkspacesPage() {
  usePageTitle('Workspaces')
  const { q = '' } = useSearch({ from: '/studio/operator/workspaces' })
  const navigate = useNavigate()
  const search = useCallback(
    (text: string) =>
      void navigate({
        to: '/operator/workspaces',
        search: text === '' ? {} : { q: text },
        replace: true,
      }),
    [navigate],
  )
  return (
    <section aria-labelledby="workspaces">
      <div className="mb-5 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <h2 id="workspaces" className="text-xl font-semibold">
          Workspaces
        </h2>
        <SearchField label="Name, owner’s e-mail or id" value={q} onChange={search} />
      </div>
      <Found q={q} />
    </section>
  )
}

function Found({ q }: { readonly q: string }) {
  const query = useInfiniteQuery(workspacesQuery(q))
  if (query.data === undefined) {
    return query.isError ? (
      <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <div aria-busy="true" className="space-y-3">
        {['first', 'second', 'third', 'fourth', 'fifth'].map((row) => (
          <Skeleton key={row} className="h-11 w-full" />
        ))}
      </div>
    )
  }
  const items = query.data.pages.flatMap((page) => page.items)
  if (items.length === 0) {
    return (
      <EmptyState title="No workspace found">
        Nothing has “{q}” in its name, its owner’s e-mail or its id. Try a shorter part of it.
      </EmptyState>
    )
  }
  return (
    <>
      <Table
        caption="Workspaces, newest first"
        head={
          <>
            <Column>Workspace</Column>
            <Column>Plan</Column>
            <Column wide>Owner</Column>
            <Column wide end>
              Members
            </Column>
            <Column wide end>
              Since
            </Column>
          </>
        }
      >
        {items.map((workspace) => (
          <FoundRow key={workspace.id} workspace={workspace} />
        ))}
      </Table>
      <LoadMore query={query} />
    </>
  )
}

function FoundRow({ workspace }: { readonly workspace: FoundWorkspace }) {
  const { id, name, plan, owner, members, createdAt } = workspace
  return (
    <Row>
      <RowHead className="min-w-0">
        <WorkspaceLink id={id} name={name} />
        <span className="block font-normal wrap-anywhere text-muted md:hidden">{owner.email}</span>
      </RowHead>
      <Cell>
        <PlanBadge plan={plan} />
      </Cell>
      <Cell wide className="wrap-anywhere">
        {owner.email}
      </Cell>
      <Cell wide end quiet>
        {members}
      </Cell>
      <Cell wide end quiet>
        {dateText(createdAt)}
      </Cell>
    </Row>
  )
}
