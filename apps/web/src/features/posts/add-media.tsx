import type { Asset, Network } from '@rheos/contract'
import { Images, Sparkles } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { toast } from '../../ui/toast.ts'
import { countText } from '../count-text.ts'
import { AssetPicker } from '../library/asset-picker.tsx'
import { assetWord } from '../library/asset-word.ts'
import { UploadButton } from '../library/upload-button.tsx'
import { CarouselLink } from './carousel-link.tsx'
import type { PostDraft } from './post-draft.ts'
import type { FieldEdit } from './post-fields.ts'
import { mediaFor } from './post-for-network.ts'
import { mediaMax } from './post-limits.ts'

const ImageStudio = lazy(async () => ({
  default: (await import('../images/image-studio.tsx')).ImageStudio,
}))

export interface AddMediaProps {
  readonly draft: PostDraft
  readonly network: Network | undefined
  readonly onFiles: (files: readonly File[]) => void
}

/** The ways a picture or video comes into a post, beside dropping and pasting it. */
export function AddMedia({ draft, network, onFiles }: AddMediaProps) {
  const [picking, setPicking] = useState(false)
  const [drawing, setDrawing] = useState(false)
  return (
    <div className="mt-4 flex flex-wrap gap-2">
      <UploadButton variant="secondary" multiple videos onFiles={onFiles} />
      <Button icon={<Images size={16} aria-hidden="true" />} onClick={() => setPicking(true)}>
        From the library
      </Button>
      <Button icon={<Sparkles size={16} aria-hidden="true" />} onClick={() => setDrawing(true)}>
        Generate
      </Button>
      <CarouselLink draft={draft} />
      {drawing && (
        <Suspense fallback={null}>
          <ImageStudio
            open
            onClose={() => setDrawing(false)}
            onPick={(asset) => {
              setDrawing(false)
              attach(draft, network, [asset])
            }}
            post={draft.post}
            brandId={draft.post.brandId ?? undefined}
          />
        </Suspense>
      )}
      <AssetPicker
        title="Choose a picture or video"
        videos
        open={picking}
        onClose={() => setPicking(false)}
        onPick={(asset) => {
          setPicking(false)
          attach(draft, network, [asset])
        }}
      />
    </div>
  )
}

const nameOf = { picture: 'Picture', video: 'Video', file: 'File' } as const

/** Puts pictures and videos at the end of what this network shows. */
export function attach(
  draft: PostDraft,
  network: Network | undefined,
  assets: readonly Asset[],
): void {
  const media = mediaFor(draft.post, network)
  const known = new Set(media.map(({ assetId }) => assetId))
  const added = assets.filter(({ id }) => !known.has(id))
  if (added.length === 0) return
  const next = [...media, ...added.map(({ id, alt }) => ({ assetId: id, alt }))]
  if (next.length > mediaMax) {
    toast({ title: `A post holds at most ${mediaMax} files`, tone: 'danger' })
  }
  const isOwn = network !== undefined && draft.post.versions[network]?.media !== undefined
  const field = isOwn ? (`${network}.media` as const) : 'media'
  const word = assetWord(added)
  const label =
    added.length === 1 ? `${nameOf[word]} added` : `${countText(added.length, word)} added`
  draft.edit(
    {
      [field]: next.slice(0, mediaMax),
      ...(draft.post.type === 'text' && { type: word === 'picture' ? 'image' : 'video' }),
    } as FieldEdit,
    { label },
  )
}
