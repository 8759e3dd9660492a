import type { Asset, NewCrop } from '@rheos/contract'
import { useState } from 'react'
import { useCropAsset } from '../../api/assets.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { CropFrame } from './crop-frame.tsx'
import { type CropRegion, type CropShape, cropShapes, largest } from './crop-region.ts'

export interface CropDialogProps {
  readonly asset: Asset
  /** Ids of the shapes to offer, as `square` or `story`, the first of them chosen; absent: all. */
  readonly shapes?: readonly string[]
  readonly onClose: () => void
  /** The part, as a picture of its own; the one it was cut from stays. */
  readonly onMade: (asset: Asset) => void
}

/** Cuts a part out of a picture, by pointer or by keyboard, in the shapes that networks show. */
export function CropDialog({ asset, shapes, onClose, onMade }: CropDialogProps) {
  const offered = offeredShapes(shapes)
  const picture = asset.width / asset.height
  const [shape, setShape] = useState<CropShape | undefined>(offered[0])
  const [region, setRegion] = useState<CropRegion>(() => largest(picture, offered[0]?.ratio))
  const crop = useCropAsset()
  const size = sizeOf(asset, region, shape)

  function choose(next: CropShape): void {
    setShape(next)
    setRegion(largest(picture, next.ratio))
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Crop"
      description="The picture itself stays as it is; the part becomes one of its own."
      width="wide"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            loading={crop.isPending}
            onClick={() =>
              crop.mutate({ assetId: asset.id, crop: wishOf(region, size) }, { onSuccess: onMade })
            }
          >
            Crop
          </Button>
        </>
      }
    >
      <fieldset className="mb-4 flex flex-wrap gap-1.5">
        <legend className="sr-only">Shape</legend>
        {offered.map((one) => (
          <Chip key={one.id} selected={one.id === shape?.id} onClick={() => choose(one)}>
            {one.label}
          </Chip>
        ))}
      </fieldset>
      <CropFrame asset={asset} region={region} ratio={shape?.ratio} onChange={setRegion} />
      <p className="mt-3 text-sm text-muted tabular-nums">
        {size.width} × {size.height} px. Arrows move the frame; with shift they resize it.
      </p>
      {crop.isError && <ErrorNotice error={crop.error} className="mt-3" />}
    </Dialog>
  )
}

function offeredShapes(ids: readonly string[] | undefined): readonly CropShape[] {
  if (ids === undefined) return cropShapes
  return ids.flatMap((id) => cropShapes.find((shape) => shape.id === id) ?? [])
}

/** What comes out, in pixels: the part as it is, or brought down to what networks show. */
function sizeOf(asset: Asset, region: CropRegion, shape: CropShape | undefined) {
  const own = {
    width: Math.max(1, Math.round(region.width * asset.width)),
    height: Math.max(1, Math.round(region.height * asset.height)),
  }
  const { target } = shape ?? {}
  const isLarger = target !== undefined && own.width > target.width && own.height > target.height
  return isLarger ? { ...target, isTarget: true } : { ...own, isTarget: false }
}

function wishOf(region: CropRegion, size: ReturnType<typeof sizeOf>): NewCrop {
  const { width, height } = size
  return { unit: 'fraction', ...region, ...(size.isTarget && { target: { width, height } }) }
}
