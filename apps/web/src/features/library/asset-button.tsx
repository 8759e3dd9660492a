import type { Asset } from '@rheos/contract'
import { AssetPicture } from './asset-picture.tsx'
import { DurationBadge } from './duration-badge.tsx'

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
      className="group relative flex w-full items-center justify-center overflow-hidden rounded-lg bg-sunken"
      style={{ aspectRatio: asset.width / asset.height }}
      onClick={() => onOpen(asset)}
    >
      <AssetPicture
        asset={asset}
        sizes={sizes}
        className="h-auto w-full transition-opacity group-hover:opacity-90"
        ownSize
      />
      {asset.durationMs !== null && <DurationBadge durationMs={asset.durationMs} />}
    </button>
  )
}
