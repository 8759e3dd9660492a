import { GalleryHorizontal } from 'lucide-react'
import { hasCode } from '../../api/api-error.ts'
import { useCarousel } from '../../api/carousels.ts'
import { LinkButton } from '../../ui/link-button.tsx'
import type { PostDraft } from './post-draft.ts'
import { useField } from './use-post-draft.ts'

/** To the slides of the post, or to the start of some; they come back with “Use in post”. */
export function CarouselLink({ draft }: { readonly draft: PostDraft }) {
  const carouselId = useField(draft, 'carouselId')
  if (carouselId === null) return <NewCarousel draft={draft} label="Carousel" />
  return <OwnCarousel draft={draft} carouselId={carouselId} />
}

interface OwnCarouselProps {
  readonly draft: PostDraft
  readonly carouselId: string
}

function OwnCarousel({ draft, carouselId }: OwnCarouselProps) {
  const { error } = useCarousel(carouselId)
  if (hasCode(error, 'not_found')) {
    return (
      <>
        <NewCarousel draft={draft} label="New carousel" />
        <p className="order-last w-full text-sm text-muted">
          The carousel was deleted. Its slides stay here as pictures.
        </p>
      </>
    )
  }
  return (
    <LinkButton
      to="/carousels/$carouselId"
      params={{ carouselId }}
      search={{ post: draft.post.id }}
      icon={icon}
      onClick={() => void draft.flush()}
    >
      Carousel
    </LinkButton>
  )
}

function NewCarousel({ draft, label }: { readonly draft: PostDraft; readonly label: string }) {
  return (
    <LinkButton
      to="/carousels/new"
      search={{ post: draft.post.id }}
      icon={icon}
      // What was typed last is to be there for the slides to be written from.
      onClick={() => void draft.flush()}
    >
      {label}
    </LinkButton>
  )
}

const icon = <GalleryHorizontal size={16} aria-hidden="true" />
