import { Link } from '@tanstack/react-router'
import { GalleryHorizontal, Plus } from 'lucide-react'
import { useState } from 'react'
import { useCarousels } from '../../api/carousels.ts'
import { CarouselCard } from '../../features/carousels/carousel-card.tsx'
import { LoadMore } from '../../features/load-more.tsx'
import { SearchField } from '../../features/search-field.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'

export function CarouselsPage() {
  const [q, setQ] = useState('')
  const carousels = useCarousels(q === '' ? {} : { q })
  const items = carousels.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <>
      <PageHeader
        title="Carousels"
        back={
          <Link to="/posts" className="hover:text-ink">
            Posts
          </Link>
        }
        actions={<NewCarousel />}
      />
      <search className="mb-6 block max-w-sm">
        <SearchField label="Search carousels" value={q} onChange={setQ} />
      </search>
      {carousels.isPending ? (
        <Skeleton className="h-72 w-full rounded-xl" />
      ) : carousels.isError && items.length === 0 ? (
        <ErrorNotice error={carousels.error} onRetry={() => void carousels.refetch()} />
      ) : items.length === 0 ? (
        <EmptyState
          icon={<GalleryHorizontal size={28} aria-hidden="true" />}
          title={q === '' ? 'No carousels yet' : 'No carousel fits'}
          action={q === '' ? <NewCarousel /> : undefined}
        >
          {q === '' && 'Slides on your brand’s colours, written along a structure.'}
        </EmptyState>
      ) : (
        <>
          <ul className="grid grid-cols-2 gap-5 md:grid-cols-3 lg:grid-cols-4">
            {items.map((carousel) => (
              <CarouselCard key={carousel.id} carousel={carousel} />
            ))}
          </ul>
          <LoadMore query={carousels} />
        </>
      )}
    </>
  )
}

function NewCarousel() {
  return (
    <LinkButton to="/carousels/new" variant="primary" icon={<Plus size={16} aria-hidden="true" />}>
      New carousel
    </LinkButton>
  )
}
