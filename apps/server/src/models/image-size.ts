import type { Aspect, Tier } from '@rheos/contract'

export interface ImageSize {
  readonly width: number
  readonly height: number
}

const longSide = { standard: 1024, pro: 2048 } as const satisfies Record<Tier, number>
const proportions = {
  square: { width: 1, height: 1 },
  portrait: { width: 4, height: 5 },
  landscape: { width: 16, height: 9 },
} as const satisfies Record<Aspect, ImageSize>

const aspects = ['square', 'portrait', 'landscape'] as const satisfies readonly Aspect[]

/** The pixels of an image: the long side is 1024 for standard and 2048 for pro. */
export function imageSize(aspect: Aspect, tier: Tier): ImageSize {
  const { width, height } = proportions[aspect]
  const scale = longSide[tier] / Math.max(width, height)
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}

/** The pixels of a picture of another shape, in the size of the tier. */
export function sizeLike({ width, height }: ImageSize, tier: Tier): ImageSize {
  const scale = longSide[tier] / Math.max(width, height)
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  }
}

/** The shape that comes nearest to that of a picture. */
export function nearestAspect({ width, height }: ImageSize): Aspect {
  const away = (aspect: Aspect) => {
    const { width: wide, height: high } = proportions[aspect]
    return Math.abs(Math.log(width / height / (wide / high)))
  }
  return aspects.reduce((best, aspect) => (away(aspect) < away(best) ? aspect : best))
}
