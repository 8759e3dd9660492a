import type { ConnectableNetwork, SocialAccount } from '@rheos/contract'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { useWorkspace } from '../../api/account.ts'
import { useCurrentBrand } from '../../api/current-brand.ts'
import { useConnectableNetworks, useSocialAccounts } from '../../api/social-accounts.ts'
import { AccountRow } from '../../features/social-accounts/account-row.tsx'
import { ConnectDialog } from '../../features/social-accounts/connect-dialog.tsx'
import { ConnectionDialog } from '../../features/social-accounts/connection-dialog.tsx'
import { NetworkList } from '../../features/social-accounts/network-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { usePageTitle } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { SettingsSection } from './settings-section.tsx'

const route = getRouteApi('/studio/settings/accounts')

interface Connecting {
  readonly network: ConnectableNetwork
  readonly account?: SocialAccount
}

/** Where the current brand publishes. */
export function SocialAccountsPage() {
  usePageTitle('Social accounts')
  const { brand, state } = useCurrentBrand()
  if (state === 'loading') return <Skeleton className="h-48 w-full" />
  if (brand === undefined) {
    return (
      <EmptyState
        title="Accounts belong to a brand"
        action={
          <LinkButton to="/brand/new" variant="primary">
            Add a brand
          </LinkButton>
        }
      >
        Add a brand first; then connect where it publishes.
      </EmptyState>
    )
  }
  return <AccountsOf brandId={brand.id} brandName={brand.name || 'this brand'} />
}

function AccountsOf({ brandId, brandName }: { readonly brandId: string; brandName: string }) {
  const { connection } = route.useSearch()
  const navigate = useNavigate()
  const networks = useConnectableNetworks()
  const [connecting, setConnecting] = useState<Connecting>()
  const mayChange = useWorkspace().role !== 'member'
  const show = useCallback(
    (id: string | undefined) =>
      void navigate({
        to: '/settings/accounts',
        search: id === undefined ? {} : { connection: id },
        replace: true,
      }),
    [navigate],
  )
  const close = useCallback(() => show(undefined), [show])
  return (
    <>
      <SettingsSection title="Connected" description={`Where ${brandName} publishes.`}>
        <Connected
          brandId={brandId}
          networks={networks.data ?? []}
          mayChange={mayChange}
          onReconnect={setConnecting}
        />
      </SettingsSection>
      {mayChange && (
        <SettingsSection
          title="Connect an account"
          description="What each network makes possible stands beside it. Publishing never costs credits."
        >
          {networks.isError ? (
            <ErrorNotice error={networks.error} onRetry={() => void networks.refetch()} />
          ) : networks.data === undefined ? (
            <Skeleton className="h-64 w-full" />
          ) : (
            <NetworkList
              networks={networks.data}
              onConnect={(network) => setConnecting({ network })}
            />
          )}
        </SettingsSection>
      )}
      {connecting !== undefined && (
        <ConnectDialog
          network={connecting.network}
          account={connecting.account}
          brandId={brandId}
          onClose={() => setConnecting(undefined)}
          onConnection={({ id }) => {
            setConnecting(undefined)
            show(id)
          }}
        />
      )}
      {connection !== undefined && <ConnectionDialog connectionId={connection} onClose={close} />}
    </>
  )
}

interface ConnectedProps {
  readonly brandId: string
  readonly networks: readonly ConnectableNetwork[]
  readonly mayChange: boolean
  readonly onReconnect: (connecting: Connecting) => void
}

function Connected({ brandId, networks, mayChange, onReconnect }: ConnectedProps) {
  const { data, isError, error, refetch } = useSocialAccounts()
  if (isError && data === undefined) {
    return (
      <ErrorNotice
        title="Your accounts could not be loaded"
        error={error}
        onRetry={() => void refetch()}
      />
    )
  }
  if (data === undefined) return <Skeleton className="h-24 w-full" />
  const accounts = data.filter((account) => account.brandId === brandId)
  if (accounts.length === 0) {
    return (
      <p className="text-sm text-muted">
        None yet. {mayChange ? 'Connect one below.' : 'Ask the owner or an admin to connect one.'}
      </p>
    )
  }
  return (
    <ul className="-mt-4 divide-y divide-line">
      {accounts.map((account) => {
        const network = networks.find(({ network }) => network === account.network)
        return (
          <AccountRow
            key={account.id}
            account={account}
            network={network}
            mayChange={mayChange}
            onReconnect={() => network !== undefined && onReconnect({ network, account })}
          />
        )
      })}
    </ul>
  )
}
