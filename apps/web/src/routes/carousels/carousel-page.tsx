import type { Asset } from '@rheos/contract'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Trash2 } from 'lucide-react'
import { problemFrom } from '../../api/api-error.ts'
import { useCarousel, useDeleteCarousel, useRestoreCarousel } from '../../api/carousels.ts'
import { CarouselEditor } from '../../features/carousels/carousel-editor.tsx'
import { useSlidesInPost } from '../../features/carousels/use-slides-in-post.ts'
import { Button } from '../../ui/button.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { toast } from '../../ui/toast.ts'
import { BackFromCarousel } from './back-from-carousel.tsx'

export function CarouselPage() {
  const { carouselId } = useParams({ from: '/studio/carousels/$carouselId' })
  const { post: postId } = useSearch({ from: '/studio/carousels/$carouselId' })
  const carousel = useCarousel(carouselId).data
  const putInPost = useSlidesInPost()
  const navigate = useNavigate()

  async function use(slides: readonly Asset[]): Promise<void> {
    if (carousel === undefined) return
    const post = await putInPost({ carousel, slides, postId })
    await navigate({ to: '/posts/$postId', params: { postId: post.id } })
  }

  return (
    <>
      <PageHeader
        title="Carousel"
        back={<BackFromCarousel postId={postId} />}
        {...(carousel !== undefined && {
          actions: <DeleteCarousel carouselId={carouselId} postId={postId} />,
        })}
      />
      <CarouselEditor
        carouselId={carouselId}
        {...(postId !== undefined && { postId })}
        onUse={(assets) => void use(assets).catch(explain)}
      />
    </>
  )
}

function explain(error: unknown): void {
  toast({ title: problemFrom(error).detail, tone: 'danger' })
}

interface DeleteCarouselProps {
  readonly carouselId: string
  readonly postId: string | undefined
}

function DeleteCarousel({ carouselId, postId }: DeleteCarouselProps) {
  const remove = useDeleteCarousel()
  const restore = useRestoreCarousel()
  const navigate = useNavigate()

  async function press(): Promise<void> {
    if (postId === undefined) await navigate({ to: '/carousels' })
    else await navigate({ to: '/posts/$postId', params: { postId } })
    await remove.mutateAsync(carouselId)
    const undo = () => void restore.mutateAsync(carouselId).catch(explain)
    toast({ title: 'Carousel deleted', action: { label: 'Undo', onPress: undo } })
  }

  return (
    <Button
      variant="ghost"
      icon={<Trash2 size={16} aria-hidden="true" />}
      onClick={() => void press().catch(explain)}
    >
      Delete
    </Button>
  )
}
