import type { Network } from '@rheos/contract'
import { useMemo } from 'react'
import type { PostDraft } from './post-draft.ts'
import type { FieldEdit } from './post-fields.ts'
import { PostText } from './post-text.tsx'
import { useRewriteWish } from './rewrite-wish.ts'
import { useField } from './use-post-draft.ts'

const typing = { label: 'Typing', typing: true } as const

export interface DraftTextProps {
  readonly draft: PostDraft
  readonly name: 'body' | `${Network}.body` | `${Network}.firstComment`
  readonly network: Network | undefined
  readonly label: string
  readonly placeholder: string
  readonly onNext?: () => void
  readonly className?: string
}

/** One text of the draft, saved as one types. */
export function DraftText(props: DraftTextProps) {
  const { draft, name, network, label, placeholder, onNext, className } = props
  const value = useField(draft, name) ?? ''
  const about = useAbout(draft, network)
  const { wish, take } = useRewriteWish(name)
  return (
    <PostText
      label={label}
      value={value}
      placeholder={placeholder}
      about={about}
      wish={wish}
      onWishTaken={take}
      onType={(text) => draft.edit({ [name]: text } as FieldEdit, typing)}
      onRewritten={() => draft.markRewritten()}
      onNext={onNext}
      className={className ?? 'min-h-40'}
    />
  )
}

export interface ThreadTextProps {
  readonly draft: PostDraft
  readonly network: Network
  readonly at: number
  readonly label: string
  readonly onNext: () => void
}

/** One further part of a thread. */
export function ThreadText({ draft, network, at, label, onNext }: ThreadTextProps) {
  const name = `${network}.thread` as const
  const thread = useField(draft, name) ?? []
  const about = useAbout(draft, network)
  return (
    <PostText
      label={label}
      value={thread[at] ?? ''}
      placeholder="Go on"
      about={about}
      onType={(text) => {
        const parts = draft.post.versions[network]?.thread ?? []
        draft.edit({ [name]: parts.with(at, text) } as FieldEdit, typing)
      }}
      onRewritten={() => draft.markRewritten()}
      onNext={onNext}
      className="min-h-10"
    />
  )
}

function useAbout(draft: PostDraft, network: Network | undefined) {
  const { id, brandId } = draft.post
  return useMemo(() => ({ postId: id, brandId, network }), [id, brandId, network])
}
