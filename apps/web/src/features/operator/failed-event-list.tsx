import type { Payments } from '@rheos/contract'
import { useReplayEvent } from '../../api/operator.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Cell, Column, Row, RowHead, Table } from '../../ui/table.tsx'
import { toast } from '../../ui/toast.ts'
import { countText } from '../count-text.ts'
import { whenText } from '../when.ts'
import { WorkspaceLink } from './workspace-link.tsx'

type FailedEvent = Payments['failedEvents'][number]

/** Events of the payment provider that could not be acted on, and the way to try once more. */
export function FailedEventList({ events }: { readonly events: Payments['failedEvents'] }) {
  const replay = useReplayEvent()
  if (events.length === 0) {
    return <p className="text-sm text-muted">Every event was acted on.</p>
  }
  return (
    <>
      {replay.isError && <ErrorNotice className="mb-4" error={replay.error} />}
      <Table
        caption="Failed events, newest first"
        head={
          <>
            <Column>Event</Column>
            <Column wide>Why</Column>
            <Column wide end>
              Received
            </Column>
            <Column end>
              <span className="sr-only">Replay</span>
            </Column>
          </>
        }
      >
        {events.map((event) => (
          <EventRow
            key={event.id}
            event={event}
            replaying={replay.isPending && replay.variables === event.id}
            onReplay={() =>
              replay.mutate(event.id, {
                onSuccess: () => toast({ title: 'The event is acted on again.' }),
              })
            }
          />
        ))}
      </Table>
    </>
  )
}

interface EventRowProps {
  readonly event: FailedEvent
  readonly replaying: boolean
  readonly onReplay: () => void
}

function EventRow({ event, replaying, onReplay }: EventRowProps) {
  const { id, type, error, attempts, receivedAt, workspaceId } = event
  return (
    <Row>
      <RowHead className="wrap-anywhere">
        {type}
        <span className="block font-mono text-xs font-normal text-muted">{id}</span>
        {workspaceId !== null && <WorkspaceLink id={workspaceId} name={null} />}
        <span className="block font-normal text-pretty text-muted md:hidden">{error}</span>
      </RowHead>
      <Cell wide className="text-pretty wrap-anywhere">
        {error}
        <span className="block text-muted">tried {countText(attempts, 'time')}</span>
      </Cell>
      <Cell wide end quiet>
        {whenText(receivedAt)}
      </Cell>
      <Cell end className="w-px">
        <Button size="sm" className="-my-2.5 md:-my-1.5" loading={replaying} onClick={onReplay}>
          Replay
        </Button>
      </Cell>
    </Row>
  )
}
