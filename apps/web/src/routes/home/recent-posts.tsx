import { Link } from '@tanstack/react-router'
import { usePosts } from '../../api/posts.ts'
import { whenText } from '../../features/when.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { HomeSection, moreLinkClass } from './home-section.tsx'

const shown = 3

/** Where one left off writing. */
export function RecentPosts({ brandId }: { readonly brandId: string }) {
  const { data, error, refetch } = usePosts({ state: 'draft', brandId })
  const posts = data?.pages[0]?.items.slice(0, shown)
  return (
    <HomeSection
      title="Go on writing"
      more={
        <Link to="/posts" className={moreLinkClass}>
          All posts
        </Link>
      }
    >
      {posts === undefined && error !== null && (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      )}
      {posts === undefined && error === null && <Skeleton className="h-36 w-full" />}
      {posts?.length === 0 && (
        <div className="flex flex-wrap items-center justify-between gap-4 rounded-xl border border-dashed border-line p-5">
          <p className="text-muted">No posts yet. Writing is free.</p>
          <LinkButton to="/posts/new">New post</LinkButton>
        </div>
      )}
      {posts !== undefined && posts.length > 0 && (
        <ul className="border-t border-line">
          {posts.map((post) => (
            <li key={post.id} className="border-b border-line">
              <Link
                to="/posts/$postId"
                params={{ postId: post.id }}
                className="flex items-baseline justify-between gap-6 py-3 hover:text-accent-ink"
              >
                <span dir="auto" className="min-w-0 truncate">
                  {post.title || post.body || 'Untitled draft'}
                </span>
                <span className="shrink-0 text-sm text-muted tabular-nums">
                  {whenText(post.updatedAt)}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </HomeSection>
  )
}
