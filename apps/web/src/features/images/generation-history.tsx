import { Sparkles } from 'lucide-react'
import { useState } from 'react'
import { problemFrom } from '../../api/api-error.ts'
import { useGenerations } from '../../api/generations.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { LoadMore } from '../load-more.tsx'
import { SearchField } from '../search-field.tsx'
import { GenerationCard, type GenerationCardProps } from './generation-card.tsx'
import { HistorySkeleton } from './history-skeleton.tsx'

export type GenerationHistoryProps = Omit<GenerationCardProps, 'generation' | 'large'>

/** Everything asked of the image studio, newest first, to be searched by its words. */
export function GenerationHistory(props: GenerationHistoryProps) {
  const [q, setQ] = useState('')
  const query = useGenerations('image', q)
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <section aria-label="History" className="min-w-0">
      <search className="mb-6 block">
        <SearchField label="Search prompts" value={q} onChange={setQ} />
      </search>
      {query.isPending ? (
        <HistorySkeleton />
      ) : query.isError && items.length === 0 ? (
        <ErrorNotice title="Your history could not be loaded" onRetry={() => void query.refetch()}>
          {problemFrom(query.error).detail}
        </ErrorNotice>
      ) : items.length === 0 ? (
        <EmptyState
          icon={<Sparkles size={32} strokeWidth={1.5} aria-hidden="true" />}
          title={q === '' ? 'Nothing made yet' : 'No prompt contains this'}
        >
          {q === ''
            ? 'What you generate is kept here with its prompt.'
            : 'Search for another word of what you asked for.'}
        </EmptyState>
      ) : (
        <div className="space-y-10">
          {items.map((generation) => (
            <GenerationCard key={generation.id} {...props} generation={generation} large={false} />
          ))}
        </div>
      )}
      <LoadMore query={query} />
    </section>
  )
}
