import type { Brand } from '@rheos/contract'
import { Sparkles } from 'lucide-react'
import { problemFrom } from '../../api/api-error.ts'
import { useGenerations } from '../../api/generations.ts'
import { Chip } from '../../ui/chip.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { LoadMore } from '../load-more.tsx'
import { GenerationCard, type GenerationCardProps } from './generation-card.tsx'

export interface GenerationHistoryProps
  extends Pick<GenerationCardProps, 'onOpen' | 'onReuse' | 'onAgain'> {
  /** The one to be shown first: where a notice led here. */
  readonly shownId: string | undefined
  readonly brand: Brand | undefined
  readonly onSuggest: (prompt: string) => void
}

/** Everything asked of the image studio, newest first, what is under way among it. */
export function GenerationHistory(props: GenerationHistoryProps) {
  const { shownId, onSuggest, ...card } = props
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
  if (items.length === 0) return <NoImages brand={props.brand} onSuggest={onSuggest} />
  const shown = items.find((item) => item.id === shownId) ?? items[0]
  const ordered = shown === undefined ? [] : [shown, ...items.filter((item) => item !== shown)]
  return (
    <section aria-label="Images made" className="min-w-0">
      <div className="space-y-10">
        {ordered.map((generation, index) => (
          <GenerationCard
            key={generation.id}
            {...card}
            generation={generation}
            large={index === 0}
          />
        ))}
      </div>
      <LoadMore query={query} />
    </section>
  )
}

function NoImages(props: Pick<GenerationHistoryProps, 'brand' | 'onSuggest'>) {
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

function HistorySkeleton() {
  return (
    <div className="space-y-4">
      <Skeleton className="h-5 w-72 max-w-full" />
      <Skeleton className="h-96 w-full rounded-lg" />
    </div>
  )
}
