import type { Payments } from '@rheos/contract'
import { Cell, Column, Row, RowHead, Table } from '../../ui/table.tsx'
import { whenText } from '../when.ts'
import { PlanBadge } from './plan-badge.tsx'
import { WorkspaceLink } from './workspace-link.tsx'

/** Plans whose last payment failed: the provider tries again by itself. */
export function UnpaidList({ unpaid }: { readonly unpaid: Payments['unpaid'] }) {
  if (unpaid.length === 0) {
    return <p className="text-sm text-muted">Every plan is paid for.</p>
  }
  return (
    <Table
      caption="Plans whose payment failed, the longest first"
      head={
        <>
          <Column>Workspace</Column>
          <Column>Plan</Column>
          <Column end>Period since</Column>
        </>
      }
    >
      {unpaid.map(({ workspaceId, workspace, plan, since }) => (
        <Row key={workspaceId}>
          <RowHead>
            <WorkspaceLink id={workspaceId} name={workspace} />
          </RowHead>
          <Cell>
            <PlanBadge plan={plan} />
          </Cell>
          <Cell end quiet>
            {whenText(since)}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
