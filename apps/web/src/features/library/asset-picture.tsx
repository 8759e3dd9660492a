import type { Asset } from '@rheos/contract'
import { useWorkspace } from '../../api/account.ts'
import { contentUrl } from '../../api/assets.ts'

const widths = [320, 640, 1280] as const

export interface AssetPictureProps {
  readonly asset: Asset
  /** How wide it is drawn, as the `sizes` attribute says it. */
  readonly sizes: string
  readonly eager?: boolean
  readonly className?: string
}

/** A picture of the library in the size that fits; its room is kept before it has come. */
export function AssetPicture({ asset, sizes, eager = false, className = '' }: AssetPictureProps) {
  const { id } = useWorkspace()
  const sources = widths.map(
    (width) => `${contentUrl(id, asset.id, { width, format: 'webp' })} ${width}w`,
  )
  return (
    <img
      src={asset.url}
      srcSet={sources.join(', ')}
      sizes={sizes}
      width={asset.width}
      height={asset.height}
      alt={asset.alt || asset.made?.prompt || asset.fileName || 'Picture without a description'}
      loading={eager ? 'eager' : 'lazy'}
      decoding="async"
      className={`bg-sunken ${className}`}
    />
  )
}
