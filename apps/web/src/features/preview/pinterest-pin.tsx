import { Ellipsis, Heart, Upload } from 'lucide-react'
import { ActionRow } from './action-row.tsx'
import { FoldedText } from './folded-text.tsx'
import { MissingPicture } from './missing-picture.tsx'
import { Picture } from './picture-grid.tsx'
import { PreviewAvatar } from './preview-avatar.tsx'
import type { PreviewContent } from './preview-content.ts'

/** A pin: the picture tall in a card, where it leads to, title, and description. */
export function PinterestPin({ content }: { readonly content: PreviewContent }) {
  const { name, title, parts, pictures, website } = content
  const [first] = pictures
  const shape = Math.min(1.5, Math.max(0.5, first?.shape ?? 2 / 3))
  return (
    <div className="p-4">
      <div className="relative overflow-hidden rounded-xl" style={{ aspectRatio: shape }}>
        {first === undefined ? <MissingPicture /> : <Picture picture={first} />}
        {pictures.length > 1 && (
          <span className="absolute end-3 top-3 rounded-full bg-(--preview-scrim) px-2.5 py-1 text-xs text-(--preview-on-scrim) tabular-nums">
            1/{pictures.length}
          </span>
        )}
      </div>
      <div className="flex items-center justify-between py-3">
        <ActionRow actions={[Heart, Upload, Ellipsis]} className="gap-4" />
        <span
          aria-hidden="true"
          className="rounded-full bg-(--preview-brand) px-4 py-2 text-sm font-semibold text-(--preview-on-brand)"
        >
          Save
        </span>
      </div>
      {website !== null && (
        <p className="truncate text-xs text-(--preview-muted) underline">
          {website.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '')}
        </p>
      )}
      {title !== '' && (
        <p className="pt-1 text-lg leading-snug font-semibold wrap-anywhere" dir="auto">
          {title}
        </p>
      )}
      <FoldedText network="pinterest" text={parts.join('\n\n')} className="pt-1 text-sm" />
      <div className="flex items-center gap-2 pt-3 text-sm">
        <PreviewAvatar content={content} className="size-8" />
        <span className="min-w-0 truncate font-semibold">
          <bdi>{name}</bdi>
        </span>
      </div>
    </div>
  )
}
