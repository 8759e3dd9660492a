import type { Network } from '@rheos/contract'
import { PenLine } from 'lucide-react'
import { useState } from 'react'
import { useCurrentBrand } from '../../api/current-brand.ts'
import { type PostFilter, usePosts } from '../../api/posts.ts'
import { LoadMore } from '../../features/load-more.tsx'
import { PostList, PostListSkeleton } from '../../features/posts/post-list.tsx'
import { SearchField } from '../../features/search-field.tsx'
import { isNetwork, networkFacts, networkNames } from '../../features/writing/networks.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Select } from '../../ui/select.tsx'
import { Tabs } from '../../ui/tabs.tsx'

const tabs = [
  { value: 'draft', label: 'Drafts' },
  { value: 'scheduled,publishing', label: 'Scheduled' },
  { value: 'published', label: 'Published' },
  { value: 'failed,partly_published', label: 'Not sent' },
  { value: 'idea', label: 'Ideas' },
] as const
type Listed = (typeof tabs)[number]['value']

/** What an empty list of a state says, and what to do. */
const empty: Readonly<Record<Listed, readonly [title: string, text: string]>> = {
  idea: ['No ideas kept yet', 'Ask for ideas in a new post and keep those you like.'],
  draft: ['No drafts', 'Have a post written, or write it yourself. Writing is free.'],
  'scheduled,publishing': [
    'Nothing is scheduled',
    'Open a draft and press “Schedule”. Publishing never costs credits.',
  ],
  published: ['Nothing is published yet', 'What went out to your networks stands here.'],
  'failed,partly_published': [
    'Nothing failed',
    'Posts that did not go out to every network stand here, with what to do.',
  ],
}

export function PostsPage() {
  const { brand, brands } = useCurrentBrand()
  const [everyBrand, setEveryBrand] = useState(false)
  const [state, setState] = useState<Listed>('draft')
  const [network, setNetwork] = useState<Network>()
  const [q, setQ] = useState('')
  const filter: PostFilter = {
    state,
    // With one brand there is nothing to tell apart, and what has none must not be hidden.
    ...(brand === undefined || brands.length < 2 || everyBrand ? {} : { brandId: brand.id }),
    ...(network === undefined ? {} : { network }),
    ...(q === '' ? {} : { q }),
  }
  return (
    <>
      <PageHeader
        title="Posts"
        actions={
          <>
            <LinkButton to="/carousels">Carousels</LinkButton>
            <LinkButton
              to="/posts/new"
              variant="primary"
              icon={<PenLine size={16} aria-hidden="true" />}
            >
              New post
            </LinkButton>
          </>
        }
      />
      <Tabs label="Kind" value={state} onChange={setState} tabs={tabs}>
        <search className="mb-4 flex flex-wrap items-center gap-3">
          <SearchField
            label={state === 'idea' ? 'Search ideas' : 'Search posts'}
            value={q}
            onChange={setQ}
          />
          <div className="w-40">
            <Select
              label="Network"
              value={network ?? ''}
              options={[
                { value: '', label: 'All networks' },
                ...networkNames.map((name) => ({ value: name, label: networkFacts[name].label })),
              ]}
              onChange={(next) => setNetwork(isNetwork(next) ? next : undefined)}
            />
          </div>
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
        <PostsFound
          listed={state}
          filter={filter}
          onClear={() => {
            setQ('')
            setNetwork(undefined)
          }}
        />
      </Tabs>
    </>
  )
}

interface PostsFoundProps {
  readonly listed: Listed
  readonly filter: PostFilter
  readonly onClear: () => void
}

function PostsFound({ listed, filter, onClear }: PostsFoundProps) {
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
    if (filter.q === undefined && filter.network === undefined) return <NoPosts state={listed} />
    return (
      <EmptyState title="Nothing fits" action={<Button onClick={onClear}>Show all</Button>}>
        Try another word or network.
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

function NoPosts({ state }: { readonly state: Listed }) {
  const [title, text] = empty[state]
  return (
    <EmptyState
      icon={<PenLine size={32} strokeWidth={1.5} aria-hidden="true" />}
      title={title}
      action={
        <LinkButton to="/posts/new" variant="primary">
          {state === 'idea' ? 'Find ideas' : 'Write a post'}
        </LinkButton>
      }
    >
      {text}
    </EmptyState>
  )
}
