import type { Brand } from '@rheos/contract'
import { Sparkles } from 'lucide-react'
import { problemFrom } from '../../api/api-error.ts'
import { useGenerations } from '../../api/generations.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { GenerationCard, type GenerationCardProps } from './generation-card.tsx'
import { HistorySkeleton } from './history-skeleton.tsx'

export interface NewestImagesProps extends Omit<GenerationCardProps, 'generation' | 'large'> {
  /** The one to be shown first: where a notice led here. */
  readonly shownId: string | undefined
  readonly brand: Brand | undefined
  readonly onSuggest: (prompt: string) => void
  readonly onHistory: () => void
}

/** Beside the form: what was made last, and what is under way. The rest is in the history. */
const shownMax = 4

export function NewestImages(props: NewestImagesProps) {
  const { shownId, brand, onSuggest, onHistory, ...card } = props
  const query = useGenerations('image')
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  if (query.isPending) return <HistorySkeleton />
  if (query.isError && items.length === 0) {
    return (
      <ErrorNotice title="Your images could not be loaded" onRetry={() => void query.refetch()}>
        {problemFrom(query.error).detail}
      </ErrorNotice>
    )
  }
  const shown = items.find((item) => item.id === shownId) ?? items[0]
  if (shown === undefined) return <NoImages brand={brand} onSuggest={onSuggest} />
  const ordered = [shown, ...items.filter((item) => item !== shown)]
  return (
    <section aria-label="Images made" className="min-w-0">
      <div className="space-y-10">
        {ordered.slice(0, shownMax).map((generation, index) => (
          <GenerationCard
            key={generation.id}
            {...card}
            generation={generation}
            large={index === 0}
          />
        ))}
      </div>
      {ordered.length > shownMax && (
        <div className="mt-8 flex justify-center">
          <Button onClick={onHistory}>See everything in the history</Button>
        </div>
      )}
    </section>
  )
}

function NoImages(props: Pick<NewestImagesProps, 'brand' | 'onSuggest'>) {
  const theme = props.brand?.themes[0]
  const suggestions = [
    ...(theme === undefined ? [] : [`A picture about ${theme}`]),
    'An announcement with room for a headline',
    'A quiet still life in our colours',
  ]
  return (
    <EmptyState
      icon={<Sparkles size={32} strokeWidth={1.5} aria-hidden="true" />}
      title="Your images will appear here"
      action={suggestions.map((suggestion) => (
        <Chip key={suggestion} selected={false} onClick={() => props.onSuggest(suggestion)}>
          {suggestion}
        </Chip>
      ))}
    >
      Write a prompt, or begin with one of these.
    </EmptyState>
  )
}
