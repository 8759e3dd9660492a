import type { Network, Post } from '@rheos/contract'
import { useNavigate } from '@tanstack/react-router'
import { Copy } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { problemFrom } from '../../api/api-error.ts'
import { useBrands } from '../../api/brands.ts'
import { useCreatePost } from '../../api/posts.ts'
import { Button } from '../../ui/button.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { toast } from '../../ui/toast.ts'
import { usePostAssets } from '../posts/use-post-assets.ts'
import { networkFacts } from '../writing/networks.ts'
import { PostWay } from './post-way.tsx'

const PostPreview = lazy(async () => ({
  default: (await import('../preview/post-preview.tsx')).PostPreview,
}))

/** A post that is out, or just going out: what it was stays as it was. */
export function SentPost({ post }: { readonly post: Post }) {
  return (
    <>
      <PostWay post={post} current={() => Promise.resolve(post)} />
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <p className="text-sm text-muted">What went out stays as it is. A copy can be changed.</p>
        <Duplicate post={post} />
      </div>
      <Looks post={post} />
    </>
  )
}

function Looks({ post }: { readonly post: Post }) {
  const assets = usePostAssets(post)
  const brand = (useBrands().data ?? []).find(({ id }) => id === post.brandId) ?? null
  const [shown, setShown] = useState<Network>(post.networks[0] ?? 'bluesky')
  return (
    <div className="space-y-4">
      {post.networks.length > 1 && (
        <div className="overflow-x-auto">
          <SegmentedControl<Network>
            label="Shown as on"
            value={shown}
            options={post.networks.map((value) => ({ value, label: networkFacts[value].label }))}
            onChange={setShown}
          />
        </div>
      )}
      <Suspense fallback={<Skeleton className="mx-auto h-64 w-full max-w-110" />}>
        <PostPreview network={shown} post={post} assets={assets} brand={brand} />
      </Suspense>
    </div>
  )
}

function Duplicate({ post }: { readonly post: Post }) {
  const create = useCreatePost()
  const navigate = useNavigate()
  const { brandId, title, body, type, networks, versions, media } = post

  function duplicate(): void {
    create.mutate(
      { ...(brandId !== null && { brandId }), title, body, type, networks, versions, media },
      {
        onSuccess: ({ id }) => void navigate({ to: '/posts/$postId', params: { postId: id } }),
        onError: (error) => toast({ title: problemFrom(error).detail, tone: 'danger' }),
      },
    )
  }

  return (
    <Button
      size="sm"
      icon={<Copy size={16} aria-hidden="true" />}
      loading={create.isPending}
      onClick={duplicate}
    >
      Duplicate
    </Button>
  )
}
