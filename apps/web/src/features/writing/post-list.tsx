import type { Post } from '@rheos/contract'
import { Link } from '@tanstack/react-router'
import { Trash2 } from 'lucide-react'
import { IconButton } from '../../ui/icon-button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { whenText } from '../when.ts'
import { intentLabels, isIntent, networkFacts } from './networks.ts'
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
        <IconButton
          label={`Delete ${headingOf(post)}`}
          icon={<Trash2 size={16} aria-hidden="true" />}
          size="sm"
          className="relative ms-auto focus-visible:opacity-100 md:opacity-0 md:group-hover:opacity-100"
          onClick={() => void remove(post)}
        />
      </div>
    </li>
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

function headingOf(post: Post): string {
  return post.title || post.body.split('\n')[0]?.slice(0, 80) || 'Untitled'
}

function factsOf(post: Post): string {
  const facts = [
    post.networks.map((network) => networkFacts[network].label).join(', '),
    isIntent(post.intent) ? intentLabels[post.intent] : undefined,
    `edited ${whenText(post.updatedAt)}`,
  ]
  return facts.filter(Boolean).join(' · ')
}
