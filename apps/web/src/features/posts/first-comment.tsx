import type { Network } from '@rheos/contract'
import { limits } from '@rheos/preflight'
import { MessageSquarePlus, X } from 'lucide-react'
import { useRef } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { networkFacts } from '../writing/networks.ts'
import { DraftText } from './draft-text.tsx'
import type { PostDraft } from './post-draft.ts'
import type { FieldEdit } from './post-fields.ts'
import { TextCount } from './text-count.tsx'
import { useOfDraft } from './use-post-draft.ts'

export interface FirstCommentProps {
  readonly draft: PostDraft
  readonly network: Network
}

/** What the account itself writes under the post once it is out, where the network has that. */
export function FirstComment({ draft, network }: FirstCommentProps) {
  const has = useOfDraft(draft, ({ post }) => post.versions[network]?.firstComment !== undefined)
  const place = useRef<HTMLDivElement>(null)
  if (limits[network].comment === null) return null

  function put(text: string | undefined, label: string): void {
    const edit = { [`${network}.firstComment`]: text } as FieldEdit
    flushSync(() => draft.edit(edit, { label }))
    place.current?.querySelector<HTMLElement>('textarea, [data-add]')?.focus()
  }

  return (
    <div ref={place} className="empty:hidden">
      {has ? (
        <section
          aria-label="First comment"
          className="mt-5 border-t border-dashed border-line-strong pt-4"
        >
          <div className="mb-1 flex items-center gap-1 text-sm text-muted">
            <h3 className="grow">First comment</h3>
            <IconButton
              size="sm"
              label="Remove the first comment"
              icon={<X size={16} aria-hidden="true" />}
              onClick={() => put(undefined, 'First comment removed')}
            />
          </div>
          <DraftText
            draft={draft}
            name={`${network}.firstComment`}
            network={network}
            label={`First comment on ${networkFacts[network].label}`}
            placeholder="Written under the post as soon as it is out"
            className="min-h-10"
          />
          <TextCount draft={draft} network={network} part="comment" />
        </section>
      ) : (
        <Button
          data-add
          size="sm"
          variant="ghost"
          className="mt-3 -ms-2"
          icon={<MessageSquarePlus size={16} aria-hidden="true" />}
          onClick={() => put('', 'First comment added')}
        >
          Add a first comment
        </Button>
      )}
    </div>
  )
}
