import type { Network } from '@rheos/contract'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { SpendButton } from '../credits/spend-button.tsx'
import { useHashtags } from '../writing/use-hashtags.ts'
import type { PostDraft } from './post-draft.ts'
import type { FieldEdit } from './post-fields.ts'
import { textParts } from './post-for-network.ts'

export interface HashtagRowProps {
  readonly draft: PostDraft
  readonly network: Network | undefined
}

/** Hashtags that would suit the text; each is put at its end when it is chosen. */
export function HashtagRow({ draft, network }: HashtagRowProps) {
  const hashtags = useHashtags()
  const [tags, setTags] = useState<readonly string[]>([])
  const [none, setNone] = useState(false)

  function add(tag: string): void {
    setTags((known) => known.filter((other) => other !== tag))
    const own = network !== undefined && draft.post.versions[network]?.body !== undefined
    const name = own ? (`${network}.body` as const) : 'body'
    const text = textParts(draft.post, own ? network : undefined)[0] ?? ''
    draft.edit({ [name]: withTag(text, tag) } as FieldEdit, { label: `${tag} added` })
  }

  return (
    <div className="mt-3 flex flex-wrap items-start gap-2">
      <SpendButton
        action="text.rewrite"
        label="Suggest hashtags"
        size="sm"
        variant="ghost"
        quiet
        className="-ms-2"
        onSpend={async (spend) => {
          const { id: postId, brandId } = draft.post
          const found = await hashtags.start(
            {
              text: textParts(draft.post, network).join('\n\n'),
              postId,
              ...(brandId !== null && { brandId }),
              ...(network !== undefined && { network }),
            },
            spend,
          )
          setTags(found ?? [])
          setNone(found?.length === 0)
        }}
      />
      {tags.map((tag) => (
        <button
          key={tag}
          type="button"
          aria-label={`Add ${tag}`}
          onClick={() => add(tag)}
          className="inline-flex h-10 items-center gap-1 rounded-full border border-line px-3 text-sm hover:border-line-strong md:h-8"
        >
          <Plus size={14} aria-hidden="true" className="text-muted" />
          <bdi>{tag}</bdi>
        </button>
      ))}
      <span role="status" className="self-center text-sm text-muted">
        {none && tags.length === 0 && 'No hashtag would help here.'}
      </span>
    </div>
  )
}

/** At the end of the text, in the line of hashtags where it ends with one. */
function withTag(text: string, tag: string): string {
  const trimmed = text.trimEnd()
  if (trimmed === '') return tag
  const last = trimmed.slice(trimmed.lastIndexOf('\n') + 1).trim()
  return /^(#\S+\s*)+$/u.test(last) ? `${trimmed} ${tag}` : `${trimmed}\n\n${tag}`
}
