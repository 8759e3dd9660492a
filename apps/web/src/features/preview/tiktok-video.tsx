import { Bookmark, Heart, MessageCircle, Music2, Share2 } from 'lucide-react'
import { ActionRow } from './action-row.tsx'
import { FoldedText } from './folded-text.tsx'
import { MissingPicture } from './missing-picture.tsx'
import { Picture } from './picture-grid.tsx'
import { PreviewAvatar } from './preview-avatar.tsx'
import type { PreviewContent, PreviewPicture } from './preview-content.ts'
import { PressedVideo } from './preview-video.tsx'

/** The whole screen of a phone, with the caption over the lower part of the picture. */
export function TiktokVideo({ content }: { readonly content: PreviewContent }) {
  const { handle, title, parts, pictures } = content
  const [first] = pictures
  return (
    <div className="relative isolate aspect-9/16 overflow-hidden">
      <div className="absolute inset-0">
        {first === undefined ? (
          <MissingPicture what="picture or video" />
        ) : (
          <Filling picture={first} />
        )}
      </div>
      <div className="pointer-events-none absolute inset-x-0 bottom-0 flex items-end gap-3 bg-linear-to-t from-(--preview-shade) from-55% to-transparent p-4 pt-28">
        <div className="pointer-events-auto max-h-72 min-w-0 flex-1 space-y-1 overflow-y-auto text-sm">
          <p className="truncate font-semibold">{handle}</p>
          {title !== '' && (
            <p className="font-semibold wrap-anywhere" dir="auto">
              {title}
            </p>
          )}
          <FoldedText network="tiktok" text={parts.join('\n\n')} />
          {pictures.length > 1 && <Dashes many={pictures.length} />}
          <p className="flex items-center gap-1.5 pt-1 text-xs">
            <Music2 aria-hidden="true" className="size-3.5 shrink-0" />
            <span className="truncate">original sound · {handle}</span>
          </p>
        </div>
        <div className="flex flex-col items-center gap-5">
          <PreviewAvatar content={content} className="size-11" />
          <ActionRow
            actions={[Heart, MessageCircle, Bookmark, Share2]}
            className="flex-col gap-5 text-(--preview-ink)"
          />
        </div>
      </div>
    </div>
  )
}

function Filling({ picture }: { readonly picture: PreviewPicture }) {
  return picture.isVideo ? <PressedVideo video={picture} /> : <Picture picture={picture} />
}

function Dashes({ many }: { readonly many: number }) {
  return (
    <span aria-hidden="true" className="flex gap-1 pt-2">
      {Array.from({ length: many }, (_, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a dash is its place.
          key={index}
          className={`h-0.5 flex-1 rounded-full ${index === 0 ? 'bg-(--preview-ink)' : 'bg-(--preview-line)'}`}
        />
      ))}
    </span>
  )
}
