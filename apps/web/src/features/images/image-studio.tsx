import type { Aspect, Asset, Post } from '@rheos/contract'
import { useBrands } from '../../api/brands.ts'
import { useCurrentBrand } from '../../api/current-brand.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { PausePanel } from '../credits/pause-panel.tsx'
import { Studio } from './studio.tsx'

export interface ImageStudioProps {
  readonly open: boolean
  readonly onClose: () => void
  /** The picture that was chosen; whoever opened the studio closes it. */
  readonly onPick: (asset: Asset) => void
  /** What the picture is for. */
  readonly post?: Post
  /** Whose look it gets; the present brand unless said otherwise. */
  readonly brandId?: string | undefined
  readonly shape?: Aspect
}

/** The image studio in place, over whatever wants a picture. */
export function ImageStudio(props: ImageStudioProps) {
  const { open, onClose, onPick, post, brandId, shape } = props
  const current = useCurrentBrand().brand
  const brands = useBrands().data ?? []
  const brand = brandId === undefined ? current : brands.find(({ id }) => id === brandId)
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose()
      }}
      title="Image studio"
      width="whole"
    >
      <PausePanel />
      <Studio brand={brand} post={post} shape={shape} onPick={onPick} />
    </Dialog>
  )
}
