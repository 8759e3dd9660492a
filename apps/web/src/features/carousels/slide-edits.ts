import type { Slide, SlideText } from '@rheos/contract'
import { newPressId } from '../../api/press-id.ts'

const empty = {
  layout: null,
  heading: '',
  body: '',
  label: '',
  second: '',
  note: '',
  backgroundId: null,
} as const

/** As many as a carousel can have, and as it must have. */
export const slidesMax = 20
export const slidesMin = 2
const headingMax = 300
const bodyMax = 1200

export function newSlide(given: Partial<Slide> = {}): Slide {
  return { ...empty, role: 'point', ...given, id: newPressId().slice(0, 16) }
}

export function slideFrom({ role, heading, body }: SlideText): Slide {
  return newSlide({ role, heading: heading.slice(0, headingMax), body: body.slice(0, bodyMax) })
}

/** What was written anew in the places of what was there; pictures and layouts stay. */
export function rewritten(slides: readonly Slide[], texts: readonly SlideText[]): readonly Slide[] {
  return texts.map((text, at) => {
    const known = slides[at]
    const written = slideFrom(text)
    return known === undefined
      ? written
      : { ...known, role: written.role, heading: written.heading, body: written.body }
  })
}

export function inserted(slides: readonly Slide[], at: number, slide: Slide): readonly Slide[] {
  return [...slides.slice(0, at), slide, ...slides.slice(at)]
}

export function moved(slides: readonly Slide[], from: number, to: number): readonly Slide[] {
  const slide = slides[from]
  if (slide === undefined || from === to) return slides
  return inserted(
    slides.filter((_, at) => at !== from),
    to,
    slide,
  )
}

/** Which of the steps a slide is; steps are counted among steps. */
export function stepOf(slides: readonly Slide[], index: number): number {
  const isStep = ({ role, layout }: Slide) => (layout ?? role) === 'step'
  return Math.max(1, slides.slice(0, index + 1).filter(isStep).length)
}
