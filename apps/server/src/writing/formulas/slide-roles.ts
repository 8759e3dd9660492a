import type { CarouselStructure, SlideRole } from '@rheos/contract'

/** The roles of `count` slides, brought within what the structure allows; one role fills the rest. */
export function slideRoles(structure: CarouselStructure, count?: number): readonly SlideRole[] {
  const usual = structure.slides.length + 2
  const wanted = Math.min(structure.max, Math.max(structure.min, count ?? usual))
  const more = Math.max(0, wanted - structure.slides.length)
  return structure.slides.flatMap((slide) =>
    slide.repeats ? Array<SlideRole>(1 + more).fill(slide) : [slide],
  )
}
