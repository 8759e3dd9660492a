import type { Asset, MediaItem } from '@rheos/contract'
import { lazy, Suspense, useEffect, useEffectEvent } from 'react'
import { problemFrom } from '../../api/api-error.ts'
import { useAsset } from '../../api/assets.ts'
import { toast } from '../../ui/toast.ts'

const CropDialog = lazy(async () => ({
  default: (await import('../library/crop-dialog.tsx')).CropDialog,
}))

export interface CropPictureProps {
  readonly item: MediaItem
  readonly onMade: (crop: Asset) => void
  readonly onClose: () => void
}

/** Cuts a part out of a picture of the post, which stays in the library as it is. */
export function CropPicture({ item, onMade, onClose }: CropPictureProps) {
  const { data: asset, error } = useAsset(item.assetId)
  const refuse = useEffectEvent((reason: Error) => {
    toast({ title: problemFrom(reason).detail, tone: 'danger' })
    onClose()
  })
  useEffect(() => {
    if (error !== null) refuse(error)
  }, [error])
  if (asset === undefined) return null
  return (
    <Suspense fallback={null}>
      <CropDialog asset={asset} onClose={onClose} onMade={onMade} />
    </Suspense>
  )
}
