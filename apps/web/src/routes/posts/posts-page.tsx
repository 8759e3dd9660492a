import type { Post } from '@rheos/contract'
import { PenLine } from 'lucide-react'
import { useState } from 'react'
import { useCurrentBrand } from '../../api/current-brand.ts'
import { type PostFilter, usePosts } from '../../api/posts.ts'
import { LoadMore } from '../../features/load-more.tsx'
import { SearchField } from '../../features/search-field.tsx'
import { PostList, PostListSkeleton } from '../../features/writing/post-list.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Tabs } from '../../ui/tabs.tsx'

const tabs = [
  { value: 'draft', label: 'Posts' },
  { value: 'idea', label: 'Ideas' },
] as const

export function PostsPage() {
  const { brand, brands } = useCurrentBrand()
  const [everyBrand, setEveryBrand] = useState(false)
  const [state, setState] = useState<Post['state']>('draft')
  const [q, setQ] = useState('')
  const filter: PostFilter = {
    state,
    // With one brand there is nothing to tell apart, and what has none must not be hidden.
    ...(brand === undefined || brands.length < 2 || everyBrand ? {} : { brandId: brand.id }),
    ...(q === '' ? {} : { q }),
  }
  return (
    <>
      <PageHeader
        title="Posts"
        actions={
          <LinkButton
            to="/posts/new"
            variant="primary"
            icon={<PenLine size={16} aria-hidden="true" />}
          >
            New post
          </LinkButton>
        }
      />
      <Tabs label="Kind" value={state} onChange={setState} tabs={tabs}>
        <search className="mb-4 flex flex-wrap items-center gap-3">
          <SearchField
            label={state === 'idea' ? 'Search ideas' : 'Search posts'}
            value={q}
            onChange={setQ}
          />
          {brand !== undefined && brands.length > 1 && (
            <SegmentedControl
              label="Whose"
              value={everyBrand ? 'all' : 'one'}
              options={[
                { value: 'one', label: brand.name || 'This brand' },
                { value: 'all', label: 'All brands' },
              ]}
              onChange={(whose) => setEveryBrand(whose === 'all')}
            />
          )}
        </search>
        <PostsFound filter={filter} onClear={() => setQ('')} />
      </Tabs>
    </>
  )
}

interface PostsFoundProps {
  readonly filter: PostFilter
  readonly onClear: () => void
}

function PostsFound({ filter, onClear }: PostsFoundProps) {
  const query = usePosts(filter)
  const posts = query.data?.pages.flatMap((page) => page.items) ?? []
  if (query.isPending) return <PostListSkeleton />
  if (query.isError && posts.length === 0) {
    return (
      <ErrorNotice
        title="Your posts could not be loaded"
        error={query.error}
        onRetry={() => void query.refetch()}
      />
    )
  }
  if (posts.length === 0) {
    if (filter.q === undefined) return <NoPosts state={filter.state} />
    return (
      <EmptyState title="Nothing fits" action={<Button onClick={onClear}>Clear the search</Button>}>
        Try another word.
      </EmptyState>
    )
  }
  return (
    <div className={query.isPlaceholderData ? 'opacity-60 transition-opacity' : ''}>
      <PostList posts={posts} />
      <LoadMore query={query} />
    </div>
  )
}

function NoPosts({ state }: { readonly state: Post['state'] | undefined }) {
  return (
    <EmptyState
      icon={<PenLine size={32} strokeWidth={1.5} aria-hidden="true" />}
      title={state === 'idea' ? 'No ideas kept yet' : 'No posts yet'}
      action={
        <LinkButton to="/posts/new" variant="primary">
          {state === 'idea' ? 'Find ideas' : 'Write a post'}
        </LinkButton>
      }
    >
      {state === 'idea'
        ? 'Ask for ideas in a new post and keep those you like.'
        : 'Have one written, or write it yourself. Writing is free.'}
    </EmptyState>
  )
}
