import type { Asset, Brand, Generation } from '@rheos/contract'
import { Download, Pencil } from 'lucide-react'
import { isOpen } from '../../api/generations.ts'
import { Button } from '../../ui/button.tsx'
import { countText } from '../count-text.ts'
import { SpendButton } from '../credits/spend-button.tsx'
import type { Spend } from '../credits/use-spend.ts'
import { AssetButton } from '../library/asset-button.tsx'
import { whenText } from '../when.ts'
import { costText, endedText } from './ended-text.ts'
import { ImageGrid } from './image-grid.tsx'
import { RunningGeneration } from './running-generation.tsx'
import { aspectFacts, tierFacts } from './shapes.ts'
import { useLiveGeneration } from './use-live-generation.ts'

export interface GenerationCardProps {
  readonly generation: Generation
  /** The newest is shown larger. */
  readonly large: boolean
  readonly brand: Brand | undefined
  readonly onOpen: (asset: Asset) => void
  readonly onReuse: (generation: Generation) => void
  readonly onAgain: (generation: Generation, spend: Spend) => Promise<unknown>
}

/** One run of the image studio: what was asked, what came of it, and what it cost. */
export function GenerationCard(props: GenerationCardProps) {
  const generation = useLiveGeneration(props.generation)
  const { image } = generation
  if (image === null) return null
  const ended = !isOpen(generation.status)
  return (
    <article
      aria-label={image.prompt}
      className="border-t border-line pt-6 first:border-t-0 first:pt-0"
    >
      <p dir="auto" className="line-clamp-3 max-w-prose font-medium">
        {image.prompt}
      </p>
      <p className="mt-1 mb-4 text-sm text-muted tabular-nums">
        {[
          tierFacts[image.tier].label,
          aspectFacts[image.aspect].ratio,
          countText(image.count, 'image'),
          ...(ended ? [costText(generation)] : []),
          whenText(generation.createdAt),
        ].join(' · ')}
      </p>
      {!ended && <RunningGeneration generation={generation} large={props.large} />}
      {generation.assets.length > 0 && (
        <ImageGrid label="Images made" count={generation.assets.length} large={props.large}>
          {generation.assets.map((asset, index) => (
            <li key={asset.id} className="group relative">
              <AssetButton
                asset={asset}
                sizes={props.large ? '(min-width: 68rem) 34rem, 92vw' : '16rem'}
                onOpen={props.onOpen}
              />
              <a
                href={asset.downloadUrl}
                download
                aria-label={`Download image ${index + 1}`}
                className="absolute end-2 top-2 inline-flex size-10 items-center justify-center rounded-md bg-raised text-ink shadow-low transition-opacity hover:bg-hover focus-visible:opacity-100 lg:opacity-0 lg:group-hover:opacity-100"
              >
                <Download size={16} aria-hidden="true" />
              </a>
            </li>
          ))}
        </ImageGrid>
      )}
      {ended && <Ending {...props} generation={generation} />}
    </article>
  )
}

function Ending({ generation, onReuse, onAgain }: GenerationCardProps) {
  const { image } = generation
  if (image === null) return null
  const fully = generation.status === 'succeeded' && generation.note === undefined
  return (
    <>
      {!fully && (
        <p role="status" className="mt-3 max-w-prose text-sm">
          {generation.note ?? endedText(generation)}
        </p>
      )}
      <div className="mt-4 flex flex-wrap items-start gap-2">
        <SpendButton
          action={tierFacts[image.tier].action}
          count={image.count}
          label="Try again"
          quiet
          variant="secondary"
          size="sm"
          onSpend={(spend) => onAgain(generation, spend)}
        />
        <Button
          variant="ghost"
          size="sm"
          icon={<Pencil size={14} aria-hidden="true" />}
          onClick={() => onReuse(generation)}
        >
          Use this prompt
        </Button>
      </div>
    </>
  )
}
