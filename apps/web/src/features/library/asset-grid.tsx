import type { Asset } from '@rheos/contract'
import { AssetButton } from './asset-button.tsx'
import { PictureCell, PictureRows } from './picture-rows.tsx'

export interface AssetGridProps {
  readonly assets: readonly Asset[]
  readonly label: string
  readonly rowHeight?: number
  readonly onOpen: (asset: Asset) => void
}

/** Pictures of the library, to be opened. */
export function AssetGrid({ assets, label, rowHeight = 240, onOpen }: AssetGridProps) {
  return (
    <PictureRows rowHeight={rowHeight} label={label}>
      {assets.map((asset) => (
        <PictureCell key={asset.id} width={asset.width} height={asset.height}>
          <AssetButton
            asset={asset}
            sizes={`${Math.round((rowHeight * 1.3 * asset.width) / asset.height)}px`}
            onOpen={onOpen}
          />
        </PictureCell>
      ))}
    </PictureRows>
  )
}

const shapes = [1, 0.8, 1.78, 1, 1.78, 0.8, 1, 1.78] as const

/** The grid before its pictures are known. */
export function AssetGridSkeleton({ rowHeight = 240 }: { readonly rowHeight?: number }) {
  return (
    <PictureRows rowHeight={rowHeight} label="Loading">
      {shapes.map((shape, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity but their place.
        <PictureCell key={index} width={shape * 100} height={100}>
          <div className="skeleton rounded-lg" style={{ aspectRatio: shape }} />
        </PictureCell>
      ))}
    </PictureRows>
  )
}
