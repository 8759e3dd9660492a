import type { Post, PostState } from '@rheos/contract'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useBrands } from '../../api/brands.ts'
import { usePost } from '../../api/posts.ts'
import { PostBar } from '../../features/posts/post-bar.tsx'
import { PostEditorView } from '../../features/posts/post-editor-view.tsx'
import { useDeleteWithUndo } from '../../features/posts/use-delete-post.ts'
import { SentPost } from '../../features/publishing/sent-post.tsx'
import { Trouble } from '../../features/trouble.tsx'
import { TextStream } from '../../features/writing/text-stream.tsx'
import { useText } from '../../features/writing/use-text.ts'
import { LinkButton } from '../../ui/link-button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'

const titles: Readonly<Record<PostState, string>> = {
  idea: 'Idea',
  draft: 'Draft',
  scheduled: 'Scheduled post',
  publishing: 'Post',
  published: 'Post',
  partly_published: 'Post',
  failed: 'Post',
}

export function PostPage() {
  const { postId } = useParams({ from: '/studio/posts/$postId' })
  const post = usePost(postId)
  const brands = useBrands().data ?? []
  const brand = brands.find((other) => other.id === post.data?.brandId)
  return (
    <>
      <PostBar title={titles[post.data?.state ?? 'draft']}>
        {brand !== undefined && (
          <span className="min-w-0 truncate before:me-3 before:text-line-strong before:content-['/']">
            <bdi>{brand.name || 'Unnamed brand'}</bdi>
          </span>
        )}
      </PostBar>
      {post.data !== undefined ? (
        <PostView key={postId} post={post.data} />
      ) : post.isError ? (
        <Trouble
          error={post.error}
          onRetry={() => void post.refetch()}
          gone="This draft is not here any more"
          way={<LinkButton to="/posts">See all posts</LinkButton>}
        />
      ) : (
        <Skeleton className="h-96 w-full max-w-prose rounded-xl" />
      )}
    </>
  )
}

function PostView({ post }: { readonly post: Post }) {
  const isSent = post.state === 'publishing' || post.state === 'published'
  return isSent ? <SentPost post={post} /> : <OpenPost post={post} />
}

function OpenPost({ post }: { readonly post: Post }) {
  const navigate = useNavigate()
  const remove = useDeleteWithUndo()
  const writing = useText((written) => {
    writing.clear()
    void navigate({ to: '/posts/$postId', params: { postId: written.id } })
  })

  async function removeAndLeave(gone: Post): Promise<void> {
    if (await remove(gone)) void navigate({ to: '/posts' })
  }

  if (writing.request !== undefined) return <TextStream writing={writing} />
  return (
    <PostEditorView post={post} writing={writing} onDelete={(gone) => void removeAndLeave(gone)} />
  )
}
