import type { Connection } from '@rheos/contract'
import { useEffect, useState } from 'react'
import { useChooseAccounts, useConnection } from '../../api/social-accounts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { toast } from '../../ui/toast.ts'
import { networkFacts } from '../writing/networks.ts'

export interface ConnectionDialogProps {
  readonly connectionId: string
  readonly onClose: () => void
}

/** What came of a visit to a network: the choice of accounts, or why there is none. */
export function ConnectionDialog({ connectionId, onClose }: ConnectionDialogProps) {
  const { data, isError, error, refetch } = useConnection(connectionId)
  if (data === undefined) {
    return (
      <Dialog open onOpenChange={onClose} title="Connecting">
        {isError ? (
          <ErrorNotice error={error} onRetry={() => void refetch()} />
        ) : (
          <Skeleton className="h-24 w-full" />
        )}
      </Dialog>
    )
  }
  if (data.state === 'connected') return <Connected connection={data} onClose={onClose} />
  if (data.state === 'choose') return <ChooseAccounts connection={data} onClose={onClose} />
  return (
    <Dialog open onOpenChange={onClose} title="Nothing was connected">
      <ErrorNotice>
        {data.problem ?? 'The network did not answer yet: begin again from the list of networks.'}
      </ErrorNotice>
    </Dialog>
  )
}

interface OfConnection {
  readonly connection: Connection
  readonly onClose: () => void
}

function Connected({ connection, onClose }: OfConnection) {
  useEffect(() => {
    const names = connection.accounts.map(({ name }) => name).join(', ')
    toast({ title: `${names} connected`, tone: 'success', id: `connected-${connection.id}` })
    onClose()
  }, [connection, onClose])
  return null
}

function ChooseAccounts({ connection, onClose }: OfConnection) {
  const choose = useChooseAccounts(connection.id)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(connection.candidates.filter((each) => each.connected).map(({ id }) => id)),
  )
  const label = networkFacts[connection.network].label

  function toggle(id: string): void {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Choose what to connect`}
      description={`${label} let us see these. Choose where this brand publishes.`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            disabled={chosen.size === 0}
            loading={choose.isPending}
            onClick={() => choose.mutate({ candidateIds: [...chosen] })}
          >
            Connect
          </Button>
        </>
      }
    >
      <ul className="-mx-2 space-y-1">
        {connection.candidates.map(({ id, name, handle, kind, connected }) => (
          <li key={id}>
            <label className="flex min-h-12 cursor-pointer items-center gap-3 rounded-lg px-2 py-2 hover:bg-hover">
              <input
                type="checkbox"
                className="size-4 accent-accent"
                checked={chosen.has(id)}
                onChange={() => toggle(id)}
              />
              <span className="min-w-0">
                <span dir="auto" className="block truncate font-medium">
                  {name}
                </span>
                <span className="block truncate text-sm text-muted">
                  {[kind, handle, connected && 'connected already'].filter(Boolean).join(' · ')}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {choose.isError && <ErrorNotice className="mt-4" error={choose.error} />}
    </Dialog>
  )
}
