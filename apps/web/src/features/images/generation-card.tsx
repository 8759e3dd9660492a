import type { Asset, Generation } from '@rheos/contract'
import { Pencil } from 'lucide-react'
import { isOpen } from '../../api/generations.ts'
import { Button } from '../../ui/button.tsx'
import { SpendButton } from '../credits/spend-button.tsx'
import type { Spend } from '../credits/use-spend.ts'
import { whenText } from '../when.ts'
import { askedFacts, askedTitle } from './asked-text.ts'
import { costText, endedText } from './ended-text.ts'
import { ImageGrid } from './image-grid.tsx'
import { priceOf, requestOf } from './image-request.ts'
import { shownAs } from './is-shown.ts'
import { MadeImage } from './made-image.tsx'
import { RunningGeneration } from './running-generation.tsx'
import { useLiveGeneration } from './use-live-generation.ts'

export interface GenerationCardProps {
  readonly generation: Generation
  /** The newest is shown larger. */
  readonly large: boolean
  readonly onOpen: (asset: Asset) => void
  /** Takes a picture to where the studio was opened from. */
  readonly onPick: ((asset: Asset) => void) | undefined
  readonly onReuse: (generation: Generation) => void
  readonly onAgain: (generation: Generation, spend: Spend) => Promise<unknown>
}

/** One run of the image studio: what was asked, what came of it, and what it cost. */
export function GenerationCard(props: GenerationCardProps) {
  const { large, onOpen, onPick } = props
  const generation = useLiveGeneration(props.generation)
  const { image } = generation
  if (image === null) return null
  const ended = !isOpen(generation.status)
  const title = askedTitle(image)
  return (
    <article
      {...shownAs(generation.id)}
      aria-label={title}
      className="border-t border-line pt-6 first:border-t-0 first:pt-0"
    >
      <p dir="auto" className="line-clamp-3 max-w-prose font-medium">
        {title}
      </p>
      <p className="mt-1 mb-4 text-sm text-muted tabular-nums">
        {[
          ...askedFacts(image),
          ...(ended ? [costText(generation)] : []),
          whenText(generation.createdAt),
        ].join(' · ')}
      </p>
      {!ended && <RunningGeneration generation={generation} large={large} />}
      {generation.assets.length > 0 && (
        <ImageGrid label="Images made" count={generation.assets.length} large={large}>
          {generation.assets.map((asset, index) => (
            <MadeImage
              key={asset.id}
              asset={asset}
              place={index + 1}
              large={large}
              onOpen={onOpen}
              onPick={onPick}
            />
          ))}
        </ImageGrid>
      )}
      {ended && <Ending {...props} generation={generation} />}
    </article>
  )
}

function Ending({ generation, onReuse, onAgain }: GenerationCardProps) {
  const { action, count } = priceOf(generation)
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
          action={action}
          count={count}
          label="Try again"
          quiet
          variant="secondary"
          size="sm"
          onSpend={(spend) => onAgain(generation, spend)}
        />
        {requestOf(generation) !== undefined && (
          <Button
            variant="ghost"
            size="sm"
            icon={<Pencil size={14} aria-hidden="true" />}
            onClick={() => onReuse(generation)}
          >
            Use this prompt
          </Button>
        )}
      </div>
    </>
  )
}
