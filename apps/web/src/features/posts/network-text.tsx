import type { Network } from '@rheos/contract'
import { PenLine, Undo2 } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { toast } from '../../ui/toast.ts'
import { networkFacts } from '../writing/networks.ts'
import { DraftText } from './draft-text.tsx'
import { FirstComment } from './first-comment.tsx'
import { removeNetwork } from './network-tabs.tsx'
import type { DraftView, PostDraft } from './post-draft.ts'
import type { FieldEdit } from './post-fields.ts'
import { TextCount } from './text-count.tsx'
import { ThreadParts } from './thread-parts.tsx'
import { useOfDraft } from './use-post-draft.ts'
import { useResting } from './use-resting.ts'

export interface NetworkTextProps {
  readonly draft: PostDraft
  readonly network: Network
  readonly onLeave: () => void
}

/** What one network gets: the common text, or its own. */
export function NetworkText({ draft, network, onLeave }: NetworkTextProps) {
  const isOwn = useOfDraft(draft, ({ post }) => post.versions[network]?.body !== undefined)
  const { label } = networkFacts[network]

  function customise(): void {
    draft.edit({ [`${network}.body`]: draft.post.body } as FieldEdit, {
      label: `Own version for ${label}`,
    })
  }

  function follow(): void {
    draft.edit({ [`${network}.body`]: undefined, [`${network}.thread`]: undefined } as FieldEdit, {
      label: `${label} follows again`,
    })
    toast({
      title: `${label} follows the common text again`,
      action: { label: 'Undo', onPress: () => draft.undo() },
      id: 'follows',
    })
  }

  return (
    <>
      {isOwn ? <OwnText draft={draft} network={network} /> : <CommonText draft={draft} />}
      <TextCount draft={draft} network={network} />
      {isOwn && <ThreadParts draft={draft} network={network} />}
      <FirstComment draft={draft} network={network} />
      <div className="mt-4 flex flex-wrap gap-2">
        {isOwn ? (
          <Button size="sm" icon={<Undo2 size={16} aria-hidden="true" />} onClick={follow}>
            Follow the common text again
          </Button>
        ) : (
          <Button size="sm" icon={<PenLine size={16} aria-hidden="true" />} onClick={customise}>
            Customise for {label}
          </Button>
        )}
        <Button
          size="sm"
          variant="ghost"
          onClick={() => {
            onLeave()
            removeNetwork(draft, network)
          }}
        >
          Remove {label}
        </Button>
      </div>
    </>
  )
}

function OwnText({ draft, network }: { readonly draft: PostDraft; readonly network: Network }) {
  return (
    <DraftText
      draft={draft}
      name={`${network}.body`}
      network={network}
      label={`Text for ${networkFacts[network].label}`}
      placeholder={`Write for ${networkFacts[network].label}`}
    />
  )
}

function CommonText({ draft }: { readonly draft: PostDraft }) {
  const text = useResting(draft, readBody)
  return (
    <section aria-label="The common text">
      <p className="mb-2 text-sm text-muted">Follows the text for all networks</p>
      <p dir="auto" className="min-h-16 text-lg leading-relaxed whitespace-pre-wrap">
        {text || <span className="text-muted">Nothing written yet</span>}
      </p>
    </section>
  )
}

const readBody = ({ post }: DraftView): string => post.body
