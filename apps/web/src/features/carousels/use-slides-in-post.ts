import type { Asset, Carousel, Post } from '@rheos/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useWorkspace } from '../../api/account.ts'
import { problemFrom } from '../../api/api-error.ts'
import { postQuery, useChangePost, useCreatePost } from '../../api/posts.ts'
import { toast } from '../../ui/toast.ts'

interface Use {
  readonly carousel: Pick<Carousel, 'id' | 'title' | 'brandId'>
  readonly slides: readonly Asset[]
  /** Absent: a post is made of them. */
  readonly postId: string | undefined
}

/** Gives a post the slides of a carousel; the pictures that it had come back by “Undo”. */
export function useSlidesInPost(): (use: Use) => Promise<Post> {
  const { id } = useWorkspace()
  const client = useQueryClient()
  const create = useCreatePost()
  const change = useChangePost()
  return async ({ carousel, slides, postId }) => {
    const media = slides.map(({ id: assetId, alt }) => ({ assetId, alt }))
    const content = { type: 'carousel', carouselId: carousel.id, media } as const
    if (postId === undefined) {
      const brand = carousel.brandId === null ? {} : { brandId: carousel.brandId }
      return create.mutateAsync({ ...content, ...brand, title: carousel.title })
    }
    const before = await client.fetchQuery({ ...postQuery(id, postId), staleTime: 0 })
    const post = await change.mutateAsync({ postId, change: content })
    if (before.media.length > 0) offerUndo(before)
    return post
  }

  function offerUndo({ id: postId, type, carouselId, media }: Post): void {
    const undo = () =>
      change.mutateAsync({ postId, change: { type, carouselId, media } }).catch(explain)
    toast({
      title: 'The slides took the place of the pictures of this post',
      action: { label: 'Undo', onPress: () => void undo() },
    })
  }
}

function explain(error: unknown): void {
  toast({ title: problemFrom(error).detail, tone: 'danger' })
}
