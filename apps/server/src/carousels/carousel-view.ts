import type { Carousel } from '@rheos/contract'
import { isoInstant } from '../clock.ts'
import type { carouselsTable } from '../db/carousels-table.ts'

/** A carousel as it is stored. */
export type CarouselRecord = typeof carouselsTable.$inferSelect

export function carouselView(carousel: CarouselRecord): Carousel {
  return {
    id: carousel.id,
    brandId: carousel.brandId,
    title: carousel.title,
    structureId: carousel.structureId,
    look: carousel.look,
    slides: [...carousel.slides],
    revision: carousel.revision,
    createdAt: isoInstant(carousel.createdAt),
    updatedAt: isoInstant(carousel.updatedAt),
  }
}
