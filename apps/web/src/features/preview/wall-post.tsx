import { Earth, Ellipsis, MessageSquareText, Repeat2, Send, Share2, ThumbsUp } from 'lucide-react'
import { ActionRow } from './action-row.tsx'
import { FoldedText } from './folded-text.tsx'
import { PictureGrid } from './picture-grid.tsx'
import { PreviewAvatar } from './preview-avatar.tsx'
import type { PreviewContent } from './preview-content.ts'

export interface WallPostProps {
  readonly content: PreviewContent
  readonly network: 'linkedin' | 'facebook'
}

const actions = {
  linkedin: [
    [ThumbsUp, 'Like'],
    [MessageSquareText, 'Comment'],
    [Repeat2, 'Repost'],
    [Send, 'Send'],
  ],
  facebook: [
    [ThumbsUp, 'Like'],
    [MessageSquareText, 'Comment'],
    [Share2, 'Share'],
  ],
} as const

/** A post with its author above, the text, and pictures from edge to edge. */
export function WallPost({ content, network }: WallPostProps) {
  const { name, parts, pictures } = content
  return (
    <>
      <div className="flex items-center gap-2.5 px-4 pt-3">
        <PreviewAvatar
          content={content}
          square={network === 'linkedin'}
          className={network === 'linkedin' ? 'size-12' : 'size-10'}
        />
        <div className="min-w-0 flex-1 text-xs text-(--preview-muted)">
          <p className="truncate text-sm font-semibold text-(--preview-ink)">
            <bdi>{name}</bdi>
          </p>
          <p className="flex items-center gap-1">
            {network === 'linkedin' ? 'Now' : 'Just now'} ·{' '}
            <Earth aria-hidden="true" className="size-3" />
          </p>
        </div>
        <Ellipsis aria-hidden="true" className="size-5 self-start text-(--preview-muted)" />
      </div>
      <FoldedText network={network} text={parts.join('\n\n')} className="px-4 py-3" />
      <PictureGrid
        pictures={pictures}
        layout="banner"
        max={network === 'linkedin' ? 4 : 5}
        shapes={[4 / 5, 1.91]}
      />
      <ActionRow
        actions={actions[network]}
        className="justify-around border-t border-(--preview-line) px-2 py-3"
      />
    </>
  )
}
