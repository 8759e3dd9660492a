import type { Carousel, Slide } from '@rheos/contract'
import { useDesignLayouts } from '../../api/designs.ts'
import { PaintedPicture } from '../designs/painted-picture.tsx'
import { stepOf } from './slide-edits.ts'

export interface SlidePictureProps {
  readonly carousel: Pick<Carousel, 'brandId' | 'look' | 'slides'>
  readonly slide: Slide
  /** Wide enough to be read; else as small as in a strip. */
  readonly large?: boolean
  readonly className?: string
}

/** Smaller, the mark of free plans would grow over the number of the page. */
const smallWidth = 480
const largeWidth = 960

/** A slide as it will be, painted once for each look and text. */
export function SlidePicture({ carousel, slide, large = false, className }: SlidePictureProps) {
  const { brandId, look, slides } = carousel
  const aspects = useDesignLayouts().data?.aspects
  const size = aspects?.find(({ id }) => id === look.aspect) ?? { width: 4, height: 5 }
  const at = slides.findIndex(({ id }) => id === slide.id)
  return (
    <PaintedPicture
      path="carousels/preview"
      body={{
        ...{ brandId, look, slide },
        page: at + 1,
        pages: slides.length,
        step: stepOf(slides, at),
        width: large ? largeWidth : smallWidth,
      }}
      alt={large ? `Slide ${at + 1}: ${slide.heading || 'without a heading'}` : ''}
      width={size.width}
      height={size.height}
      quiet={!large}
      {...(className !== undefined && { className })}
    />
  )
}
