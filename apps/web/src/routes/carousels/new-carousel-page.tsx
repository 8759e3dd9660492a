import type { Carousel, Post } from '@rheos/contract'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCurrentBrand } from '../../api/current-brand.ts'
import { useFormulas } from '../../api/formulas.ts'
import { usePost } from '../../api/posts.ts'
import { CarouselStart } from '../../features/carousels/carousel-start.tsx'
import { directionOf } from '../../features/carousels/direction-of.ts'
import { PausePanel } from '../../features/credits/pause-panel.tsx'
import { Trouble } from '../../features/trouble.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { BackFromCarousel } from './back-from-carousel.tsx'

export function NewCarouselPage() {
  const { post: postId } = useSearch({ from: '/studio/carousels/new' })
  return (
    <>
      <PageHeader
        title="New carousel"
        description="Choose how it goes from the first slide to the last. Writing is free."
        back={<BackFromCarousel postId={postId} />}
      />
      <PausePanel />
      {postId === undefined ? <ForBrand /> : <ForPost postId={postId} />}
    </>
  )
}

function ForBrand() {
  const { direction } = useSearch({ from: '/studio/carousels/new' })
  const { brand, state } = useCurrentBrand()
  if (state === 'loading') return <Loading />
  return <Start brandId={brand?.id} direction={direction} post={undefined} />
}

/** The post says what the slides are about, and whose they are. */
function ForPost({ postId }: { readonly postId: string }) {
  const { direction } = useSearch({ from: '/studio/carousels/new' })
  const { data: post, error, refetch } = usePost(postId)
  if (post !== undefined) {
    const about = direction ?? directionOf(post)
    return <Start brandId={post.brandId ?? undefined} direction={about} post={post} />
  }
  if (error === null) return <Loading />
  return (
    <Trouble
      error={error}
      onRetry={() => void refetch()}
      gone="This post is not here any more"
      way={<LinkButton to="/carousels/new">Begin without a post</LinkButton>}
    />
  )
}

interface StartProps {
  readonly brandId: string | undefined
  readonly direction: string | undefined
  readonly post: Post | undefined
}

function Start({ brandId, direction, post }: StartProps) {
  const formulas = useFormulas()
  const navigate = useNavigate()

  function made(carousel: Carousel): void {
    void navigate({
      to: '/carousels/$carouselId',
      params: { carouselId: carousel.id },
      search: post === undefined ? {} : { post: post.id },
      replace: true,
    })
  }

  if (formulas.isError && formulas.data === undefined)
    return <ErrorNotice error={formulas.error} onRetry={() => void formulas.refetch()} />
  if (formulas.data === undefined) return <Loading />
  return (
    <CarouselStart
      structures={formulas.data.carouselStructures}
      brandId={brandId}
      {...(direction !== undefined && { direction })}
      {...(post !== undefined && { post })}
      onMade={made}
    />
  )
}

function Loading() {
  return <Skeleton className="h-72 w-full rounded-xl" />
}
