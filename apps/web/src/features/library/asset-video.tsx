import type { Asset } from '@rheos/contract'
import { useState } from 'react'
import { useWorkspace } from '../../api/account.ts'
import { contentUrl } from '../../api/assets.ts'

export interface AssetVideoProps {
  readonly asset: Asset
  readonly className?: string
}

/** A video of the library with the controls of the browser; nothing of it is loaded before it is played. */
export function AssetVideo({ asset, className = '' }: AssetVideoProps) {
  const { id } = useWorkspace()
  const [isUnplayable, setUnplayable] = useState(false)
  return (
    <div className="w-full">
      {/* biome-ignore lint/a11y/useMediaCaption: what people upload has no captions with it. */}
      <video
        src={asset.url}
        poster={contentUrl(id, asset.id, { width: 1280, format: 'webp' })}
        width={asset.width}
        height={asset.height}
        controls
        playsInline
        preload="metadata"
        aria-label={asset.alt || asset.fileName || 'Video without a description'}
        onError={() => setUnplayable(true)}
        className={`bg-sunken ${className}`}
      />
      {isUnplayable && (
        <p role="status" className="p-3 text-center text-sm text-muted">
          This browser does not play this kind of video. Download it to see it.
        </p>
      )}
    </div>
  )
}
