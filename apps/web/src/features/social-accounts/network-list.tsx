import type { ConnectableNetwork } from '@rheos/contract'
import { Button } from '../../ui/button.tsx'
import { NetworkMark } from './network-mark.tsx'

export interface NetworkListProps {
  readonly networks: readonly ConnectableNetwork[]
  readonly onConnect: (network: ConnectableNetwork) => void
}

/** Every network with its promise; those that need the operator first say so. */
export function NetworkList({ networks, onConnect }: NetworkListProps) {
  const ready = networks.filter(({ unavailable }) => unavailable === null)
  const waiting = networks.filter(({ unavailable }) => unavailable !== null)
  return (
    <>
      <ul className="divide-y divide-line">
        {ready.map((network) => (
          <li key={network.network} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
            <NetworkMark network={network.network} />
            <div className="min-w-0 grow basis-48">
              <p className="font-medium">{network.name}</p>
              <p className="text-sm text-muted">{network.promise}</p>
            </div>
            <Button
              size="sm"
              aria-label={`Connect ${network.name}`}
              onClick={() => onConnect(network)}
            >
              Connect
            </Button>
          </li>
        ))}
      </ul>
      {waiting.length > 0 && <NotSetUp networks={waiting} />}
    </>
  )
}

function NotSetUp({ networks }: { readonly networks: readonly ConnectableNetwork[] }) {
  return (
    <details className="mt-4 rounded-lg border border-line px-4 py-3 text-sm">
      <summary className="cursor-pointer font-medium">
        {networks.length} more need to be set up by whoever runs this studio
      </summary>
      <dl className="mt-3 space-y-2">
        {networks.map(({ network, name, unavailable }) => (
          <div key={network}>
            <dt className="font-medium">{name}</dt>
            <dd className="text-muted">{unavailable}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
