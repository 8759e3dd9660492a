import type { ConnectableNetwork, SocialAccount } from '@rheos/contract'
import { useState } from 'react'
import { useDisconnect } from '../../api/social-accounts.ts'
import { AlertDialog } from '../../ui/alert-dialog.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { toast } from '../../ui/toast.ts'
import { dateText } from '../when.ts'
import { networkFacts } from '../writing/networks.ts'
import { NetworkMark } from './network-mark.tsx'

export interface AccountRowProps {
  readonly account: SocialAccount
  readonly network: ConnectableNetwork | undefined
  readonly mayChange: boolean
  readonly onReconnect: () => void
}

/** A connected account: who it is, whether it works, and until when. */
export function AccountRow({ account, network, mayChange, onReconnect }: AccountRowProps) {
  const [asking, setAsking] = useState(false)
  const isLost = account.state === 'needs_reconnect'
  const label = networkFacts[account.network].label
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 py-4">
      <NetworkMark network={account.network} />
      <div className="min-w-0 grow basis-56">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span dir="auto" className="truncate font-medium">
            {account.name}
          </span>
          {isLost && <Badge tone="warning">Connect again</Badge>}
        </p>
        <p className="text-sm break-words text-muted">{factsOf(account, label)}</p>
        {account.problem !== null && <p className="mt-1 text-sm">{account.problem}</p>}
        {!isLost && network !== undefined && (
          <p className="mt-1 text-sm text-muted">{network.promise}</p>
        )}
      </div>
      {mayChange && (
        <div className="flex gap-2">
          <Button size="sm" variant={isLost ? 'primary' : 'secondary'} onClick={onReconnect}>
            Reconnect
          </Button>
          <Button size="sm" variant="ghost" onClick={() => setAsking(true)}>
            Disconnect
          </Button>
        </div>
      )}
      <Disconnecting account={account} open={asking} onOpenChange={setAsking} />
    </li>
  )
}

function factsOf({ handle, server, expiresAt }: SocialAccount, label: string): string {
  const facts = [
    label,
    handle,
    server?.replace(/^https?:\/\//, ''),
    expiresAt === null ? undefined : `until ${dateText(expiresAt)}`,
  ]
  return facts.filter(Boolean).join(' · ')
}

interface DisconnectingProps {
  readonly account: SocialAccount
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

function Disconnecting({ account, open, onOpenChange }: DisconnectingProps) {
  const disconnect = useDisconnect()
  return (
    <AlertDialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Disconnect ${account.name}?`}
      description="Posts that are scheduled for it will not go out there. What is published stays."
      confirmLabel="Disconnect"
      confirming={disconnect.isPending}
      onConfirm={() =>
        disconnect.mutate(account.id, {
          onSuccess: () => toast({ title: `${account.name} was disconnected` }),
          onError: () => toast({ title: 'It was not disconnected. Try again.', tone: 'danger' }),
          onSettled: () => onOpenChange(false),
        })
      }
    />
  )
}
