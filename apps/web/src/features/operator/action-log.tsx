import type { OperatorAction } from '@rheos/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { workspaceActionsQuery } from '../../api/operator.ts'
import { Cell, Column, Row, RowHead, Table } from '../../ui/table.tsx'
import { LoadMore } from '../load-more.tsx'
import { whenText } from '../when.ts'
import { Loaded } from './loaded.tsx'

const kindTexts: Readonly<Record<OperatorAction['kind'], string>> = {
  grant: 'Granted',
  make_good: 'Made good',
  adjust: 'Took away',
  release: 'Stopped',
  attend: 'Settled',
}

/** What operators did to a workspace, newest first. */
export function ActionLog({ workspaceId }: { readonly workspaceId: string }) {
  const query = useInfiniteQuery(workspaceActionsQuery(workspaceId))
  return (
    <Loaded query={query} className="h-20 w-full">
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items)
        if (items.length === 0) {
          return <p className="text-sm text-muted">No operator has changed anything here.</p>
        }
        return (
          <>
            <Table
              caption="What operators did, newest first"
              head={
                <>
                  <Column>What</Column>
                  <Column>Reason</Column>
                  <Column wide>Operator</Column>
                  <Column wide end>
                    When
                  </Column>
                </>
              }
            >
              {items.map((action) => (
                <ActionRow key={action.id} action={action} />
              ))}
            </Table>
            <LoadMore query={query} />
          </>
        )
      }}
    </Loaded>
  )
}

function ActionRow({ action }: { readonly action: OperatorAction }) {
  const { kind, result, reason, operator, at } = action
  return (
    <Row>
      <RowHead>
        {kindTexts[kind]}
        <span className="block font-normal text-pretty text-muted">{result}</span>
        <span className="block font-normal text-muted md:hidden">
          <bdi>{operator}</bdi>, {whenText(at)}
        </span>
      </RowHead>
      <Cell className="text-pretty">
        <bdi>{reason}</bdi>
      </Cell>
      <Cell wide quiet className="max-w-40 truncate">
        <bdi>{operator}</bdi>
      </Cell>
      <Cell wide end quiet>
        {whenText(at)}
      </Cell>
    </Row>
  )
}
