import type { Network, SocialAccount } from '@rheos/contract'
import { Link } from '@tanstack/react-router'
import { NetworkMark } from '../social-accounts/network-mark.tsx'
import { networkFacts } from '../writing/networks.ts'

export interface AccountsChoiceProps {
  readonly networks: readonly Network[]
  /** Of the post's brand. */
  readonly accounts: readonly SocialAccount[]
  readonly chosen: ReadonlySet<string>
  readonly onChange: (chosen: ReadonlySet<string>) => void
}

/** Where a post goes: the brand's accounts on the networks of the post. */
export function AccountsChoice({ networks, accounts, chosen, onChange }: AccountsChoiceProps) {
  const missing = networks.filter((network) => accounts.every((each) => each.network !== network))

  function toggle(id: string): void {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    onChange(next)
  }

  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">Where</legend>
      <ul className="-mx-2">
        {accounts
          .filter(({ network }) => networks.includes(network))
          .map((account) => (
            <li key={account.id}>
              <label className="flex min-h-12 cursor-pointer items-center gap-3 rounded-lg px-2 py-1.5 hover:bg-hover">
                <input
                  type="checkbox"
                  className="size-4 shrink-0 accent-accent"
                  checked={chosen.has(account.id)}
                  onChange={() => toggle(account.id)}
                />
                <NetworkMark network={account.network} />
                <span className="min-w-0">
                  <span dir="auto" className="block truncate text-sm font-medium">
                    {account.name}
                  </span>
                  <span className="block truncate text-xs text-muted">
                    {account.state === 'needs_reconnect'
                      ? 'Has to be connected again first'
                      : [networkFacts[account.network].label, account.handle]
                          .filter(Boolean)
                          .join(' · ')}
                  </span>
                </span>
              </label>
            </li>
          ))}
      </ul>
      {missing.length > 0 && (
        <p className="mt-1 text-sm text-muted">
          {list.format(missing.map((network) => networkFacts[network].label))}{' '}
          {missing.length === 1 ? 'has' : 'have'} no account of this brand yet.{' '}
          <Link
            to="/settings/accounts"
            className="font-medium text-accent-ink underline underline-offset-2"
          >
            Connect
          </Link>
        </p>
      )}
    </fieldset>
  )
}

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' })
