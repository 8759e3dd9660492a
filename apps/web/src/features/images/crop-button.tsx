import type { Asset } from '@rheos/contract'
import { Crop } from 'lucide-react'
import { type ComponentType, lazy, Suspense, useState } from 'react'
import { Button } from '../../ui/button.tsx'

interface CropDialogProps {
  readonly asset: Asset
  readonly onClose: () => void
  readonly onMade: (asset: Asset) => void
}

/** Cropping lives in the library; where it is not built there is no button for it. */
const [loadCropping] = Object.values(
  import.meta.glob<{ readonly CropDialog: ComponentType<CropDialogProps> }>(
    '../library/crop-dialog.tsx',
  ),
)
const CropDialog =
  loadCropping && lazy(async () => ({ default: (await loadCropping()).CropDialog }))

export interface CropButtonProps {
  readonly asset: Asset
  /** The part, as a picture of its own. */
  readonly onMade: (asset: Asset) => void
}

/** Cuts a part out of the picture, for nothing. */
export function CropButton({ asset, onMade }: CropButtonProps) {
  const [open, setOpen] = useState(false)
  if (CropDialog === undefined) return null
  return (
    <>
      <Button icon={<Crop size={16} aria-hidden="true" />} onClick={() => setOpen(true)}>
        Crop
      </Button>
      {open && (
        <Suspense>
          <CropDialog asset={asset} onClose={() => setOpen(false)} onMade={onMade} />
        </Suspense>
      )}
    </>
  )
}
