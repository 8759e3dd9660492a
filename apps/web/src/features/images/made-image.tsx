import type { Asset } from '@rheos/contract'
import { Check, Download, SlidersHorizontal } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { AssetButton } from '../library/asset-button.tsx'

export interface MadeImageProps {
  readonly asset: Asset
  /** Which of its run it is, from 1. */
  readonly place: number
  readonly large: boolean
  readonly onOpen: (asset: Asset) => void
  readonly onPick: ((asset: Asset) => void) | undefined
}

/** A picture that was made, with what one does with it next. */
export function MadeImage({ asset, place, large, onOpen, onPick }: MadeImageProps) {
  return (
    <li className="group relative min-w-0">
      <AssetButton
        asset={asset}
        sizes={large ? '(min-width: 68rem) 34rem, 92vw' : '16rem'}
        onOpen={onOpen}
      />
      <a
        href={asset.downloadUrl}
        download
        aria-label={`Download image ${place}`}
        className="absolute end-2 top-2 inline-flex size-10 items-center justify-center rounded-md bg-raised text-ink shadow-low transition-opacity hover:bg-hover focus-visible:opacity-100 lg:opacity-0 lg:group-hover:opacity-100"
      >
        <Download size={16} aria-hidden="true" />
      </a>
      <div className="mt-2 flex flex-wrap gap-2">
        {onPick !== undefined && (
          <Button
            size="sm"
            variant="primary"
            icon={<Check size={14} aria-hidden="true" />}
            aria-label={`Use image ${place}`}
            onClick={() => onPick(asset)}
          >
            Use
          </Button>
        )}
        <Button
          size="sm"
          icon={<SlidersHorizontal size={14} aria-hidden="true" />}
          aria-label={`Change image ${place}`}
          onClick={() => onOpen(asset)}
        >
          Change
        </Button>
      </div>
    </li>
  )
}
