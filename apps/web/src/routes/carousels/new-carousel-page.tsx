import type { Carousel } from '@rheos/contract'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useCurrentBrand } from '../../api/current-brand.ts'
import { useFormulas } from '../../api/formulas.ts'
import { CarouselStart } from '../../features/carousels/carousel-start.tsx'
import { PausePanel } from '../../features/credits/pause-panel.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'

export function NewCarouselPage() {
  const { direction, post } = useSearch({ from: '/studio/carousels/new' })
  const { brand, state } = useCurrentBrand()
  const formulas = useFormulas()
  const navigate = useNavigate()

  function made(carousel: Carousel): void {
    void navigate({
      to: '/carousels/$carouselId',
      params: { carouselId: carousel.id },
      search: post === undefined ? {} : { post },
      replace: true,
    })
  }

  return (
    <>
      <PageHeader
        title="New carousel"
        description="Choose how it goes from the first slide to the last. Writing is free."
        back={
          <Link to="/carousels" className="hover:text-ink">
            Carousels
          </Link>
        }
      />
      <PausePanel />
      {formulas.data !== undefined && state !== 'loading' ? (
        <CarouselStart
          structures={formulas.data.carouselStructures}
          brandId={brand?.id}
          {...(direction !== undefined && { direction })}
          {...(post !== undefined && { postId: post })}
          onMade={made}
        />
      ) : formulas.isError ? (
        <ErrorNotice error={formulas.error} onRetry={() => void formulas.refetch()} />
      ) : (
        <Skeleton className="h-72 w-full rounded-xl" />
      )}
    </>
  )
}
