import type { Payments } from '@rheos/contract'
import { useState } from 'react'
import { useActOn } from '../../api/operator.ts'
import { Button } from '../../ui/button.tsx'
import { Cell, Column, Row, RowHead, Table } from '../../ui/table.tsx'
import { whenText } from '../when.ts'
import { ConfirmedForm } from './confirmed-form.tsx'
import { ReasonField, wrongReason } from './credits-field.tsx'
import { WorkspaceLink } from './workspace-link.tsx'

type Matter = Payments['attention'][number]

/** What no rule settles, until somebody says how it was. */
export function AttentionList({ attention }: { readonly attention: Payments['attention'] }) {
  const [settling, setSettling] = useState<Matter>()
  if (attention.length === 0) return <p className="text-sm text-muted">Nothing needs you.</p>
  return (
    <>
      <Table
        caption="What needs you, newest first"
        head={
          <>
            <Column>Matter</Column>
            <Column wide>Workspace</Column>
            <Column wide end>
              Since
            </Column>
            <Column end>
              <span className="sr-only">Settle</span>
            </Column>
          </>
        }
      >
        {attention.map((matter) => (
          <MatterRow
            key={`${matter.workspaceId} ${matter.id}`}
            matter={matter}
            onSettle={() => setSettling(matter)}
          />
        ))}
      </Table>
      {settling !== undefined && (
        <SettleForm matter={settling} onClose={() => setSettling(undefined)} />
      )}
    </>
  )
}

function MatterRow({
  matter,
  onSettle,
}: {
  readonly matter: Matter
  readonly onSettle: () => void
}) {
  const { workspaceId, workspace, sentence, at } = matter
  return (
    <Row>
      <RowHead className="font-normal text-pretty wrap-anywhere">
        {sentence}
        <span className="block md:hidden">
          <WorkspaceLink id={workspaceId} name={workspace} />
        </span>
      </RowHead>
      <Cell wide>
        <WorkspaceLink id={workspaceId} name={workspace} />
      </Cell>
      <Cell wide end quiet>
        {whenText(at)}
      </Cell>
      <Cell end className="w-px">
        <Button size="sm" className="-my-2.5 md:-my-1.5" onClick={onSettle}>
          Settle
        </Button>
      </Cell>
    </Row>
  )
}

function SettleForm({
  matter,
  onClose,
}: {
  readonly matter: Matter
  readonly onClose: () => void
}) {
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<string>()
  const { mutateAsync } = useActOn(matter.workspaceId)
  return (
    <ConfirmedForm
      title="Settle"
      description={matter.sentence}
      check={() => {
        const found = wrongReason(reason)
        setWrong(found)
        return found === undefined
      }}
      effect={() =>
        'It leaves this list and stays in the workspace’s log with what you wrote. Neither money nor credits move.'
      }
      confirmLabel={() => 'It is settled'}
      onConfirm={async (pressId) => {
        const body = { attentionId: matter.id, reason: reason.trim() }
        await mutateAsync({ name: 'attended', body, pressId })
        return 'It is settled.'
      }}
      onClose={onClose}
    >
      <ReasonField
        label="How it was settled"
        hint="Operators read it in the log of the workspace."
        value={reason}
        error={wrong}
        onChange={setReason}
      />
    </ConfirmedForm>
  )
}
