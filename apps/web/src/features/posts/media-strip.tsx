import { closestCenter, DndContext, type DragEndEvent } from '@dnd-kit/core'
import { arrayMove, rectSortingStrategy, SortableContext } from '@dnd-kit/sortable'
import type { Asset, MediaItem, Network } from '@rheos/contract'
import { useState } from 'react'
import { useNamedAssets } from '../../api/assets.ts'
import { Button } from '../../ui/button.tsx'
import { useSortSensors } from '../../ui/sort-sensors.ts'
import { toast } from '../../ui/toast.ts'
import { networkFacts } from '../writing/networks.ts'
import { AltEditor } from './alt-editor.tsx'
import { CropPicture } from './crop-picture.tsx'
import { MediaCard } from './media-card.tsx'
import type { PostDraft } from './post-draft.ts'
import type { FieldEdit } from './post-fields.ts'
import { mediaFor } from './post-for-network.ts'
import { useOfDraft } from './use-post-draft.ts'

export interface MediaStripProps {
  readonly draft: PostDraft
  readonly network: Network | undefined
}

/** The pictures and videos of a post in their order: moved by drag or by keyboard, described, taken away. */
export function MediaStrip({ draft, network }: MediaStripProps) {
  const media = useOfDraft(draft, ({ post }) => mediaFor(post, network))
  const isOwn = useOfDraft(
    draft,
    ({ post }) => network !== undefined && post.versions[network]?.media !== undefined,
  )
  const [open, setOpen] = useState<string>()
  const [cropping, setCropping] = useState<MediaItem>()
  const sensors = useSortSensors()
  const field = isOwn && network !== undefined ? (`${network}.media` as const) : 'media'
  const put = (next: readonly MediaItem[], label: string, typing = false): void =>
    draft.edit({ [field]: next } as FieldEdit, { label, typing })
  const ids = media.map(({ assetId }) => assetId)
  const known = new Map(useNamedAssets(ids).map((asset) => [asset.id, asset]))
  const isVideo = (assetId: string) => (known.get(assetId)?.durationMs ?? null) !== null
  const nameOf = (assetId: string) => (isVideo(assetId) ? 'Video' : 'Picture')
  const chosen = media.find(({ assetId }) => assetId === open)

  function onDragEnd({ active, over }: DragEndEvent): void {
    if (over === null || active.id === over.id) return
    put(
      arrayMove([...media], ids.indexOf(String(active.id)), ids.indexOf(String(over.id))),
      `${nameOf(String(active.id))} moved`,
    )
  }

  function replace(whole: MediaItem, crop: Asset): void {
    setCropping(undefined)
    setOpen(undefined)
    put(
      media.map((item) =>
        item.assetId === whole.assetId ? { assetId: crop.id, alt: item.alt || crop.alt } : item,
      ),
      'Picture cropped',
    )
    toast({
      title: 'The crop took the place of the picture',
      action: { label: 'Undo', onPress: () => draft.undo() },
      id: 'picture-cropped',
    })
  }

  function remove(assetId: string): void {
    setOpen(undefined)
    put(
      media.filter((item) => item.assetId !== assetId),
      `${nameOf(assetId)} removed`,
    )
    toast({
      title: `${nameOf(assetId)} taken out of the post`,
      action: { label: 'Undo', onPress: () => draft.undo() },
      id: 'picture-removed',
    })
  }

  if (media.length === 0) return null
  return (
    <section aria-label="Pictures" className="mt-6">
      <DndContext
        sensors={sensors}
        collisionDetection={closestCenter}
        onDragEnd={onDragEnd}
        accessibility={{ announcements: announcing(ids), screenReaderInstructions }}
      >
        <SortableContext items={ids} strategy={rectSortingStrategy}>
          <ul className="flex flex-wrap gap-3">
            {media.map((item, at) => (
              <MediaCard
                key={item.assetId}
                item={item}
                asset={known.get(item.assetId)}
                at={at}
                isOpen={item.assetId === open}
                onOpen={() => setOpen(item.assetId === open ? undefined : item.assetId)}
                onCrop={() => setCropping(item)}
                onRemove={() => remove(item.assetId)}
              />
            ))}
          </ul>
        </SortableContext>
      </DndContext>
      {chosen !== undefined && (
        <AltEditor
          key={chosen.assetId}
          item={chosen}
          place={ids.indexOf(chosen.assetId) + 1}
          isVideo={isVideo(chosen.assetId)}
          postId={draft.post.id}
          brandId={draft.post.brandId}
          onChange={(alt) =>
            put(
              media.map((item) => (item === chosen ? { ...item, alt } : item)),
              'Description',
              true,
            )
          }
          onClose={() => setOpen(undefined)}
        />
      )}
      {cropping !== undefined && (
        <CropPicture
          item={cropping}
          onMade={(crop) => replace(cropping, crop)}
          onClose={() => setCropping(undefined)}
        />
      )}
      {network !== undefined && (
        <OwnPictures draft={draft} network={network} isOwn={isOwn} media={media} />
      )}
    </section>
  )
}

interface OwnPicturesProps {
  readonly draft: PostDraft
  readonly network: Network
  readonly isOwn: boolean
  readonly media: readonly MediaItem[]
}

/** Whether a network shows the pictures of all, or its own. */
function OwnPictures({ draft, network, isOwn, media }: OwnPicturesProps) {
  const { label } = networkFacts[network]
  const put = (next: readonly MediaItem[] | undefined, step: string): void =>
    draft.edit({ [`${network}.media`]: next } as FieldEdit, { label: step })
  return (
    <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
      {isOwn ? `${label} has its own pictures` : 'The pictures for all networks'}
      <Button
        size="sm"
        variant="ghost"
        onClick={() =>
          isOwn
            ? put(undefined, `Pictures of ${label} follow again`)
            : put([...media], `Own pictures for ${label}`)
        }
      >
        {isOwn ? 'Follow the common pictures again' : `Choose others for ${label}`}
      </Button>
    </p>
  )
}

const screenReaderInstructions = {
  draggable:
    'Press space to pick the picture up, the arrow keys to move it, space to put it down, escape to leave it where it was.',
}

function announcing(ids: readonly string[]) {
  const place = (id: string | number): string => `${ids.indexOf(String(id)) + 1} of ${ids.length}`
  return {
    onDragStart: ({ active }: { active: { id: string | number } }) =>
      `Picked up picture ${place(active.id)}.`,
    onDragOver: ({ over }: { over: { id: string | number } | null }) =>
      over === null ? undefined : `Place ${place(over.id)}.`,
    onDragEnd: ({ over }: { over: { id: string | number } | null }) =>
      over === null ? 'Left where it was.' : `Put down at place ${place(over.id)}.`,
    onDragCancel: () => 'Left where it was.',
  }
}
