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
      className="group block w-full overflow-hidden rounded-lg"
      onClick={() => onOpen(asset)}
    >
      <AssetPicture
        asset={asset}
        sizes={sizes}
        className="h-auto w-full transition-opacity group-hover:opacity-90"
      />
    </button>
  )
}
