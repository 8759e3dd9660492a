import type { Carousel } from '@rheos/contract'
import { Link } from '@tanstack/react-router'
import { SlidePicture } from './slide-picture.tsx'

/** A carousel in a list: its first slide, its title, how many there are. */
export function CarouselCard({ carousel }: { readonly carousel: Carousel }) {
  const [first] = carousel.slides
  return (
    <li className="min-w-0">
      <Link
        to="/carousels/$carouselId"
        params={{ carouselId: carousel.id }}
        className="block rounded-lg hover:opacity-90"
      >
        {first !== undefined && (
          <SlidePicture
            {...{ carousel }}
            slide={first}
            className="overflow-hidden rounded-lg border border-line"
          />
        )}
        <span dir="auto" className="mt-2 line-clamp-2 font-medium">
          {carousel.title || first?.heading || 'Untitled carousel'}
        </span>
        <span className="text-sm text-muted tabular-nums">{carousel.slides.length} slides</span>
      </Link>
    </li>
  )
}
