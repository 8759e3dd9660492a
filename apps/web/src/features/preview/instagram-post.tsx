import {
  Bookmark,
  ChevronLeft,
  ChevronRight,
  Ellipsis,
  Heart,
  MessageCircle,
  Send,
} from 'lucide-react'
import { useState } from 'react'
import { ActionRow } from './action-row.tsx'
import { FoldedText } from './folded-text.tsx'
import { MissingPicture } from './missing-picture.tsx'
import { Picture } from './picture-grid.tsx'
import { PreviewAvatar } from './preview-avatar.tsx'
import type { PreviewContent } from './preview-content.ts'

/** A picture or a carousel with its dots, and the caption below. */
export function InstagramPost({ content }: { readonly content: PreviewContent }) {
  const { handle, parts, pictures } = content
  const [at, setAt] = useState(0)
  const index = Math.min(at, Math.max(0, pictures.length - 1))
  const shown = pictures[index]
  const shape = Math.min(1.91, Math.max(4 / 5, pictures[0]?.shape ?? 1))
  return (
    <>
      <div className="flex items-center gap-2.5 px-3 py-2.5">
        <PreviewAvatar content={content} className="size-8" />
        <p className="min-w-0 flex-1 truncate text-sm font-semibold">{handle}</p>
        <Ellipsis aria-hidden="true" className="size-5" />
      </div>
      <div className="relative overflow-hidden" style={{ aspectRatio: shape }}>
        {shown === undefined ? <MissingPicture /> : <Picture picture={shown} />}
        {pictures.length > 1 && (
          <>
            <span className="absolute end-3 top-3 rounded-full bg-(--preview-scrim) px-2.5 py-1 text-xs text-(--preview-on-scrim) tabular-nums">
              {index + 1}/{pictures.length}
            </span>
            {index > 0 && <Turn to="previous" onTurn={() => setAt(index - 1)} />}
            {index < pictures.length - 1 && <Turn to="next" onTurn={() => setAt(index + 1)} />}
          </>
        )}
      </div>
      <div className="relative flex items-center justify-between px-3 pt-3">
        <ActionRow actions={[Heart, MessageCircle, Send]} className="gap-4 text-(--preview-ink)" />
        {pictures.length > 1 && <Dots many={pictures.length} at={index} />}
        <Bookmark aria-hidden="true" className="size-5" strokeWidth={1.75} />
      </div>
      <FoldedText
        network="instagram"
        text={parts.join('\n\n')}
        className="px-3 pt-2 text-sm"
        lead={<span className="me-1.5 font-semibold">{handle}</span>}
      />
      <p className="px-3 pt-1 pb-3 text-xs text-(--preview-muted)">Just now</p>
    </>
  )
}

function Turn({ to, onTurn }: { readonly to: 'previous' | 'next'; readonly onTurn: () => void }) {
  const Icon = to === 'previous' ? ChevronLeft : ChevronRight
  return (
    <button
      type="button"
      aria-label={to === 'previous' ? 'Previous picture' : 'Next picture'}
      onClick={onTurn}
      className={`hit-area absolute! top-1/2 grid size-7 -translate-y-1/2 place-items-center rounded-full bg-(--preview-scrim) text-(--preview-on-scrim) ${to === 'previous' ? 'left-3' : 'right-3'}`}
    >
      <Icon aria-hidden="true" className="size-4" />
    </button>
  )
}

function Dots({ many, at }: { readonly many: number; readonly at: number }) {
  return (
    <span aria-hidden="true" className="absolute inset-x-0 flex justify-center gap-1 pt-0.5">
      {Array.from({ length: many }, (_, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a dot is its place.
          key={index}
          className={`size-1.5 rounded-full ${index === at ? 'bg-(--preview-link)' : 'bg-(--preview-line)'}`}
        />
      ))}
    </span>
  )
}
