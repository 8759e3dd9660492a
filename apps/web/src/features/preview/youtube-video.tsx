import { Play, Share2, ThumbsDown, ThumbsUp } from 'lucide-react'
import { ActionRow } from './action-row.tsx'
import { FoldedText } from './folded-text.tsx'
import { MissingPicture } from './missing-picture.tsx'
import { Picture } from './picture-grid.tsx'
import { PreviewAvatar } from './preview-avatar.tsx'
import type { PreviewContent } from './preview-content.ts'

/** A video, upright as a Short or wide, with title, channel and the folded description. */
export function YoutubeVideo({ content }: { readonly content: PreviewContent }) {
  const { name, handle, title, parts, pictures } = content
  const [first] = pictures
  const isShort = first !== undefined && first.shape <= 1
  return (
    <>
      <div
        className={`relative mx-auto overflow-hidden ${isShort ? 'mt-4 w-2/3 rounded-lg' : ''}`}
        style={{ aspectRatio: isShort ? 9 / 16 : 16 / 9 }}
      >
        {first === undefined ? <MissingPicture what="video" /> : <Picture picture={first} />}
        {first !== undefined && !first.isVideo && (
          <span
            aria-hidden="true"
            className="absolute inset-0 m-auto grid h-11 w-16 place-items-center rounded-lg bg-(--preview-scrim) text-(--preview-on-scrim)"
          >
            <Play className="size-6 fill-current" />
          </span>
        )}
      </div>
      <div className="space-y-3 p-4">
        <p className="text-lg leading-snug font-semibold wrap-anywhere" dir="auto">
          {title || <span className="text-(--preview-muted)">No title yet</span>}
        </p>
        <div className="flex items-center gap-3">
          <PreviewAvatar content={content} className="size-9" />
          <div className="min-w-0 flex-1 text-xs text-(--preview-muted)">
            <p className="truncate text-sm font-semibold text-(--preview-ink)">
              <bdi>{name}</bdi>
            </p>
            <p className="truncate">{handle}</p>
          </div>
          <span
            aria-hidden="true"
            className="rounded-full bg-(--preview-ink) px-3.5 py-2 text-sm font-medium text-(--preview-ground)"
          >
            Subscribe
          </span>
        </div>
        <ActionRow actions={[ThumbsUp, ThumbsDown, Share2]} className="gap-6" />
        {parts.join('').trim() !== '' && (
          <div className="rounded-lg bg-(--preview-tint) p-3 text-sm">
            <FoldedText network="youtube" text={parts.join('\n\n')} />
          </div>
        )}
      </div>
    </>
  )
}
