import type { MediaItem, Post } from '@rheos/contract'
import { Link } from '@tanstack/react-router'
import { Trash2 } from 'lucide-react'
import { useWorkspace } from '../../api/account.ts'
import { contentUrl } from '../../api/assets.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { wallTimeText } from '../calendar/moment-text.ts'
import { whenText } from '../when.ts'
import { intentLabels, isIntent, networkFacts } from '../writing/networks.ts'
import { headingOf } from './post-heading.ts'
import { useDeleteWithUndo } from './use-delete-post.ts'

/** Posts or ideas, the one edited last on top. */
export function PostList({ posts }: { readonly posts: readonly Post[] }) {
  return (
    <ul className="divide-y divide-line">
      {posts.map((post) => (
        <PostRow key={post.id} post={post} />
      ))}
    </ul>
  )
}

function PostRow({ post }: { readonly post: Post }) {
  const remove = useDeleteWithUndo()
  return (
    <li className="py-1">
      <div className="group relative -mx-3 flex items-start gap-4 rounded-lg px-3 py-3 hover:bg-hover">
        <div className="min-w-0 max-w-prose grow">
          <h2 dir="auto" className="truncate font-medium">
            <Link
              to="/posts/$postId"
              params={{ postId: post.id }}
              className="rounded-sm after:absolute after:inset-0"
            >
              {headingOf(post)}
            </Link>
          </h2>
          <p dir="auto" className="mt-0.5 line-clamp-2 text-sm text-muted">
            {post.body || 'Nothing written yet'}
          </p>
          <p className="mt-1.5 text-xs text-muted tabular-nums">{factsOf(post)}</p>
        </div>
        <Thumbnails media={post.media} />
        <IconButton
          label={`Delete ${headingOf(post)}`}
          icon={<Trash2 size={16} aria-hidden="true" />}
          size="sm"
          className="relative shrink-0 focus-visible:opacity-100 md:opacity-0 md:group-hover:opacity-100"
          onClick={() => void remove(post)}
        />
      </div>
    </li>
  )
}

const shownMax = 3

/** The first pictures of a post; they say nothing that the row does not. */
function Thumbnails({ media }: { readonly media: readonly MediaItem[] }) {
  const { id } = useWorkspace()
  if (media.length === 0) return <span className="ms-auto" />
  const more = media.length - shownMax
  return (
    <span className="ms-auto flex shrink-0 items-center -space-x-3 rtl:space-x-reverse">
      {media.slice(0, shownMax).map(({ assetId }, at) => (
        <img
          key={assetId}
          src={contentUrl(id, assetId, { width: 320, format: 'webp' })}
          alt=""
          loading="lazy"
          decoding="async"
          className={`size-14 rounded-md border border-surface bg-sunken object-cover ${at > 0 ? 'max-sm:hidden' : ''}`}
        />
      ))}
      {more > 0 && (
        <span className="ps-4 text-xs text-muted tabular-nums max-sm:hidden">+{more}</span>
      )}
    </span>
  )
}

export function PostListSkeleton() {
  return (
    <div className="space-y-7 py-4">
      {['first', 'second', 'third', 'fourth', 'fifth'].map((place) => (
        <div key={place} className="space-y-2">
          <Skeleton className="h-5 w-72 max-w-full" />
          <Skeleton className="h-4 w-full max-w-prose" />
        </div>
      ))}
    </div>
  )
}

function factsOf(post: Post): string {
  const facts = [
    post.schedule === null ? undefined : wallTimeText(post.schedule.wallTime),
    post.networks.map((network) => networkFacts[network].label).join(', '),
    isIntent(post.intent) ? intentLabels[post.intent] : undefined,
    `edited ${whenText(post.updatedAt)}`,
  ]
  return facts.filter(Boolean).join(' · ')
}
