import type { Asset } from '@rheos/contract'
import { useWorkspace } from '../../api/account.ts'
import { contentUrl } from '../../api/assets.ts'
import { classNames } from '../../ui/class-names.ts'
import { fillsFrame } from './fills-frame.ts'
import type { Shape } from './justified-rows.ts'

const widths = [320, 640, 1280] as const

export interface AssetPictureProps {
  readonly asset: Asset
  /** How wide it is drawn, as the `sizes` attribute says it. */
  readonly sizes: string
  readonly eager?: boolean
  /** Never drawn larger than it is, where its place would be. */
  readonly ownSize?: boolean
  /** Of about this size, positioned: the picture fills it, or stands in its middle where that would spoil it. */
  readonly frame?: Shape
  readonly className?: string
}

/** A picture of the library in the size that fits; its room is kept before it has come. */
export function AssetPicture(props: AssetPictureProps) {
  const { asset, sizes, eager = false, ownSize = false, frame, className = '' } = props
  const { id } = useWorkspace()
  const isWhole = frame !== undefined && !fillsFrame(asset, frame)
  const marked = asset.watermarked
  const sources = widths.map(
    (width) => `${contentUrl(id, asset.id, { width, format: 'webp', marked })} ${width}w`,
  )
  return (
    <img
      src={asset.durationMs === null ? asset.url : asset.thumbnailUrl}
      srcSet={sources.join(', ')}
      sizes={sizes}
      width={asset.width}
      height={asset.height}
      alt={asset.alt || asset.made?.prompt || asset.fileName || withoutWords(asset)}
      loading={eager ? 'eager' : 'lazy'}
      decoding="async"
      draggable={false}
      style={
        isWhole
          ? { maxWidth: asset.width, maxHeight: asset.height }
          : ownSize
            ? { maxWidth: asset.width }
            : undefined
      }
      className={classNames(
        'bg-sunken',
        frame !== undefined && 'absolute inset-0 m-auto size-full',
        frame !== undefined && (isWhole ? 'object-contain' : 'object-cover'),
        className,
      )}
    />
  )
}

function withoutWords({ durationMs }: Asset): string {
  return `${durationMs === null ? 'Picture' : 'Video'} without a description`
}
