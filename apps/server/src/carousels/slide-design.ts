import type { CarouselLook, Design, DesignLayout, Slide } from '@rheos/contract'

/** Where a slide stands. */
export interface SlidePlace {
  readonly page: number
  readonly pages: number
  /** Which of the steps it is, where it is one. */
  readonly step?: number | undefined
}

const layoutOfRole: Readonly<Record<string, DesignLayout>> = {
  cover: 'cover',
  step: 'step',
  myth: 'myth',
  quote: 'quote',
  number: 'number',
  close: 'closing',
  verdict: 'closing',
}

/** The layout that suits what a slide does; the first and last have their own in every structure. */
export function layoutOf(slide: Slide): DesignLayout {
  return slide.layout ?? layoutOfRole[slide.role] ?? 'point'
}

/** A slide as a design: its text in the places of its layout, in the look of its carousel. */
export function slideDesign(
  from: {
    readonly brandId: string | null
    readonly language: string | undefined
    readonly look: CarouselLook
  },
  slide: Slide,
  place: SlidePlace,
): Design {
  const { brandId, look } = from
  const { page, pages } = place
  return {
    brandId,
    ...look,
    layout: layoutOf(slide),
    text: textOf(slide, place, from.language),
    backgroundId: slide.backgroundId,
    folio: { page, pages },
  }
}

function textOf(slide: Slide, { step }: SlidePlace, language: string | undefined): Design['text'] {
  const { heading, body, label, second, note } = slide
  const layout = layoutOf(slide)
  const plain = { title: heading, body, label, second, note }
  if (layout === 'step') return { ...plain, label: label || String(step ?? '') }
  if (layout === 'before-after') return { ...plain, body: heading, second: second || body }
  if (layout === 'myth' && slide.role === 'myth') {
    const [myth, reality] = sideNames(language)
    return { ...plain, label: label || myth, note: note || reality }
  }
  return plain
}

/** In the languages that the studio writes in. */
function sideNames(language = 'en'): readonly [string, string] {
  const [primary = 'en'] = language.toLowerCase().split('-')
  const names: Readonly<Record<string, readonly [string, string]>> = {
    de: ['Irrtum', 'Wirklichkeit'],
    fr: ['Idée reçue', 'Réalité'],
    es: ['Mito', 'Realidad'],
  }
  return names[primary] ?? ['Myth', 'Reality']
}

/** Where each slide stands; steps are counted among steps. */
export function placesOf(slides: readonly Slide[]): readonly SlidePlace[] {
  let step = 0
  return slides.map((slide, index) => {
    if (layoutOf(slide) === 'step') step += 1
    return { page: index + 1, pages: slides.length, step }
  })
}
