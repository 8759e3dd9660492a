import type { Asset } from '@rheos/contract'
import { AssetPicture } from './asset-picture.tsx'

export interface AssetButtonProps {
  readonly asset: Asset
  readonly sizes: string
  readonly onOpen: (asset: Asset) => void
}

/** A picture to press. */
export function AssetButton({ asset, sizes, onOpen }: AssetButtonProps) {
  return (
    <button
      type="button"
      className="group flex w-full items-center justify-center overflow-hidden rounded-lg bg-sunken"
      style={{ aspectRatio: asset.width / asset.height }}
      onClick={() => onOpen(asset)}
    >
      <AssetPicture
        asset={asset}
        sizes={sizes}
        className="h-auto w-full transition-opacity group-hover:opacity-90"
        ownSize
      />
    </button>
  )
}
