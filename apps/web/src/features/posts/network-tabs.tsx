import type { Network } from '@rheos/contract'
import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../../ui/button.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { toast } from '../../ui/toast.ts'
import { networkFacts, networkNames } from '../writing/networks.ts'
import type { PostDraft } from './post-draft.ts'
import { useField, useOfDraft } from './use-post-draft.ts'

export type OpenTab = Network | 'all'

export interface NetworkTabsProps {
  readonly draft: PostDraft
  readonly open: OpenTab
  readonly onOpen: (tab: OpenTab) => void
  readonly children: ReactNode
}

/** A tab for what all networks share and one for each network of the post. */
export function NetworkTabs({ draft, open, onOpen, children }: NetworkTabsProps) {
  const networks = useField(draft, 'networks')
  const versions = useOfDraft(draft, ({ post }) => ownVersions(post.versions))
  const own = versions.split(' ')
  const left = networkNames.filter((network) => !networks.includes(network))

  function add(network: Network): void {
    draft.edit(
      { networks: [...draft.post.networks, network] },
      { label: `${networkFacts[network].label} added` },
    )
    onOpen(network)
  }

  return (
    <Tabs<OpenTab>
      label="Networks"
      value={open}
      onChange={onOpen}
      panelClass="pt-5"
      tabs={[
        { value: 'all', label: 'All networks' },
        ...networks.map((network) => ({
          value: network,
          label: networkFacts[network].label,
          mark: own.includes(network) && (
            <span className="ms-1.5 inline-block size-1.5 rounded-full bg-accent align-middle">
              <span className="sr-only"> has its own version</span>
            </span>
          ),
        })),
      ]}
      end={
        left.length > 0 && (
          <Menu
            trigger={
              <Button
                size="sm"
                variant="ghost"
                className="shrink-0"
                icon={<Plus size={16} aria-hidden="true" />}
              >
                {networks.length === 0 ? (
                  'Add networks'
                ) : (
                  <span className="max-sm:sr-only">Add</span>
                )}
              </Button>
            }
          >
            {left.map((network) => (
              <MenuItem key={network} onSelect={() => add(network)}>
                {networkFacts[network].label}
              </MenuItem>
            ))}
          </Menu>
        )
      }
    >
      {children}
    </Tabs>
  )
}

/** Takes a network away at once, and offers to take that back. */
export function removeNetwork(draft: PostDraft, network: Network): void {
  const label = `${networkFacts[network].label} removed`
  draft.edit({ networks: draft.post.networks.filter((other) => other !== network) }, { label })
  toast({
    title: label,
    action: { label: 'Undo', onPress: () => draft.undo() },
    id: 'network-removed',
  })
}

/** As a text, so that it stays the same while it says the same. */
function ownVersions(versions: Partial<Record<Network, unknown>>): string {
  return Object.keys(versions).join(' ')
}
